import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAnswer, writeAnswer } from '../../src/contract/properties';
import { fingerprint } from '../../src/contract/fingerprint';
import { keep, missingParts, sinceOf } from '../../src/domain/answer';
import { goalProblems, isActive, isOver, progress, wasActiveOn } from '../../src/domain/goal';
import { answerOf, betOf } from '../../src/domain/inherit';
import { ageInDays, findingOf } from '../../src/domain/kill';
import { undeliveredOf } from '../../src/domain/rules';
import {
  aFrame,
  aGoal,
  anAnswer,
  anItem,
  aParent,
  at,
  none,
  someRules,
  value,
} from '../support/builders';

const goals = [aGoal()];
const settings = { goals, rules: someRules() };
const never = () => false;

test('move and test need a goal, a sentence and a day; keep it running needs nothing', () => {
  expect(missingParts({ why: 'test' })).toEqual(['goal', 'by', 'expect', 'checkBy']);
  expect(missingParts(anAnswer({ expect: '  ' }))).toEqual(['expect']);
  expect(missingParts(anAnswer({ by: '\u200b', expect: ' \u200d\u2060 ' }))).toEqual([
    'by',
    'expect',
  ]);
  expect(missingParts({ why: 'run' })).toEqual([]);
});

test('the day and the moment of an answer stay what they were when it became complete', () => {
  const since = { when: 'before' as const, answered: '2026-03-01' };
  const first = keep(anAnswer({ when: undefined, answered: undefined }), since);
  expect(first).toMatchObject({ state: 'answered', ...since });
  expect(sinceOf(first, anAnswer({ by: 'another way' }))).toEqual(since);
  expect(keep({ why: 'move', goal: 'g1' }, since)).toEqual({
    why: 'move',
    goal: 'g1',
    state: 'half',
  });
});

test('an answer that was half, says no moment, or turns from keeping it running into a goal is a new one', () => {
  expect(sinceOf(null, anAnswer())).toBeNull();
  expect(sinceOf(anAnswer({ state: 'half' }), anAnswer())).toBeNull();
  expect(sinceOf(anAnswer({ when: undefined }), anAnswer())).toBeNull();
  const run = { ...anAnswer(), why: 'run' as const };
  expect(sinceOf(run, anAnswer())).toBeNull();
  expect(sinceOf(run, { why: 'run' })).toEqual({ when: 'before', answered: '2026-02-01' });
});

test('own complete answer, then the parent’s, then own half', () => {
  const half = value(anAnswer({ state: 'half', expect: undefined }));
  const parent = aParent({ answer: value(anAnswer({ by: 'the epic' })) });
  expect(betOf(anItem({ answer: value(anAnswer()) }), parent, goals).source).toBe('own');
  expect(betOf(anItem({ answer: half }), parent, goals)).toMatchObject({
    source: 'parent',
    answer: { by: 'the epic' },
  });
  expect(betOf(anItem({ answer: half }), null, goals).source).toBe('none');
  const foreign = aParent({ answer: value(anAnswer({ goal: 'elsewhere' })) });
  expect(betOf(anItem(), foreign, goals).source).toBe('none');
  const running = aParent({ answer: value({ why: 'run', state: 'answered' }) });
  expect(betOf(anItem(), running, goals).source).toBe('parent');
});

test('a child shares the result of its parent’s bet', () => {
  const result = value({ result: 'moved' as const, evidence: 'judged' as const, at: '2026-05-01' });
  const parent = aParent({ answer: value(anAnswer()), result });
  expect(betOf(anItem(), parent, goals).result?.result).toBe('moved');
  expect(betOf(anItem({ answer: value(anAnswer()) }), parent, goals).result).toBeNull();
});

test.each([
  ['no answer', anItem(), 'none', null],
  ['exempt type', anItem({ typeId: '3' }), 'exempt', null],
  ['exempt label', anItem({ labels: ['ops'] }), 'exempt', null],
  ['sub-task', anItem({ level: -1 }), 'exempt', null],
  ['epic', anItem({ level: 1 }), 'none', null],
  ['half', anItem({ answer: value(anAnswer({ state: 'half' })) }), 'half', null],
  ['answered', anItem({ answer: value(anAnswer()) }), 'answered', null],
  [
    'another project’s goal',
    anItem({ answer: value(anAnswer({ goal: 'gx' })) }),
    'half',
    'other-project',
  ],
  ['unreadable', anItem({ answer: { kind: 'unreadable' } }), 'none', 'unreadable'],
  ['newer', anItem({ answer: { kind: 'newer' } }), 'none', 'newer'],
])('an item with %s is called by its state', (_name, item, state, message) => {
  const rules = someRules({ exemptTypeIds: ['3'], exemptLabels: ['ops'] });
  expect(answerOf(item, null, { ...settings, rules }, never)).toMatchObject({ state, message });
});

test('the goal of an answer that is over is said, the answer stays', () => {
  const item = anItem({ answer: value(anAnswer()) });
  expect(answerOf(item, null, settings, () => true)).toMatchObject({
    state: 'answered',
    message: 'goal-over',
  });
});

test('a goal counts inside its days, and on the day it was ended', () => {
  const goal = aGoal({ firstDay: '2026-04-01', lastDay: '2026-06-30' });
  expect(
    ['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'].map((d) => isActive(goal, d)),
  ).toEqual([false, true, true, false]);
  const ended = { ...goal, endedOn: '2026-05-10' };
  expect(isActive(ended, '2026-05-10')).toBe(false);
  expect(wasActiveOn(ended, '2026-05-10')).toBe(true);
  expect(wasActiveOn(ended, '2026-05-11')).toBe(false);
  expect(isOver(ended, '2026-05-10')).toBe(true);
});

test('a falling metric wants a lower target, a rising one a higher', () => {
  expect(goalProblems(aGoal({ direction: 'down', baseline: 40, target: 10 }))).toEqual({});
  expect(goalProblems(aGoal({ direction: 'down', baseline: 10, target: 40 }))).toHaveProperty(
    'target',
  );
  expect(goalProblems(aGoal({ baseline: 5, target: 5 }))).toHaveProperty('target');
  expect(progress(aGoal({ direction: 'down', baseline: 40, target: 10 }), 25)).toBe(0.5);
});

test('age counts from creation, or from the start while in progress', () => {
  const now = at('2026-06-10T12:00:00Z');
  const created = at('2026-01-01T12:00:00Z');
  const started = at('2026-06-01T12:00:00Z');
  const item = { created, categoryChanged: started, category: 'new' as const };
  expect(ageInDays(item, now)).toBe(160);
  expect(ageInDays({ ...item, category: 'indeterminate' }, now)).toBe(9);
});

test('an answered item is found when its stop date, its check date or its goal is over, in this order', () => {
  const moment = { now: at('2026-11-21T12:00:00Z'), today: '2026-11-21' };
  const reason = (more: object, frame = aFrame()) =>
    findingOf(
      anItem({ updated: moment.now, answer: value(anAnswer({ checkBy: '2027-01-01', ...more })) }),
      frame,
      moment,
    )?.reason ?? null;
  expect(reason({})).toBeNull();
  expect(reason({ checkBy: '2026-11-20', stopBy: '2026-11-20' })).toBe('stop');
  expect(reason({ checkBy: '2026-11-20' })).toBe('check');
  expect(reason({ checkBy: '2026-11-21' })).toBeNull();
  expect(reason({}, aFrame({ goals: [aGoal({ lastDay: '2026-11-20' })] }))).toBe('goal');
});

test('undelivered resolutions are found by name, whatever their case, unless the project has its own list', () => {
  const site = {
    resolutions: [
      { id: '1', name: 'Done' },
      { id: '2', name: "WON'T FIX" },
      { id: '3', name: ' Duplicate ' },
    ],
    statuses: [{ id: '9', name: 'Rejected' }],
  };
  expect(undeliveredOf(someRules(), site)).toEqual({ resolutionIds: ['2', '3'], statusIds: ['9'] });
  const own = { resolutionIds: ['1'], statusIds: [] };
  expect(undeliveredOf(someRules({ undelivered: own }), site)).toEqual(own);
});

test('whatever a property holds is read without a throw, and what was written is read back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (junk) => {
      expect(['none', 'value', 'newer', 'unreadable']).toContain(readAnswer(junk).kind);
      expect(typeof (fingerprint(junk) ?? '')).toBe('string');
    }),
  );
  expect(readAnswer(writeAnswer(anAnswer()))).toEqual(value(anAnswer()));
  expect(readAnswer({ v: 2, anything: true }).kind).toBe('newer');
  expect(readAnswer(undefined)).toEqual(none);
  expect(readAnswer({ v: 1, why: 'move', state: 'answered' }).kind).toBe('unreadable');
  expect(readAnswer({ v: 1, why: 'move', state: 'answered', goal: 'g1' }).kind).toBe('unreadable');
});

test('a fingerprint does not depend on the order of keys', () => {
  expect(fingerprint({ a: 1, b: { c: 2, d: [3] } })).toBe(
    fingerprint({ b: { d: [3], c: 2 }, a: 1 }),
  );
  expect(fingerprint({ a: 1 })).not.toBe(fingerprint({ a: 2 }));
  expect(fingerprint(null)).toBeNull();
});
