// What serves a goal today, as a function of an item and as a search condition.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { missingForStart } from '../../src/domain/gate';
import { parentOf } from '../../src/domain/band';
import { openAskedClause } from '../../src/domain/coverage';
import { and, holds, simplify } from '../../src/domain/clause';
import { addDays, dayOf } from '../../src/domain/days';
import { betOf, isAsked } from '../../src/domain/inherit';
import { valueOf } from '../../src/domain/item';
import {
  inProgressClause,
  servesGoal,
  startedAnywayClause,
  startedWithoutClause,
  workClauses,
} from '../../src/domain/serve';
import { anyFrame, anyItem, NOW } from '../support/arbitraries';
import { aFrame, aGoal, anAnswer, anItem, aParent, value } from '../support/builders';
import { runsOf } from '../support/runs';

const runs = runsOf(60);
const anyDay = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n));

test('serving a goal is the same for an item and as a search condition', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, anyDay, (item, frame, today) => {
      const clause = workClauses(frame, today).serves;
      expect(holds(clause, item, NOW)).toBe(servesGoal(item, frame, today));
      expect(holds(simplify(clause), item, NOW)).toBe(servesGoal(item, frame, today));
    }),
    runs,
  );
});

test('what serves a goal and calendar work are together all standard items, and share none', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, anyDay, fc.boolean(), (some, frame, today, standard) => {
      const item = standard ? some : { ...some, typeId: '9', level: 1 };
      const { serves, calendar } = workClauses(frame, today);
      expect(Number(holds(serves, item, NOW)) + Number(holds(calendar, item, NOW))).toBe(
        standard ? 1 : 0,
      );
      expect(holds(serves, item, NOW)).toBe(standard && servesGoal(item, frame, today));
    }),
    runs,
  );
});

test('the work in progress is in exactly one of the two lists', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, anyDay, (item, frame, today) => {
      const within = inProgressClause(frame);
      const { serves, calendar } = workClauses(frame, today);
      const lists = [serves, calendar].filter((list) => holds(and(list, within), item, NOW));
      expect(lists).toHaveLength(item.category === 'indeterminate' ? 1 : 0);
    }),
  );
});

test('in progress without an answer is what is asked, covered by nobody and let start by nobody', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, (item, frame) => {
      const { source } = betOf(item, parentOf(item, frame), frame.goals);
      const parked = valueOf(item.decision)?.decision === 'parked';
      const expected =
        item.category === 'indeterminate' &&
        isAsked(item, frame.rules) &&
        !parked &&
        item.pass.kind !== 'value' &&
        source === 'none';
      const clause = startedWithoutClause(frame, openAskedClause(frame));
      expect(holds(clause, item, NOW)).toBe(expected);
    }),
    runs,
  );
});

test('started anyway is every open item that carries a pass, run out or not', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, (item, frame) => {
      const expected = item.category !== 'done' && item.pass.kind === 'value';
      expect(holds(startedAnywayClause(frame), item, NOW)).toBe(expected);
    }),
  );
});

test('whatever serves a goal today passes the gate today', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, (item, frame) => {
      if (!servesGoal(item, frame, dayOf(NOW, frame.rules.timeZone))) return;
      const settings = { goals: [...frame.goals], rules: frame.rules };
      expect(missingForStart(item, parentOf(item, frame), settings, NOW)).toBe('pass');
    }),
    runs,
  );
});

test('an own answer that is complete speaks before the parent’s, also when it serves nothing', () => {
  const epic = aParent({ answer: value(anAnswer()) });
  const frame = aFrame({ goals: [aGoal()], parents: [epic] });
  const child = anItem({ parentId: epic.id });
  const serves = (more: Partial<typeof child>) =>
    servesGoal({ ...child, ...more }, frame, '2026-06-10');
  expect(serves({})).toBe(true);
  expect(serves({ answer: value(anAnswer({ state: 'half' })) })).toBe(true);
  expect(serves({ answer: value(anAnswer({ goal: 'elsewhere' })) })).toBe(true);
  expect(serves({ answer: value({ why: 'run', state: 'answered' }) })).toBe(false);
  expect(serves({ parentId: null })).toBe(false);
});

test('a goal counts from its first day to its last, and not once it was ended', () => {
  const item = anItem({ answer: value(anAnswer()) });
  const on = (today: string, more: Parameters<typeof aGoal>[0] = {}) => {
    const goal = aGoal({ firstDay: '2026-04-01', lastDay: '2026-06-30', ...more });
    return servesGoal(item, aFrame({ goals: [goal] }), today);
  };
  expect(on('2026-03-31')).toBe(false);
  expect(on('2026-04-01')).toBe(true);
  expect(on('2026-06-30')).toBe(true);
  expect(on('2026-07-01')).toBe(false);
  expect(on('2026-05-02', { endedOn: '2026-05-01' })).toBe(false);
  expect(on('2026-05-02', { metric: '' })).toBe(false);
});
