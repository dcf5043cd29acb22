// Changing a workflow of the site over REST, as another administrator would while a page is open.
import { z } from 'zod';
import type { Host } from '../../../local/host';
import { ask } from './jira';

const workflow = z.looseObject({
  id: z.string(),
  name: z.string(),
  version: z.object({ id: z.string(), versionNumber: z.number() }),
  statuses: z.array(z.looseObject({ statusReference: z.string() })),
  transitions: z.array(z.looseObject({ id: z.string(), name: z.string() })),
});
const answer = z.object({
  statuses: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      statusCategory: z.string(),
      statusReference: z.string(),
    }),
  ),
  workflows: z.array(workflow),
});
type Transition = z.infer<typeof workflow>['transitions'][number];

const post = (host: Host, path: string, body: unknown) =>
  ask(host, path, { method: 'POST', body: JSON.stringify(body) });

/** Gives the workflow of that name the transitions that `change` makes of its own. */
export async function changeWorkflow(
  host: Host,
  name: string,
  change: (transitions: Transition[]) => Transition[],
): Promise<void> {
  const read = answer.parse(await post(host, '/rest/api/3/workflows', { workflowNames: [name] }));
  const [found] = read.workflows;
  if (!found) throw new Error(`There is no workflow “${name}”.`);
  const { id, version, statuses, transitions } = found;
  const body = {
    statuses: read.statuses,
    workflows: [
      {
        id,
        version,
        statuses: statuses.map(({ statusReference }) => ({ statusReference, properties: {} })),
        transitions: change(transitions),
      },
    ],
  };
  await post(host, '/rest/api/3/workflows/update', body);
}
