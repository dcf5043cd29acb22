// The app's own ports over a loop's Jira and storage, for what no page can ask for.
import { forgePorts } from '../../src/adapters/forge-ports';
import { jiraBacklog } from '../../src/adapters/jira/jira-backlog';
import { jiraClient } from '../../src/adapters/jira/client';
import { jiraItems } from '../../src/adapters/jira/jira-items';
import { jiraPost } from '../../src/adapters/jira/jira-post';
import { jiraProjects } from '../../src/adapters/jira/jira-projects';
import type { JiraCall, JiraReply, JiraTransport } from '../../src/adapters/jira/transport';
import type { Meter, Ports } from '../../src/ports';
import type { Loop } from '../support/loop';

/** A refusal of Jira with a limit. */
export const limited = (reason: string | null, retryAfter?: number): JiraReply => ({
  status: 429,
  header: (name) =>
    ({
      'ratelimit-reason': reason,
      'retry-after': retryAfter === undefined ? null : String(retryAfter),
    })[name.toLowerCase()] ?? null,
  text: async () => '',
});

/**
 * Acts as the app; storage is reached through Atlassian's client.
 * @param instead what Jira answers instead of making the call; null makes it
 */
export function appPorts(
  { host, clock }: Loop,
  instead: (call: JiraCall) => JiraReply | null = () => null,
): Ports {
  Object.assign(globalThis, {
    async __forge_fetch__(_target: object, path: string, init: { body: string }) {
      const { status, json } = host.forge.kvs.handle(path, JSON.parse(init.body));
      return new Response(json === undefined ? null : JSON.stringify(json), { status });
    },
  });
  const transport: JiraTransport = async (call) => {
    const other = instead(call);
    if (other) return other;
    const { method, path, body } = call;
    const answer = await host.jira.handle({
      method,
      path,
      headers: {},
      body: body === undefined ? '' : JSON.stringify(body),
      caller: { principal: 'app' },
      fromApp: true,
    });
    const headers = new Headers(answer.headers);
    return {
      status: answer.status,
      header: (name) => headers.get(name),
      text: async () => answer.body,
    };
  };
  // Nobody waits: tasks are done, and what was written is found.
  const sleep = async () => host.jira.settle();
  const overJira = (meter?: Meter) => {
    const jira = jiraClient(transport, meter);
    return {
      items: jiraItems(jira),
      projects: jiraProjects(jira),
      backlog: jiraBacklog(jira, { sleep }),
      post: jiraPost(jira, { appPath: () => 'app/environment' }),
    };
  };
  const ports: Ports = {
    ...forgePorts(),
    ...overJira(),
    metered: (meter) => ({ ...ports, ...overJira(meter) }),
    clock: { now: () => clock.now() },
    log: { info: () => undefined, error: () => undefined },
    sleep,
  };
  return ports;
}
