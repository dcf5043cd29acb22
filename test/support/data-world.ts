// A project in memory, with the app around it and a page that works on its data.
import '../contract/page-bridge';
import { conform } from '../../local/conformance';
import { jiraClient } from '../../src/adapters/jira/client';
import { endpoints, pathOf, type Endpoint } from '../../src/adapters/jira/endpoints';
import { jiraBacklog } from '../../src/adapters/jira/jira-backlog';
import { jiraItems } from '../../src/adapters/jira/jira-items';
import { jiraProjects } from '../../src/adapters/jira/jira-projects';
import type { JiraTransport } from '../../src/adapters/jira/transport';
import { forgePorts } from '../../src/adapters/forge-ports';
import { codeOfStatus } from '../../src/domain/errors';
import { guarded } from '../../src/entry/resolvers/procedures';
import { storagePorts } from '../../src/adapters/storage/storage-ports';
import type { Meter, Ports } from '../../src/ports';
import { CallError } from '../../static/src/forge';
import type { Means } from '../../static/src/surfaces/settings/data/means';
import { exchangeOf } from '../simulation/jira/exchange';
import { memoryJira } from '../simulation/jira/memory-jira';
import { createSite, type Item } from '../simulation/jira/site';
import { fill, STATUS, TYPE } from '../simulation/jira/usual-site';
import { memoryStore } from '../simulation/memory-driver';

export const PROJECT = '1';
export const OTHER_PROJECT = '2';
export const ME = 'acc-po';
export const START = Date.parse('2026-06-10T09:00:00Z');

/** Called before and after each call of the page; what it throws the page gets instead of the answer. */
export type Between = (name: string, when: 'before' | 'after') => void;

/** A new site without items. The app's clock begins at `START` and goes on by a millisecond at each look. */
export function createDataWorld() {
  let now = START;
  let ids = 0;
  let failing = 0;
  let between: Between = () => undefined;
  const calls: string[] = [];
  const site = createSite({ now: () => now });
  const due: (() => void)[] = [];
  const jira = memoryJira(site, {
    now: () => now,
    later: (_ms, run) => due.push(run),
    task: () => ({ ms: 0, fails: (failing -= 1) >= 0 }),
  });
  fill(site);
  const { driver, all } = memoryStore({ now: () => now });
  const next = () => `id-${String((ids += 1))}`;
  const clock = { now: () => (now += 1) };
  const as =
    (accountId: string): JiraTransport =>
    async (call) => {
      const given = jira.handle(call, call.as === 'app' ? null : accountId);
      const exchange = exchangeOf(call, given);
      conform(exchange);
      const { status, headers = {} } = given;
      return { status, header: (name) => headers[name] ?? null, text: async () => exchange.answer };
    };
  const sleep = async (ms: number) => {
    now += ms;
  };

  function portsOf(accountId: string): Ports {
    const overJira = (meter?: Meter) => {
      const client = jiraClient(as(accountId), meter);
      return {
        items: jiraItems(client),
        projects: jiraProjects(client),
        backlog: jiraBacklog(client, { sleep }),
      };
    };
    const ports: Ports = {
      ...forgePorts(),
      ...overJira(),
      rights: {
        ...forgePorts().rights,
        onItem: async () => new Set(['BROWSE_PROJECTS', 'EDIT_ISSUES'] as const),
        onProject: async () => new Set(['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS'] as const),
        seen: async (itemIds) =>
          new Set(
            itemIds.filter((id) => {
              const item = site.find(id);
              return item && (item.visibleTo?.includes(accountId) ?? true);
            }),
          ),
      },
      ...storagePorts(driver, next),
      clock,
      ids: { next },
      log: { info: () => undefined, error: () => undefined },
      sleep,
      metered: (meter) => ({ ...ports, ...overJira(meter) }),
    };
    return ports;
  }

  const ports = portsOf(ME);
  const handlers = guarded(ports);
  const means: Means = {
    async call(name, payload) {
      between(name, 'before');
      calls.push(name);
      const answer = (await handlers[name]({
        payload: JSON.parse(JSON.stringify(payload)) as unknown,
        context: { accountId: ME },
      })) as { ok: boolean; data: never; error: CallError };
      between(name, 'after');
      if (answer.ok) return answer.data;
      const { code, message, details } = answer.error;
      throw new CallError(code, message, { details });
    },
    async jira(name, { params, query, body } = {}) {
      between(name, 'before');
      calls.push(name);
      const endpoint: Endpoint = endpoints[name];
      const path = pathOf(name, params, query);
      const call = { method: endpoint.method, path, body };
      const answer = jira.handle(call, ME);
      conform(exchangeOf(call, answer));
      between(name, 'after');
      if (answer.status >= 400) throw new CallError(codeOfStatus(answer.status), 'Jira refuses.');
      return endpoint.answer?.().parse(answer.body) as never;
    },
    sleep,
    now: () => now,
  };

  return {
    site,
    jira,
    store: { driver, all },
    ports,
    means,
    calls,
    /** So many tasks of Jira's come to nothing. */
    failTasks: (count: number) => (failing = count),
    setBetween: (one: Between) => (between = one),
    addItem(id: string, projectId = PROJECT, more: Partial<Item> = {}): Item {
      const base = projectId === PROJECT ? 0 : 100;
      const item: Item = {
        ...{ id, projectId, key: `${projectId === PROJECT ? 'SHOP' : 'LAB'}-${id}` },
        typeId: String(Number(TYPE.story) + base),
        statusId: String(Number(STATUS.todo) + base),
        ...{ summary: 'x', resolutionId: null, labels: [], parentId: null },
        ...{ created: START, updated: START, categoryChanged: START },
        ...{ visibleTo: null, properties: new Map(), history: [], deleted: false },
        ...more,
      };
      site.add(item);
      return item;
    },
  };
}

export type DataWorld = ReturnType<typeof createDataWorld>;
