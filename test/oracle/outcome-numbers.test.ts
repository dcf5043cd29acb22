// The independent script over rows whose numbers are known by looking at them.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const SCRIPT = join(__dirname, 'outcome-numbers.mjs');
const folder = mkdtempSync(join(tmpdir(), 'ladder-outcome-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Told {
  type?: string;
  parent?: string;
  answer?: object;
  result?: string;
  labels?: string[];
  components?: string[];
  points?: number;
  done?: string | null;
  resolution?: string;
  killed?: boolean;
  visibleTo?: string[];
}

const bet = (goal: string, more: object = {}) => ({
  v: 1,
  why: 'move',
  state: 'answered',
  goal,
  when: 'before',
  checkBy: '2020-05-01',
  ...more,
});
const SORTED = { v: 1, why: 'move', state: 'half', when: 'sorted' };

/** Items by key; finished at noon UTC of a day, open with null. */
const ROWS: Record<string, Told> = {
  'Q-1': { type: 'Epic', done: null, answer: bet('g'), result: 'moved' },
  'Q-2': { parent: 'Q-1', components: ['A'], points: 3 },
  'Q-3': { parent: 'Q-1', components: ['A', 'B'], points: 5, done: '2020-02-10T12:00:00Z' },
  'Q-4': { answer: bet('g', { checkBy: '2020-08-01' }), points: 1 },
  'Q-5': { answer: bet('g', { when: 'started' }) },
  'Q-6': { answer: { v: 1, why: 'run', state: 'answered', when: 'done' } },
  'Q-7': { labels: ['ops'] },
  'Q-8': { answer: bet('over') },
  'Q-9': { answer: SORTED, result: 'moved' },
  'Q-10': { resolution: 'Duplicate' },
  'Q-11': { killed: true },
  'Q-12': { done: null, answer: bet('g'), components: ['B'] },
  'Q-13': { done: '2019-12-31T12:00:00Z' },
  'Q-14': { answer: bet('g'), result: 'flat', visibleTo: ['ann'] },
  // New Year's Eve in New York, the new year in Berlin.
  'Q-15': { done: '2020-01-01T03:00:00Z' },
  'Q-16': { type: 'Step' },
};

function row([key, told]: [string, Told]): string {
  const { type = 'Story', parent, answer, result, labels, components = [], killed } = told;
  const done = told.done === undefined ? '2020-03-10T12:00:00Z' : told.done;
  const level = { Epic: 1, Story: 0, Step: -1 }[type];
  return JSON.stringify({
    key,
    names: { customfield_1: 'Story points' },
    fields: {
      summary: key,
      issuetype: { name: type, hierarchyLevel: level },
      status: { name: done ? 'Closed' : 'Open', statusCategory: { key: done ? 'done' : 'new' } },
      created: '2019-01-01T00:00:00Z',
      statuscategorychangedate: done ?? '2019-01-01T00:00:00Z',
      resolution: done ? { name: told.resolution ?? 'Done' } : null,
      parent: parent === undefined ? null : { key: parent },
      labels: labels ?? [],
      components: components.map((name) => ({ name })),
      customfield_1: told.points ?? null,
    },
    properties: {
      ...(answer && { 'ladder-answer': answer }),
      ...(result && { 'ladder-result': { v: 1, result } }),
      ...(killed && { 'ladder-decision': { v: 1, decision: 'killed' } }),
    },
    ...(told.visibleTo && { visibleTo: told.visibleTo }),
  });
}

const FILE = join(folder, 'rows.jsonl');
writeFileSync(FILE, [...Object.entries(ROWS).map(row), '{"key":', ''].join('\n'));

const goal = (id: string, last: string) => ({
  id,
  first: '2020-01-01',
  last,
  ended: null,
  complete: true,
});
const SETTINGS = {
  user: 'ann',
  zone: 'Europe/Berlin',
  projectZone: 'UTC',
  from: '2020-01-01',
  to: '2020-06-30',
  today: '2020-06-30',
  at: Date.parse('2020-06-30T12:00:00Z'),
  goals: [goal('g', '2020-12-31'), goal('over', '2020-02-01')],
  exemptTypes: [],
  exemptLabels: ['ops'],
  oldDays: 180,
  filter: {},
};
const numbers = (more: object = {}): unknown =>
  JSON.parse(
    execFileSync(process.execPath, [SCRIPT, FILE, JSON.stringify({ ...SETTINGS, ...more })], {
      encoding: 'utf8',
    }),
  );

test('counts output, aimed and the five bands, which add up', () => {
  expect(numbers()).toMatchObject({
    output: 10,
    undelivered: 2,
    aimed: 5,
    aimedBefore: 4,
    answered: 7,
    answeredAfterDone: 1,
    movedUnaimed: 1,
    bands: { moved: 3, tested: 1, run: 2, waiting: 2, unsorted: 2 },
    goals: { g: 5, over: 0 },
  });
});

test('counts each bet once, however many of its children shipped', () => {
  expect(numbers()).toMatchObject({
    bets: {
      bets: 5,
      moved: 1,
      flat: 1,
      unclear: 0,
      waiting: 1,
      due: 2,
      items: 6,
      itemsMoved: 2,
    },
  });
});

test('gives months, components and weights', () => {
  const none = { moved: 0, tested: 0, run: 0, waiting: 0, unsorted: 0 };
  expect(numbers()).toMatchObject({
    months: {
      '2020-01': { output: 1, aimed: 0, bands: { ...none, unsorted: 1 } },
      '2020-02': { output: 1, aimed: 1, bands: { ...none, moved: 1 } },
      '2020-03': { output: 8, aimed: 4 },
    },
    streams: {
      '': { shipped: 8, aimed: 3, moved: 1, open: 0 },
      A: { shipped: 2, aimed: 2, moved: 2, open: 0 },
      B: { shipped: 1, aimed: 1, moved: 1, open: 1, covered: 1, candidates: 0, old: 1 },
    },
    weighted: { output: 9, aimed: 9, bands: { ...none, moved: 8, waiting: 1 } },
  });
});

test('counts for each person what they see, in the days of their zone', () => {
  expect(numbers({ user: 'bob' })).toMatchObject({ output: 9, bets: { flat: 0 } });
  expect(numbers({ zone: 'America/New_York' })).toMatchObject({ output: 9 });
});

test('filters by goal, component, type and label', () => {
  expect(numbers({ filter: { goal: 'g' } })).toMatchObject({ output: 5, undelivered: 0 });
  expect(numbers({ filter: { component: 'B' } })).toMatchObject({ output: 1 });
  expect(numbers({ filter: { component: null } })).toMatchObject({ output: 8, undelivered: 2 });
  expect(numbers({ filter: { label: 'ops' } })).toMatchObject({ output: 1, bands: { run: 1 } });
  expect(numbers({ filter: { type: 'Epic' } })).toMatchObject({ output: 0, months: {} });
});

test('refuses to guess missing settings', () => {
  expect(spawnSync(process.execPath, [SCRIPT, FILE], { encoding: 'utf8' }).status).toBe(2);
});
