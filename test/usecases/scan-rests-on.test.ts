// What a scan rests on and what it counts: the answered parents, the team's pace, the night's numbers.
import { expect, test } from '@jest/globals';
import { undeliveredClause } from '../../src/domain/band-clause';
import { clauseOf } from '../../src/domain/bet-sum';
import { holds, type Clause } from '../../src/domain/clause';
import { coverageCounted } from '../../src/domain/coverage';
import { addDays, DAY_MS } from '../../src/domain/days';
import type { ItemFacts, ParentFacts } from '../../src/domain/item';
import type { KnownParents, Pace, Ports } from '../../src/ports';
import { frameOf } from '../../src/usecases/scan/frame';
import { samplePace } from '../../src/usecases/scan/pace';
import { snapshotOf } from '../../src/usecases/scan/snapshot';
import { aFrame, anAnswer, anItem, aParent, at, someRules, value } from '../support/builders';

const TODAY = '2026-11-21';
const NOW = at(`${TODAY}T02:00:00Z`);
const MOMENT = { now: NOW, today: TODAY };
const TYPES = [
  { id: '1', name: 'Story', level: 0 },
  { id: '3', name: 'Epic', level: 1 },
  { id: '4', name: 'Initiative', level: 2 },
  { id: '5', name: 'Sub-task', level: -1 },
];
const undelivered = { resolutionIds: ['7'], statusIds: ['107'] };
const SETTINGS = {
  projectId: '1',
  rev: 1,
  goals: [],
  rules: someRules({ exemptTypeIds: ['1', '999'], undelivered }),
};

/** A project of these items, and how often the parents were listed. */
function parentsSite(items: ItemFacts[]) {
  const state = { items, known: null as KnownParents | null, lists: 0 };
  const found = (clause: Clause) => state.items.filter((item) => holds(clause, item, NOW));
  const ports = {
    clock: { now: () => NOW },
    parents: {
      read: async () => state.known,
      save: async (_project: string, known: KnownParents) => void (state.known = known),
    },
    backlog: {
      count: async (_project: string, clause: Clause) => found(clause).length,
      async parents(_project: string, clause: Clause): Promise<ParentFacts[]> {
        state.lists += 1;
        return found(clause).map(({ id, key, answer, result }) => ({ id, key, answer, result }));
      },
    },
  };
  const on = (today: string) =>
    frameOf(ports as unknown as Ports, SETTINGS as never, TYPES, { ...MOMENT, today });
  const idsOn = async (today: string) => (await on(today)).parents.map(({ id }) => id);
  return { state, on, idsOn };
}

test('answers of items above the standard level speak for their children, and no others', async () => {
  const answer = value(anAnswer());
  const { idsOn } = parentsSite([
    ...TYPES.map(({ id }) => anItem({ id: `900${id}`, typeId: id, answer })),
    anItem({ id: '9999', typeId: '3' }),
  ]);
  expect(await idsOn(TODAY)).toEqual(['9003', '9004']);
});

test('items of the standard level are asked, but for types that the project no longer has', async () => {
  const { standardTypeIds, rules } = await parentsSite([]).on(TODAY);
  expect([standardTypeIds, rules.exemptTypeIds]).toEqual([['1'], ['1']]);
});

test('what a scan rests on calls no item undelivered, whatever the rules say', async () => {
  const frame = await parentsSite([]).on(TODAY);
  const wontDo = anItem({ category: 'done', statusId: '107', resolutionId: '7' });
  expect(frame.rules.undelivered).toBeNull();
  expect(holds(undeliveredClause(frame), wontDo, NOW)).toBe(false);
});

test('parents are listed again after a week, or as soon as there are more or fewer of them', async () => {
  const epic = (id: string) => anItem({ id, typeId: '3', answer: value(anAnswer()) });
  const { state, idsOn } = parentsSite([epic('9001')]);
  await idsOn(TODAY);
  await idsOn(addDays(TODAY, 6));
  expect(state.lists).toBe(1);
  await idsOn(addDays(TODAY, 7));
  expect(state.lists).toBe(2);
  state.items.push(epic('9002'));
  expect(await idsOn(addDays(TODAY, 8))).toEqual(['9001', '9002']);
  state.items.pop();
  expect(await idsOn(addDays(TODAY, 9))).toEqual(['9001']);
});

test('the pace is sampled once a week, from the day on which work began in any status of that', async () => {
  const statuses = [
    { id: '11', category: 'new' },
    { id: '12', category: 'indeterminate' },
    { id: '14', category: 'indeterminate' },
    { id: '13', category: 'done' },
  ];
  const asked: (readonly string[])[] = [];
  const stays = Array.from({ length: 20 }, (_none, i) => ({
    started: NOW - (i + 1) * DAY_MS,
    finished: NOW,
  }));
  const ports = {
    // At night there is nobody but the app.
    projects: { statuses: async (_project: string, as: string) => (as === 'app' ? statuses : []) },
    backlog: {
      async stays(_project: string, clause: Clause, { startedIn }: { startedIn: string[] }) {
        asked.push(startedIn);
        const isMeant = (category: ItemFacts['category']) =>
          holds(clause, anItem({ category }), NOW);
        expect([isMeant('done'), isMeant('indeterminate')]).toEqual([true, false]);
        return stays;
      },
    },
  } as unknown as Ports;
  const on = (known: Pace | null, today: string) => samplePace(ports, '1', aFrame(), known, today);
  const first = await on(null, TODAY);
  expect(first).toEqual({ day: TODAY, of: 20, half: 10, most: 17 });
  expect(await on(first, addDays(TODAY, 6))).toBe(first);
  expect(asked).toEqual([['12', '14']]);
  expect(await on(first, addDays(TODAY, 7))).toMatchObject({ day: addDays(TODAY, 7) });
  expect(asked).toHaveLength(2);
  // Too few say nothing of a pace, and are not asked for again before the week is over.
  stays.length = 19;
  const none = await on(null, TODAY);
  expect(none).toEqual({ day: TODAY, of: 0, half: 0, most: 0 });
  expect(await on(none, addDays(TODAY, 1))).toBe(none);
});

test('with more answered parents than one search names, the night’s numbers are the same', async () => {
  const flag = (is: 'warned' | 'candidate') =>
    value({ flag: is, reason: 'aged' as const, since: '2026-11-01' });
  const parents = Array.from({ length: 1_200 }, (_none, i) =>
    aParent({ id: String(50_000 + i), answer: value(anAnswer()) }),
  );
  const items = [
    ...[0, 499, 500, 999, 1_000, 1_199].map((n) => ({ parentId: String(50_000 + n) })),
    ...[{ flag: flag('warned') }, { flag: flag('warned') }, { flag: flag('candidate') }],
    ...[{ answer: value(anAnswer()) }, { parentId: '60000' }],
  ].map((more, i) =>
    anItem({ id: String(10_000 + i), category: 'indeterminate', statusId: '12', ...more }),
  );
  const frame = aFrame({ parents });
  const asked: Clause[] = [];
  const ports = {
    backlog: {
      async count(_project: string, clause: Clause) {
        asked.push(clause);
        return items.filter((item) => holds(clause, item, NOW)).length;
      },
    },
  };
  const turn = { ports, settings: SETTINGS, frame, moment: MOMENT };
  const snapshot = await snapshotOf(turn as never);
  const { asked: all, own, parent } = coverageCounted(frame);
  const listed = (counted: Parameters<typeof clauseOf>[1]) =>
    items.filter((item) => holds(clauseOf(frame, counted), item, NOW)).length;
  expect(snapshot).toMatchObject({
    ...{ projectId: '1', day: TODAY, asked: listed(all), own: listed(own) },
    ...{ parent: listed(parent), warned: 2, candidates: 1 },
  });
  expect(snapshot).toMatchObject({ asked: 11, own: 1, parent: 6 });
  const mostIds = (clause: Clause): number =>
    'of' in clause
      ? clause.of.reduce((sum, one) => sum + mostIds(one), 0)
      : Number(clause.kind === 'in' && clause.field === 'parent' && clause.ids.length);
  expect(Math.max(...asked.map(mostIds))).toBeLessThanOrEqual(500);
});
