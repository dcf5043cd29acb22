// The app over the local host, on a small site of its own: five people, two projects, a few items.
// Functions run in Forge's shape, Jira and storage are the local ones; nothing is mocked.
import { standingClock } from '../../local/clock';
import { startHost } from '../../local/host';
import type { SiteIssue } from '../../local/jira/api';
import type { Envelope } from '../../src/contract/envelope';
import {
  procedures,
  type Output,
  type Payload,
  type ProcedureName,
} from '../../src/contract/procedures';

export const DAY = 86_400_000;
/** A Wednesday noon. */
export const NOW = Date.parse('2026-06-10T12:00:00Z');

export const PROJECT = '1';
const OTHER_PROJECT = '2';
export const TYPE = { story: '101', bug: '102', chore: '105', epic: '103', subtask: '104' };
export const STATUS = { todo: '11', doing: '12', review: '14', done: '13' };
const RESOLUTION = { done: '1', wontDo: '2' };

export type Person = 'admin' | 'po' | 'dev' | 'viewer' | 'outsider';
const account = (name: Person): string => `acc-${name}`;

/** An issue of SHOP; ids are 10000 + number. */
export const issue = (number: number, more: Partial<SiteIssue> = {}): SiteIssue => ({
  id: String(10_000 + number),
  key: `SHOP-${number}`,
  projectId: PROJECT,
  typeId: TYPE.story,
  statusId: STATUS.todo,
  summary: `Item ${number}`,
  description: null,
  resolutionId: null,
  priorityId: '1',
  parentId: null,
  created: NOW - 10 * DAY,
  updated: NOW - 5 * DAY,
  resolved: null,
  categoryChanged: NOW - 10 * DAY,
  dueDate: null,
  labels: [],
  componentIds: [],
  fixVersionNames: [],
  reporterAccountId: account('dev'),
  assigneeAccountId: null,
  estimate: null,
  visibleTo: null,
  properties: {},
  links: [],
  history: [],
  ...more,
});

const statuses = (base: number) => [
  { id: String(base + 1), name: 'To Do', category: 'new' as const },
  { id: String(base + 2), name: 'In Progress', category: 'indeterminate' as const },
  { id: String(base + 3), name: 'Done', category: 'done' as const },
  { id: String(base + 4), name: 'In Review', category: 'indeterminate' as const },
];
const types = (base: number) => [
  { id: String(base + 1), name: 'Story', hierarchyLevel: 0 },
  { id: String(base + 2), name: 'Bug', hierarchyLevel: 0 },
  { id: String(base + 3), name: 'Epic', hierarchyLevel: 1 },
  { id: String(base + 4), name: 'Sub-task', hierarchyLevel: -1 },
  { id: String(base + 5), name: 'Chore', hierarchyLevel: 0 },
];

const ZONES: Record<Person, string> = {
  admin: 'UTC',
  po: 'Europe/Berlin',
  dev: 'America/New_York',
  viewer: 'Asia/Tokyo',
  outsider: 'UTC',
};

/** Starts the app with these issues. Close it when the test is over. */
export async function startLoop(issues: readonly SiteIssue[] = [issue(1)]) {
  const clock = standingClock(NOW);
  const host = await startHost({ source: { kind: 'empty' }, clock, lagMs: 0 });
  const { site } = host.jira;
  for (const name of Object.keys(ZONES) as Person[])
    site.addUser({
      accountId: account(name),
      name,
      displayName: `The ${name}`,
      timeZone: ZONES[name],
      locale: 'en-US',
      siteAdmin: name === 'admin',
    });
  site.addPriority({ id: '1', name: 'Medium' });
  site.addResolution({ id: RESOLUTION.done, name: 'Done' });
  site.addResolution({ id: RESOLUTION.wontDo, name: "Won't Do" });
  for (const [id, key, base] of [
    [PROJECT, 'SHOP', 0],
    [OTHER_PROJECT, 'LAB', 100],
  ] as const)
    site.addProject({
      id,
      key,
      name: key,
      style: 'classic',
      leadAccountId: account('po'),
      issueTypes: types(100 + base),
      statuses: statuses(10 + base),
      components: [],
      roles: {
        'acc-po': 'admin',
        'acc-dev': 'editor',
        'acc-outsider': id === PROJECT ? 'none' : 'viewer',
      },
      defaultRole: 'viewer',
    });
  site.addIssues(issues);
  site.addIssues([
    issue(9_999, { key: 'LAB-1', projectId: OTHER_PROJECT, typeId: '201', statusId: '111' }),
  ]);
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
    const module = { item: 'ladder-open', project: 'ladder-page', settings: 'ladder-settings' };
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
    async count(as: Person, jql: string): Promise<number> {
      host.jira.settle();
      const { json, status } = await rest(as, 'POST', '/search/approximate-count', { jql });
      if (status !== 200) throw new Error(JSON.stringify(json));
      return (json as { count: number }).count;
    },
    async scan(): Promise<void> {
      const { runs, queue } = await host.schedule({ force: true });
      if (runs.some(({ ok }) => !ok) || queue.failed > 0)
        throw new Error(JSON.stringify({ runs, queue }));
    },
    pass: (days: number) => clock.set(clock.now() + days * DAY),
    close: () => host.close(),
  };
}

export type Loop = Awaited<ReturnType<typeof startLoop>>;

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
