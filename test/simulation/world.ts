// A world of one seed: two projects, their items, goals and people, as they are before the first night.
import { createApp } from '../../src/app';
import { memoryStore, type MemoryStore } from './memory-driver';
import { createKernel, type Kernel } from './kernel';
import { noFaults, type Chaos } from './faults';
import { memoryJira, type MemoryJira, type PropertyWrite } from './jira/memory-jira';
import { createSite, type Item, type MemorySite, type Row } from './jira/site';
import { fill, STATUS, TYPE } from './jira/usual-site';
import {
  runFunction,
  type Ending,
  type Mutation,
  type Running,
  type Surroundings,
} from './process';
import { aGoal } from '../support/builders';
import { DEFAULT_RULES, type Rules } from '../../src/domain/rules';
import type { Goal } from '../../src/domain/goal';
import type { Ports, ScanOrder } from '../../src/ports';
import { addDays, DAY_MS, dayOf, startOfDay } from '../../src/domain/days';

/** Stands in every text that must not leave Jira. */
export const CANARY = 'canary-7f3';
export const PROJECTS = ['1', '2'] as const;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
/** Longest time until search shows a change. */
export const LONGEST_LAG = 120_000;

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'];
/** Around the turn of clocks, of the year, of February. */
const STARTS = ['2026-03-27', '2026-10-23', '2026-10-30', '2026-12-29', '2028-02-27', '2026-06-10'];
const START_TIMES = STARTS.map((day) => Date.parse(`${day}T00:00:00Z`));

export interface State {
  at: number;
  row: Row;
}

/** What is told to who watches. */
export interface Watch {
  wrote(write: PropertyWrite): void;
  moved(item: Item, from: string, by: string | null): void;
  asked: Surroundings['asked'];
  kept(entity: string, key: string, value: Record<string, unknown>, by: Running | null): void;
}

export interface World {
  kernel: Kernel;
  /** Whether calls to the outside may fail now. */
  stormy: boolean;
  site: MemorySite;
  jira: MemoryJira;
  store: MemoryStore;
  zone: string;
  /** The project's first day. */
  firstDay: string;
  /** All states of each item, the oldest first. */
  states: Map<string, State[]>;
  /** Settings as they were from a moment on. */
  settings: Map<string, { at: number; rules: Rules; goals: Goal[] }[]>;
  /** What people wrote last to properties that are not the app's own. */
  foreign: Map<string, string | null>;
  logs: string[];
  watch: Watch;
  app: typeof createApp;
  run(
    what: { name: string; account?: string | null; lifeMs?: number },
    work: (ports: Ports) => Promise<unknown>,
    ended: (ending: Ending) => void,
  ): Running;
  /** Where orders of scans go. */
  onPush(listener: (order: ScanOrder) => void): void;
  newItem(projectId: string, more?: Partial<Item>): Item;
  write(item: Item, key: string, value: unknown, by: string): void;
  settingsNow(projectId: string): { rules: Rules; goals: Goal[] };
}

export interface WorldOptions {
  seed: number;
  chaos?: (kernel: Kernel) => Chaos;
  mutation?: Mutation;
  /** A small world that is the same for every seed of faults. */
  fixed?: boolean;
}

const nothingToWatch: Watch = {
  wrote: () => undefined,
  moved: () => undefined,
  asked: () => undefined,
  kept: () => undefined,
};

/** A complete answer for a goal, as its property says it. */
export const answerFor = (goal: string, more: object = {}) => ({
  ...{ v: 1, why: 'move', state: 'answered', goal, by: `${CANARY} a`, expect: 'b', measure: 'c' },
  ...{ checkBy: '2029-01-01', extra: 'kept as it is' },
  ...more,
});

export function createWorld({ seed, chaos, mutation = {}, fixed = false }: WorldOptions): World {
  const start = START_TIMES[seed % START_TIMES.length] ?? 0;
  const kernel = createKernel(seed, start);
  const { random } = kernel;
  const zone = fixed ? 'Europe/Berlin' : random.pick(ZONES);
  const lagTop = fixed ? 0 : random.pick([0, 2_000, 30_000, LONGEST_LAG]);
  const lag = () => (lagTop === 0 ? 0 : random.below(lagTop));
  const queryLagTop = fixed ? 0 : random.pick([0, 0, 3_000]);
  const skewTop = fixed || random.chance(0.6) ? 0 : 5 * MINUTE;
  const states = new Map<string, State[]>();
  const listeners: ((order: ScanOrder) => void)[] = [];
  const storm = chaos?.(kernel) ?? noFaults;
  let keeper: Running | null = null;
  let started = 0;
  let made = 0;

  const site = createSite({
    now: kernel.now,
    lag,
    changed(item) {
      const known = states.get(item.id) ?? [];
      known.push({ at: kernel.now(), row: site.rowOf(item) });
      states.set(item.id, known);
    },
  });
  const jira = memoryJira(site, {
    now: kernel.now,
    later: (ms, run) => kernel.at(kernel.now() + ms, run),
    task: () => ({ ms: fixed ? 0 : random.below(3_000), fails: false }),
    pageLimit: fixed ? 100 : random.pick([3, 7, 100]),
    wrote: (write) => world.watch.wrote(write),
    moved: (item, from, by) => world.watch.moved(item, from, by),
  });
  const store = memoryStore({
    now: kernel.now,
    lag: () => (queryLagTop === 0 ? 0 : random.below(queryLagTop)),
    written: (entity, key, value) => world.watch.kept(entity, key, value, keeper),
  });

  const world: World = {
    ...{ kernel, site, jira, store, zone, states },
    stormy: false,
    firstDay: dayOf(start + 12 * HOUR, zone),
    settings: new Map(),
    foreign: new Map(),
    logs: [],
    watch: nothingToWatch,
    app: createApp,
    run({ name, account = null, lifeMs = 15 * MINUTE }, work, ended) {
      const skew = skewTop === 0 ? 0 : random.below(2 * skewTop) - skewTop;
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
        ...{ created, updated: created, categoryChanged: created },
        visibleTo: null,
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
    chaos: { next: (call) => (world.stormy ? storm.next(call) : null) },
    store: store.driver,
    number: () => {
      started += 1;
      return started;
    },
    jira: (call, by) => jira.handle(call, by),
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
  populate(world, fixed);
  return world;
}

/** Answers that a world begins with; most items have none. */
function anAnswer(world: World): unknown {
  const { random } = world.kernel;
  const day = addDays(world.firstDay, random.below(40) - 20);
  return random.pick([
    answerFor('g1'),
    answerFor('g2'),
    answerFor('g1', { checkBy: day }),
    answerFor('g1', { stopBy: day }),
    { v: 1, why: 'run', state: 'answered' },
    { v: 1, why: 'move', state: 'half', goal: 'g1' },
    { v: 7, text: CANARY },
    'no answer at all',
  ]);
}

function populate(world: World, fixed: boolean): void {
  const { kernel, firstDay } = world;
  const { random } = kernel;
  for (const projectId of PROJECTS) {
    if (projectId === '2' && (fixed || random.chance(0.6))) continue;
    const base = projectId === '1' ? 0 : 100;
    const id = (one: string) => String(Number(one) + base);
    const old = (days: number): Partial<Item> => {
      const at = kernel.now() - days * DAY_MS - random.below(DAY_MS);
      return { created: at, updated: at, categoryChanged: at };
    };
    const parents = [0, 1, 2].slice(0, 1 + random.below(3)).map(() => {
      const epic = world.newItem(projectId, { ...old(100), typeId: id(TYPE.epic) });
      if (random.chance(0.6)) world.write(epic, 'ladder-answer', answerFor('g1'), 'ann');
      return epic.id;
    });
    const count = fixed ? 12 : 6 + random.below(16);
    for (let i = 0; i < count; i += 1) {
      const item = world.newItem(projectId, {
        ...old(random.pick([3, 60, 88, 89, 90, 120, 178, 180, 250])),
        typeId: id(random.pick([TYPE.story, TYPE.story, TYPE.bug, TYPE.chore, TYPE.subtask])),
        statusId: id(random.pick([STATUS.todo, STATUS.todo, STATUS.doing, STATUS.done])),
        labels: random.chance(0.1) ? ['legal'] : [],
        parentId: random.chance(0.3) ? random.pick(parents) : null,
        visibleTo: !fixed && random.chance(0.06) ? ['cat'] : null,
      });
      if (random.chance(0.3)) world.write(item, 'ladder-answer', anAnswer(world), 'ann');
      if (random.chance(0.3)) world.write(item, 'other-app', { text: `${CANARY} other` }, 'cat');
    }
    const goals = [
      aGoal({ id: 'g1', firstDay: '2026-01-01', lastDay: '2029-12-31' }),
      aGoal({ id: 'g2', firstDay: '2026-01-01', lastDay: addDays(firstDay, random.below(6) - 3) }),
    ];
    const rules: Rules = {
      ...DEFAULT_RULES,
      timeZone: world.zone,
      scan: true,
      graceDays: fixed ? 14 : random.pick([0, 3, 14]),
      exemptTypeIds: [id(TYPE.chore)],
      exemptLabels: random.chance(0.5) ? ['legal'] : [],
      agesByType: random.chance(0.3)
        ? [{ typeId: id(TYPE.bug), warnAfterDays: 30, flagAfterDays: 60 }]
        : [],
    };
    world.settings.set(projectId, [{ at: 0, rules, goals }]);
  }
}

/** The first instant at which a night's scan is due. */
export const nightOf = (world: World, day: string): number =>
  startOfDay(day, world.zone) + 2 * HOUR;

/** Stores the settings and the place in the round that the world begins with. */
export async function settle(world: World): Promise<void> {
  const endings: string[] = [];
  for (const [projectId, [first]] of world.settings) {
    if (!first) continue;
    const { goals, rules } = first;
    world.run(
      { name: 'settle' },
      async ({ settings, scans, clock }) => {
        const at = clock.now();
        await scans.plan(projectId, true, at, () => nightOf(world, world.firstDay));
        const act = { projectId, subject: 'rules', kind: 'rules.save', by: 'dan', at } as const;
        await settings.save(
          { projectId, rev: 0, goals, rules },
          { ...act, before: null, after: null },
        );
      },
      ({ kind }) => endings.push(kind),
    );
  }
  await world.kernel.drive(world.kernel.now() + MINUTE);
  if (endings.some((kind) => kind !== 'done')) throw new Error(`not settled: ${endings.join()}`);
}
