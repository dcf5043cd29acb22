// An item and its project as far as their properties go, under the app's own client: every value is
// kept as text, so that what was not written again is the same to the letter.
import { jiraBacklog } from '../../src/adapters/jira/jira-backlog';
import { jiraClient } from '../../src/adapters/jira/client';
import { jiraItems } from '../../src/adapters/jira/jira-items';
import { jiraProjects } from '../../src/adapters/jira/jira-projects';
import type { JiraReply, JiraTransport } from '../../src/adapters/jira/transport';

export const ITEM = '/rest/api/3/issue/1/properties/';
export const PROJECT = '/rest/api/3/project/1/properties/';
const BULK = '/rest/api/3/issue/properties';

const reply = (status: number, body?: unknown): JiraReply => ({
  status,
  header: () => null,
  text: async () => (typeof body === 'string' ? body : JSON.stringify(body ?? {})),
});

/** JSON by the path of the property. */
export type Held = Map<string, string>;

/** What the app asks of Jira here, of an item that is done; anything else is an error. */
export function propertySite(held: Held) {
  const ofItem = (): string =>
    [...held]
      .filter(([path]) => path.startsWith(ITEM))
      .map(([path, text]) => `${JSON.stringify(path.slice(ITEM.length))}:${text}`)
      .join(',');
  const issue = (): string => {
    const fields = {
      ...{
        issuetype: { id: '1', name: 'T', hierarchyLevel: 0 },
        project: { id: '1', key: 'SHOP' },
        summary: 'x',
      },
      status: { id: '106', name: 'S', statusCategory: { key: 'done' } },
      ...{ created: '2026-01-01T00:00:00.000+0000', labels: [], components: [] },
    };
    const text = JSON.stringify({ id: '1', key: 'SHOP-1', fields });
    return `${text.slice(0, -1)},"properties":{${ofItem()}}}`;
  };
  const transport: JiraTransport = async ({ method, path, body }) => {
    const [address = ''] = path.split('?');
    if (method === 'GET' && address === '/rest/api/3/issue/1') return reply(200, issue());
    if (method === 'POST' && address === BULK) {
      const { properties } = body as { properties: Record<string, unknown> };
      for (const [key, value] of Object.entries(properties))
        held.set(`${ITEM}${key}`, JSON.stringify(value));
      return reply(200, { id: '9', status: 'COMPLETE' });
    }
    if (method === 'DELETE' && address.startsWith(`${BULK}/`)) {
      held.delete(`${ITEM}${address.slice(BULK.length + 1)}`);
      return reply(200, { id: '9', status: 'COMPLETE' });
    }
    const known = address.startsWith(ITEM) || address.startsWith(PROJECT);
    if (!known) throw new Error(`Nobody answers ${method} ${path}`);
    if (method === 'PUT') held.set(address, JSON.stringify(body));
    const there = held.get(address);
    if (method === 'DELETE') held.delete(address);
    if (there === undefined) return reply(404);
    const key = JSON.stringify(address.split('/').at(-1));
    return reply(200, `{"key":${key},"value":${there}}`);
  };
  const jira = jiraClient(transport);
  return {
    items: jiraItems(jira),
    projects: jiraProjects(jira),
    backlog: jiraBacklog(jira, { sleep: async () => undefined }),
  };
}
