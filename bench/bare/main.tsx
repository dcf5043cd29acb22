// The least that a page of an app on React and Atlaskit can be while it shows a number of its project:
// one heading, one button, one count. It does what every page in Jira has to do before it can: take
// Jira's theme, or it is painted in the wrong colours, and read the context, or it does not know whose
// number to show. It runs no function of the app and has one request to Jira behind it.
import '@atlaskit/css-reset/dist/bundle.css';
import { useEffect, useState } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { requestJira, view } from '@forge/bridge';
import { createRoot } from 'react-dom/client';

interface Context {
  extension: { project: { id: string } };
}

async function countItems(projectId: string): Promise<number> {
  const response = await requestJira('/rest/api/3/search/approximate-count', {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify({ jql: `project = ${projectId}` }),
  });
  return ((await response.json()) as { count: number }).count;
}

function Page({ projectId }: { projectId: string }) {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => void countItems(projectId).then(setCount), [projectId]);
  return (
    <section>
      <Heading size="large">Items</Heading>
      <p>{count}</p>
      <Button>Count again</Button>
    </section>
  );
}

async function start(element: HTMLElement): Promise<void> {
  const [context] = await Promise.all([view.getContext(), view.theme.enable()]);
  const { project } = (context as unknown as Context).extension;
  createRoot(element).render(<Page projectId={project.id} />);
}

const element = document.getElementById('root');
if (element) void start(element);
