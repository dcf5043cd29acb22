// The app over the local host, on a small site of its own.
// Functions run in Forge's shape, Jira and storage are the local ones; nothing is mocked.
import type { SiteIssue } from '../../local/jira/api';
import type { Envelope } from '../../src/contract/envelope';
import {
  procedures,
  type Output,
  type Payload,
  type ProcedureName,
} from '../../src/contract/procedures';
import type { Fields } from '../../src/adapters/storage/driver';
import { giveBack, takeHost } from './kept-hosts';
import { account, DAY, fillSmallSite, issue, NOW, PROJECT, type Person } from './small-site';

export { DAY, issue, NOW, OTHER_PROJECT, PROJECT, STATUS, TYPE, type Person } from './small-site';

/** Starts the app with these issues. Close it when the test is over. */
export async function startLoop(issues: readonly SiteIssue[] = [issue(1)]) {
  const started = await takeHost(NOW);
  const { host, clock } = started;
  fillSmallSite(host.jira.site, issues);
  host.jira.settle();

  const rest = async (as: Person, method: string, path: string, body?: unknown) => {
    const answer = await host.jira.handle({
      method,
      path: `/rest/api/3${path}`,
      headers: {},
      body: body === undefined ? '' : JSON.stringify(body),
      caller: { principal: 'client', accountId: account(as) },
    });
    return {
      status: answer.status,
      json: answer.body === '' ? null : (JSON.parse(answer.body) as unknown),
    };
  };

  async function invoke<N extends ProcedureName>(
    as: Person,
    name: N,
    payload: unknown,
  ): Promise<Envelope<Output<N>>> {
    const module = {
      item: 'ladder-open',
      project: 'ladder-page',
      settings: 'ladder-settings',
      automation: 'ladder-reading',
    };
    const response = await fetch(`${host.url}/local/invoke`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        as,
        module: module[procedures[name].surfaces[0]],
        procedure: name,
        payload,
        // Where the page stands is not what it acts on; the outsider stands in the other project.
        context:
          as === 'outsider'
            ? { issueKey: 'LAB-1', projectKey: 'LAB' }
            : { issueKey: issues[0]?.key ?? 'SHOP-1', projectKey: 'SHOP' },
      }),
    });
    return (await response.json()) as Envelope<Output<N>>;
  }

  return {
    host,
    clock,
    rest,
    invoke,
    /** The data of a procedure that is expected to work. */
    async call<N extends ProcedureName>(
      as: Person,
      name: N,
      payload: Payload<N>,
    ): Promise<Output<N>> {
      const answer = await invoke(as, name, payload);
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
      return answer.data;
    },
    /** The refusal of a procedure that is expected to be refused. */
    async refusal<N extends ProcedureName>(as: Person, name: N, payload: unknown) {
      const answer = await invoke(as, name, payload);
      if (answer.ok) throw new Error(`${name} was not refused`);
      return answer.error;
    },
    async property(number: number, key: string): Promise<unknown> {
      const { json } = await rest('admin', 'GET', `/issue/SHOP-${number}/properties/${key}`);
      return (json as { value?: unknown } | null)?.value;
    },
    /** Moves an item as dev; true, or the words in which Jira refuses. */
    async move(number: number, statusId: string): Promise<string | true> {
      const path = `/issue/SHOP-${number}/transitions`;
      const { json } = await rest('dev', 'GET', path);
      const { transitions } = json as { transitions: { id: string; to: { id: string } }[] };
      const id = transitions.find(({ to }) => to.id === statusId)?.id;
      const done = await rest('dev', 'POST', path, { transition: { id } });
      if (done.status === 204) return true;
      return (done.json as { errorMessages: string[] }).errorMessages.join(' ');
    },
    async count(as: Person, jql: string): Promise<number> {
      host.jira.settle();
      const { json, status } = await rest(as, 'POST', '/search/approximate-count', { jql });
      if (status !== 200) throw new Error(JSON.stringify(json));
      return (json as { count: number }).count;
    },
    /** Records of a storage entity by one of its indexes, oldest first. */
    records(entityName: string, indexName: string, partition: string[]): Fields[] {
      const request = { entityName, indexName, partition, limit: 100 };
      const { json } = host.forge.kvs.handle('/api/v1/entity/query', request);
      return (json as { data: { value: Fields }[] }).data.map(({ value }) => value);
    },
    /** A value of storage by its key, as an answer of storage. */
    stored: (key: string): unknown => host.forge.kvs.handle('/api/v1/get', { key }),
    async scan(): Promise<void> {
      const { runs, queue } = await host.schedule({ force: true });
      if (runs.some(({ ok }) => !ok) || queue.failed > 0)
        throw new Error(JSON.stringify({ runs, queue }));
    },
    pass: (days: number) => clock.set(clock.now() + days * DAY),
    close: () => Promise.resolve(giveBack(started)),
  };
}

export type Loop = Awaited<ReturnType<typeof startLoop>>;

/** Rows of Jira, storage and queue that were ever written: the same number means that nothing was. */
export const writtenIn = ({ host }: Loop): number =>
  Number(host.db.get('SELECT total_changes() AS n')?.['n']);

/** What an admin types for a goal that is active at `NOW`. */
export const goalInput = (more: Partial<Payload<'goal.save'>['goal']> = {}) => ({
  achieve: 'more finished checkouts',
  by: 'removing steps',
  metric: 'Checkout conversion',
  unit: '%',
  direction: 'up' as const,
  baseline: 2.1,
  target: 2.6,
  firstDay: '2026-04-01',
  lastDay: '2026-09-30',
  ...more,
});

/** Adds a goal as the project admin and gives its id. */
export async function addGoal(
  loop: Loop,
  more: Parameters<typeof goalInput>[0] = {},
): Promise<string> {
  const { rev, goals } = await loop.call('po', 'settings.open', { projectId: PROJECT });
  const known = new Set(goals.map(({ id }) => id));
  const after = await loop.call('po', 'goal.save', {
    projectId: PROJECT,
    rev,
    goal: goalInput(more),
  });
  const added = after.goals.find(({ id }) => !known.has(id));
  if (!added) throw new Error('the goal was not added');
  return added.id;
}

/** Changes some of the rules as the project admin. */
export async function setRules(loop: Loop, more: Partial<Payload<'rules.save'>['rules']>) {
  const { rev, rules } = await loop.call('po', 'settings.open', { projectId: PROJECT });
  return loop.call('po', 'rules.save', { projectId: PROJECT, rev, rules: { ...rules, ...more } });
}

/** A complete answer for a goal. */
export const answerFor = (goal: string) => ({
  why: 'move' as const,
  goal,
  by: 'asking for the address once',
  expect: 'fewer people to give up',
  checkBy: '2026-08-01',
});
