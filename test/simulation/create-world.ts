// Makes the world of one seed, as it is before the first night.
import type { JiraCall } from '../../src/adapters/jira/transport';
import { dayOf } from '../../src/domain/days';
import type { ScanOrder } from '../../src/ports';
import { noFaults, type Chaos } from './faults';
import type { Answer } from './jira/answers';
import { GONE } from './jira/mail-routes';
import { memoryJira } from './jira/memory-jira';
import { createSite, type Item } from './jira/site';
import { fill, STATUS, TYPE } from './jira/usual-site';
import { createKernel, type Kernel } from './kernel';
import { memoryStore } from './memory-driver';
import { populate } from './population';
import type { Mutation, Running, Surroundings } from './process';
import { runFunction } from './run-function';
import {
  CANARY,
  HOUR,
  LONGEST_LAG,
  LONGEST_SKEW,
  MINUTE,
  PEOPLES_SKEW,
  SILENT,
  sizeOf,
  type State,
  type Watch,
  type World,
} from './world';

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'];
/** Around the turn of clocks, of the year, of February. */
const STARTS = ['2026-03-27', '2026-10-23', '2026-10-30', '2026-12-29', '2028-02-27', '2026-06-10'];
const START_TIMES = STARTS.map((day) => Date.parse(`${day}T00:00:00Z`));

/** One of them wants no messages, another one has left. */
const ASSIGNEES = ['ann', SILENT, null, 'cat', GONE];
/** They decide about nothing; of each third item they do not know, their own among them. */
const BLIND = ['cat', 'dan'];

export interface WorldOptions {
  seed: number;
  chaos?: (kernel: Kernel) => Chaos;
  mutation?: Mutation;
  /** Fills a world in which only the faults are left to chance: one zone, no lag, clocks that agree. */
  fill?: (world: World) => void;
  /** Longest time until search shows a change, in such a world. */
  lagMs?: number;
  /** Told of every call that Jira got, and of its own answer, whatever became of it on the way. */
  answered?: (call: JiraCall, answer: Answer) => void;
}

const nothingToWatch: Watch = {
  wrote: () => undefined,
  moved: () => undefined,
  asked: () => undefined,
  kept: () => undefined,
};

export function createWorld({
  seed,
  chaos,
  mutation = {},
  fill: own,
  lagMs = 0,
  answered,
}: WorldOptions): World {
  const fixed = own !== undefined;
  const start = START_TIMES[seed % START_TIMES.length] ?? 0;
  const kernel = createKernel(seed, start);
  const { random } = kernel;
  const zone = fixed ? 'Europe/Berlin' : random.pick(ZONES);
  const lagTop = fixed ? lagMs : random.pick([0, 30_000, LONGEST_LAG, LONGEST_LAG]);
  const lag = () => (lagTop === 0 ? 0 : random.below(lagTop));
  const queryLagTop = fixed ? 0 : random.pick([0, 0, 3_000]);
  // Where replies take the same time, those who act together meet in storage.
  const spreadMs = fixed ? 300 : random.pick([5, 300, 300]);
  const skewTop = fixed || random.chance(0.6) ? 0 : LONGEST_SKEW;
  const states = new Map<string, State[]>();
  const listeners: ((order: ScanOrder) => void)[] = [];
  const storm = chaos?.(kernel) ?? noFaults;
  let keeper: Running | null = null;
  let started = 0;
  let made = 0;

  const site = createSite({
    now: kernel.now,
    lag,
    changed(row, shownAt) {
      const known = states.get(row.id) ?? [];
      known.push({ at: kernel.now(), shownAt, row });
      states.set(row.id, known);
    },
  });
  const jira = memoryJira(site, {
    now: kernel.now,
    later: (ms, run) => kernel.at(kernel.now() + ms, run),
    task: () => ({ ms: fixed ? 300 : random.below(3_000), fails: false }),
    pageLimit: fixed ? 4 : random.pick([1, 3, 7, 100]),
    wrote: (write) => world.watch.wrote(write),
    moved: (item, from, by) => world.watch.moved(item, from, by),
    mailed: (mail) => world.mails.push(mail),
  });
  const store = memoryStore({
    now: kernel.now,
    lag: () => (queryLagTop === 0 ? 0 : random.below(queryLagTop)),
    written: (entity, key, value) => world.watch.kept(entity, key, value, keeper),
  });

  const world: World = {
    ...{ kernel, site, jira, store, zone, states },
    name: `site-${String(seed)}-`,
    size: sizeOf(seed),
    stormy: false,
    firstDay: dayOf(start + 12 * HOUR, zone),
    settings: new Map(),
    foreign: new Map(),
    mails: [],
    logs: [],
    watch: nothingToWatch,
    run({ name, account = null, lifeMs = 15 * MINUTE }, work, ended) {
      const top = account === null ? skewTop : Math.min(skewTop, PEOPLES_SKEW);
      const skew = top === 0 ? 0 : random.below(2 * top) - top;
      return runFunction(surroundings, { name, account, lifeMs, skew }, work, ended);
    },
    onPush: (listener) => listeners.push(listener),
    newItem(projectId, more = {}) {
      made += 1;
      const base = projectId === '1' ? 0 : 100;
      const created = kernel.now();
      const item: Item = {
        id: String(10_000 + made),
        key: `${site.projects.get(projectId)?.key ?? ''}-${String(made)}`,
        projectId,
        typeId: String(Number(TYPE.story) + base),
        summary: `${CANARY} ${String(made)}`,
        statusId: String(Number(STATUS.todo) + base),
        resolutionId: null,
        labels: [],
        parentId: null,
        assigneeId: ASSIGNEES[made % ASSIGNEES.length] ?? null,
        reporterId: 'dan',
        ...{ created, updated: created, categoryChanged: created },
        visibleTo: null,
        hiddenFrom: made % 3 === 2 ? BLIND : [],
        properties: new Map(),
        history: [],
        deleted: false,
        ...more,
      };
      site.add(item);
      return item;
    },
    write(item, key, value, by) {
      const text = value === null ? null : JSON.stringify(value);
      if (!key.startsWith('ladder-') || key === 'ladder-answer')
        world.foreign.set(`${item.id}/${key}`, text);
      jira.write(item, key, text, by);
    },
    settingsNow(projectId) {
      const known = world.settings.get(projectId)?.at(-1);
      if (!known) throw new Error(`no settings of ${projectId}`);
      return known;
    },
  };
  const surroundings: Surroundings = {
    kernel,
    spreadMs,
    chaos: { next: (call) => (world.stormy ? storm.next(call) : null) },
    store: store.driver,
    number: () => {
      started += 1;
      return started;
    },
    jira(call, by) {
      const answer = jira.handle(call, by);
      answered?.(call, answer);
      return answer;
    },
    push(orders) {
      for (const order of orders) for (const listener of listeners) listener(order);
    },
    log: (line) => world.logs.push(line),
    mutation,
    asked: (run, call, answer) => world.watch.asked(run, call, answer),
    keeping(run) {
      keeper = run;
    },
  };
  fill(site);
  (own ?? populate)(world);
  return world;
}
