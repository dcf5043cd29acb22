// The production ports of a running function, over its ways to the outside.
import { jiraClient } from '../../src/adapters/jira/client';
import { jiraBacklog } from '../../src/adapters/jira/jira-backlog';
import { jiraItems } from '../../src/adapters/jira/jira-items';
import { jiraPanels } from '../../src/adapters/jira/jira-panels';
import { jiraPost } from '../../src/adapters/jira/jira-post';
import { jiraProjects } from '../../src/adapters/jira/jira-projects';
import { jiraWorkflows } from '../../src/adapters/jira/jira-workflows';
import { jiraRights } from '../../src/adapters/jira/rights';
import { storagePorts } from '../../src/adapters/storage/storage-ports';
import type { Meter, Ports } from '../../src/ports';
import type { outsideOf } from './outside';
import { Again, type Running, type Surroundings } from './process';

const RETRY_LIMIT_S = 900;

export function portsOf(
  world: Surroundings,
  run: Running,
  { wait, outside, rawTransport, rawDriver }: ReturnType<typeof outsideOf>,
): Ports {
  const { kernel } = world;
  let ids = 0;

  const { mutation } = world;
  const driver = mutation.driver?.(rawDriver) ?? rawDriver;
  const transport = mutation.transport?.(rawTransport) ?? rawTransport;
  const next = (): string => {
    ids += 1;
    return `id-${String(run.number)}-${String(ids)}`;
  };
  const sleep = wait;
  const jiraPorts = (meter?: Meter) => {
    const jira = jiraClient(transport, meter);
    return {
      rights: jiraRights(jira),
      items: jiraItems(jira),
      projects: jiraProjects(jira),
      backlog: jiraBacklog(jira, { sleep }),
      workflows: jiraWorkflows(jira, { gate: () => 'gate', newId: next }),
      panels: jiraPanels(jira, { panel: () => 'panel', sleep }),
      post: jiraPost(jira, { appPath: () => 'app/environment' }),
    };
  };
  const line = (message: string, facts: object, error?: unknown): string =>
    JSON.stringify({
      message,
      ...facts,
      ...(error instanceof Error && {
        error: error.message,
        ...(error.cause instanceof Error && { cause: error.cause.message }),
      }),
    });
  const plain: Ports = {
    ...jiraPorts(),
    ...storagePorts(driver, next),
    scanQueue: {
      push: (orders) =>
        outside(
          { to: 'queue', what: 'push', isWrite: true },
          10,
          async () => world.push(orders),
          () => null,
        ),
      again: (seconds) => new Again(Math.min(RETRY_LIMIT_S, Math.max(1, Math.ceil(seconds)))),
    },
    clock: { now: () => kernel.now() + run.skew },
    ids: { next },
    log: {
      info: (message, facts = {}) => world.log(line(message, facts)),
      error: (message, error, facts = {}) => world.log(line(message, facts, error)),
    },
    metered: (meter) => shown({ ...plain, ...jiraPorts(meter) }),
    sleep,
  };
  const shown = (ports: Ports): Ports => mutation.ports?.(ports) ?? ports;
  return shown(plain);
}
