// The least that a page of React and Atlaskit can be while it shows a number of Jira: one heading, one
// button, one count. What any page with these libraries pays; no theme, no context, no function run.
import { useEffect, useState } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { requestJira } from '@forge/bridge';
import { createRoot } from 'react-dom/client';

async function countItems(): Promise<number> {
  const response = await requestJira('/rest/api/3/search/approximate-count', {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify({ jql: 'project = SHOP' }),
  });
  return ((await response.json()) as { count: number }).count;
}

function Page() {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => void countItems().then(setCount), []);
  return (
    <section>
      <Heading size="large">Items</Heading>
      <p>{count}</p>
      <Button>Count again</Button>
    </section>
  );
}

const element = document.getElementById('root');
if (element) createRoot(element).render(<Page />);
