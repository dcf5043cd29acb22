// The app's own ports over a loop's Jira and storage, for what no page can ask for.
import { forgePorts } from '../../src/adapters/forge-ports';
import { jiraClient } from '../../src/adapters/jira/client';
import { jiraItems } from '../../src/adapters/jira/jira-items';
import { jiraProjects } from '../../src/adapters/jira/jira-projects';
import type { JiraTransport } from '../../src/adapters/jira/transport';
import type { Ports } from '../../src/ports';
import type { Loop } from '../support/loop';

/** Acts as the app; storage is reached through Atlassian's client. */
export function appPorts({ host, clock }: Loop): Ports {
  Object.assign(globalThis, {
    async __forge_fetch__(_target: object, path: string, init: { body: string }) {
      const { status, json } = host.forge.kvs.handle(path, JSON.parse(init.body));
      return new Response(json === undefined ? null : JSON.stringify(json), { status });
    },
  });
  const transport: JiraTransport = async ({ method, path, body }) => {
    const answer = await host.jira.handle({
      method,
      path,
      headers: {},
      body: body === undefined ? '' : JSON.stringify(body),
      caller: { principal: 'app' },
    });
    return { status: answer.status, header: () => null, text: async () => answer.body };
  };
  const jira = jiraClient(transport);
  return {
    ...forgePorts(),
    items: jiraItems(jira),
    projects: jiraProjects(jira),
    clock: { now: () => clock.now() },
    log: { info: () => undefined, error: () => undefined },
  };
}
