import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, DAY_MS } from '../../src/domain/days';
import {
  allOf,
  changesSince,
  decisionNumbers,
  decisionProblems,
  isReversal,
  type Decided,
  type DecisionHistory,
  type DecisionInput,
  type Ended,
} from '../../src/domain/decision';
import { MESSAGES } from '../../src/domain/messages';
import { at } from '../support/builders';

const JUNE = {
  from: at('2026-06-01T00:00:00Z'),
  to: at('2026-07-01T00:00:00Z'),
  zone: 'UTC',
};
const decided = (more: Partial<Decided> = {}): Decided => ({
  kind: 'kill',
  reason: 'x',
  by: 'po',
  at: at('2026-06-10T12:00:00Z'),
  forum: '',
  flag: null,
  wasIn: '1',
  ...more,
});
const ended = (how: Ended['how']): Ended => ({ how, by: 'po', at: at('2026-06-20T12:00:00Z') });
const now = (more: Partial<Decided> = {}): DecisionHistory => ({ now: decided(more), past: [] });
const past = (how: Ended['how'] | null, more: Partial<Decided> = {}): DecisionHistory => ({
  now: null,
  past: [{ decided: decided(more), ended: how && ended(how) }],
});

test('what was decided is counted by kind; what was taken back is a reversal and no decision', () => {
  const histories = [
    now({ effort: 3 }),
    now({ kind: 'park', effort: 2 }),
    now({ kind: 'keep', effort: 8 }),
    past(null, { kind: 'fix' }),
    past('undone', { effort: 5 }),
    past('undone', { kind: 'keep' }),
    past('reopened'),
    past('woken', { kind: 'park' }),
  ];
  expect(decisionNumbers(histories, JUNE)).toEqual({
    ...{ decided: 6, killed: 2, parked: 2, kept: 1, fixed: 1, reversed: 3 },
    ...{ releasedEffort: 5, withEffort: 2, medianDays: null, offered: 0 },
  });
});

test('what the offer parked is counted by itself, also when it was taken back', () => {
  const flag = { reason: 'aged' as const, since: '2026-06-07' };
  const histories = [
    now({ flag: { ...flag, since: '2026-06-01' } }),
    now({ kind: 'park', flag, effort: 2, offered: true }),
    past('undone', { kind: 'park', offered: true }),
    past('replaced', { kind: 'park', offered: true }),
  ];
  expect(decisionNumbers(histories, JUNE)).toEqual({
    ...{ decided: 1, killed: 1, parked: 0, kept: 0, fixed: 0, reversed: 0 },
    ...{ releasedEffort: 0, withEffort: 0, medianDays: 9, offered: 3 },
  });
});

test('the days from the flag to the decision are the median of those that had a flag', () => {
  const flagged = (since: string) => now({ flag: { reason: 'aged', since } });
  const days = (...sinces: string[]) =>
    decisionNumbers([now(), ...sinces.map(flagged)], JUNE).medianDays;
  expect(days('2026-06-07')).toBe(3);
  expect(days('2026-06-07', '2026-06-01')).toBe(6);
  expect(days('2026-06-07', '2026-06-01', '2025-06-10')).toBe(9);
  // A flag of another zone's tomorrow.
  expect(days('2026-06-11')).toBe(0);
});

test.each([
  ['America/Los_Angeles', '2026-06-11T01:00:00Z', 0],
  ['America/Los_Angeles', '2026-06-11T07:00:00Z', 1],
  ['Pacific/Auckland', '2026-06-10T11:59:00Z', 0],
  ['Pacific/Auckland', '2026-06-10T22:00:00Z', 1],
])('days from the flag are days of the project: in %s at %s it is %i', (zone, instant, days) => {
  const one = now({ at: at(instant), flag: { reason: 'aged', since: '2026-06-10' } });
  expect(decisionNumbers([one], { ...JUNE, zone }).medianDays).toBe(days);
});

test('a window takes in its first instant and not its last', () => {
  expect(decisionNumbers([now({ at: JUNE.from }), now({ at: JUNE.to })], JUNE).decided).toBe(1);
});

const anyDecided = fc
  .record({
    kind: fc.constantFrom('kill' as const, 'park' as const, 'keep' as const, 'fix' as const),
    days: fc.integer({ min: 0, max: 60 }),
    effort: fc.option(fc.integer({ min: 0, max: 13 }), { nil: undefined }),
    offered: fc.constantFrom(undefined, true as const),
  })
  .map(({ days, ...more }) => decided({ ...more, at: JUNE.from - 10 * DAY_MS + days * DAY_MS }));
const anyHistory = fc.record({
  now: fc.option(anyDecided),
  past: fc.array(
    fc.record({
      decided: anyDecided,
      ended: fc.option(
        fc.constantFrom('woken', 'reopened', 'undone', 'replaced').map((how) => ended(how)),
      ),
    }),
    { maxLength: 4 },
  ),
});

test('numbers of two windows side by side, and of two groups of items, add up', () => {
  const summed = [
    'decided',
    'killed',
    'parked',
    'kept',
    'fixed',
    'reversed',
    'releasedEffort',
    'withEffort',
    'offered',
  ] as const;
  fc.assert(
    fc.property(fc.array(anyHistory), fc.array(anyHistory), (a, b) => {
      const middle = JUNE.from + 13 * DAY_MS;
      const all = decisionNumbers([...a, ...b], JUNE);
      const parts = [
        [
          { ...JUNE, to: middle },
          { ...JUNE, from: middle },
        ].map((window) => decisionNumbers([...a, ...b], window)),
        [a, b].map((some) => decisionNumbers(some, JUNE)),
      ];
      for (const some of parts)
        for (const name of summed)
          expect(some.reduce((sum, one) => sum + one[name], 0)).toBe(all[name]);
      expect(all.killed + all.parked + all.kept + all.fixed).toBe(all.decided);
      expect([...a, ...b].flatMap(allOf).filter(isReversal).length).toBeGreaterThanOrEqual(
        all.reversed,
      );
    }),
  );
});

test('what has changed is named, and nothing else', () => {
  const seen = { statusId: '1', flag: null, answer: null, rev: 3 };
  const same = { ...seen, isDone: false };
  const flag = { reason: 'aged' as const, since: '2026-06-01' };
  expect(changesSince(seen, same)).toEqual([]);
  expect(changesSince(seen, { ...same, statusId: '2' })).toEqual(['status']);
  // That it is closed says why its status is another.
  expect(changesSince(seen, { ...same, statusId: '2', isDone: true })).toEqual(['closed']);
  expect(changesSince(seen, { ...same, flag })).toEqual(['flag']);
  expect(
    changesSince({ ...seen, flag }, { ...same, flag: { ...flag, since: '2026-06-02' } }),
  ).toEqual(['flag']);
  expect(changesSince(seen, { ...same, answer: 'f', rev: 4 })).toEqual(['answer', 'decision']);
});

test('a date is asked of what rests, and only of that', () => {
  const of = (kind: Decided['kind'], until?: string) =>
    Object.keys(decisionProblems({ kind, until, reason: 'x', fix: 'answer' }, '2026-06-10'));
  expect([of('park'), of('keep', '2026-06-10'), of('keep', '2026-06-11')]).toEqual([
    ['until'],
    ['until'],
    [],
  ]);
  expect([of('kill'), of('fix')]).toEqual([[], []]);
});

test('a decision says why, a mend says how, and nothing rests for more than five years', () => {
  const TODAY = '2026-06-10';
  const of = (more: Partial<DecisionInput>) =>
    decisionProblems({ kind: 'kill', reason: 'x', ...more }, TODAY);
  expect(of({})).toEqual({});
  expect(of({ reason: ' ' })).toEqual({ reason: MESSAGES.decision.reason });
  expect(of({ kind: 'fix' })).toEqual({ fix: MESSAGES.decision.fix });
  expect(of({ kind: 'fix', fix: 'answer' })).toEqual({});
  const farthest = addDays(TODAY, 5 * 365);
  expect(of({ kind: 'keep', until: farthest })).toEqual({});
  expect(of({ kind: 'park', until: addDays(farthest, 1) })).toEqual({
    until: MESSAGES.decision.untilFar,
  });
});
