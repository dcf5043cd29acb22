import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { missingParts, type KeptAnswer } from '../../../../src/domain/answer';
import { answerInput } from '../../../../src/contract/shapes';
import { createFormat } from '../../../../static/src/format';
import {
  countPlan,
  planStep,
  type Act,
} from '../../../../static/src/surfaces/project/backlog/lane/plan';
import { planSentence } from '../../../../static/src/surfaces/project/backlog/lane/plan-sentence';
import type { Sentences } from '../../../../static/src/surfaces/project/backlog/lane/lane-item';
import { half, laneItem } from './items';

const TODAY = '2026-11-21';
const goal: Act = { kind: 'goal', why: 'move', goal: 'g1', fromParent: true };
const run: Act = { kind: 'run', because: '' };
const sentences: Sentences = new Map([
  [
    '900',
    { by: 'one page', expect: 'fewer to leave', measure: 'Conversion', checkBy: '2026-12-24' },
  ],
  ['901', { by: 'one page', expect: 'fewer to leave', checkBy: '2026-01-01' }],
]);
const goals = [
  { id: 'g1', metric: 'Conversion' },
  { id: 'g2', metric: 'Contacts' },
];
const sources = { sentences, goals, today: TODAY };
const plan = (own: KeptAnswer | null, parent: number, act: Act = goal) =>
  planStep(laneItem(1, own, parent), act, sources);

test('an item without a sentence takes the whole one of its parent', () => {
  expect(plan(null, 900)).toMatchObject({
    becomes: 'whole',
    answer: {
      why: 'move',
      goal: 'g1',
      by: 'one page',
      expect: 'fewer to leave',
      measure: 'Conversion',
      checkBy: '2026-12-24',
    },
  });
});

test('without a parent that has one the answer is half', () => {
  expect(plan(null, 0)).toMatchObject({ becomes: 'half', answer: { why: 'move', goal: 'g1' } });
  expect(plan(null, 900, { ...goal, fromParent: false })).toMatchObject({
    becomes: 'half',
    answer: { why: 'move', goal: 'g1' },
  });
});

test('a check date of the parent that is over is not taken', () => {
  const { answer, becomes } = plan(null, 901);
  expect(becomes).toBe('half');
  expect(answer.by).toBe('one page');
  expect(answer.checkBy).toBeUndefined();
});

test('an item keeps the sentence it has begun, and only its own', () => {
  const own = half({ by: 'a shorter form', whom: 'new buyers' });
  const { answer, becomes } = plan(own, 900);
  expect(becomes).toBe('half');
  expect(answer).toEqual({
    why: 'move',
    goal: 'g1',
    by: 'a shorter form',
    whom: 'new buyers',
  });
});

test('a number that was given for another goal is left out and counted', () => {
  const other = plan(half({ goal: 'g2', delta: 3, stopValue: 1 }), 0);
  expect(other.answer).toEqual({ why: 'move', goal: 'g1' });
  const same = plan(half({ goal: 'g1', delta: 3 }), 0);
  expect(same.answer.delta).toBe(3);
  expect(countPlan([other, same]).numbers).toBe(1);
});

test('another goal takes out the measure that was the old one’s, and what the item enables', () => {
  const other = plan(half({ goal: 'g2', measure: 'Contacts', enables: 'SHOP-9' }), 0);
  expect(other.answer).toEqual({ why: 'move', goal: 'g1' });
  const own = plan(half({ goal: 'g2', measure: 'Visits' }), 0);
  expect(own.answer.measure).toBe('Visits');
  const format = createFormat('en-US', 'UTC');
  expect(planSentence('goal', countPlan([other, own]), format)).toBe(
    '2 become half: their sentence is still to be written. 1 says that it enables another item, which will be taken out.',
  );
});

test('the metric of the parent’s goal is not taken as the measure for another goal', () => {
  const taken = { by: 'one page', expect: 'fewer to leave', goal: 'g2' };
  const measureOf = (measure: string) =>
    planStep(laneItem(1, null, 900), goal, {
      ...sources,
      sentences: new Map([['900', { ...taken, measure }]]),
    }).answer.measure;
  expect(measureOf('Contacts')).toBeUndefined();
  expect(measureOf('Visits')).toBe('Visits');
});

test('keep it running says so before it drops a sentence that was begun', () => {
  const format = createFormat('en-US', 'UTC');
  const steps = [plan(half({ by: 'a shorter form' }), 0, run), plan(null, 0, run)];
  expect(steps.map(({ answer }) => answer)).toEqual([{ why: 'run' }, { why: 'run' }]);
  expect(planSentence('run', countPlan(steps), format)).toBe(
    '2 items will say that they keep things running. 1 has begun a sentence, which will not be kept.',
  );
});

test('what becomes of the items is said in one sentence', () => {
  const format = createFormat('en-US', 'UTC');
  const counts = (whole: number, halves: number) =>
    planSentence('goal', { whole, half: halves, losing: 0, numbers: 0, enabling: 0 }, format);
  expect(counts(12, 30)).toBe(
    '12 become whole answers and 30 become half: their sentence is still to be written.',
  );
  expect(counts(1, 0)).toBe('1 becomes a whole answer.');
  expect(counts(0, 1)).toBe('1 becomes half: its sentence is still to be written.');
});

const text = fc.option(fc.constantFrom('a', 'emoji 🎯', 'שלום', '"quoted"', ' '), {
  nil: undefined,
});
const own = fc
  .record({
    why: fc.constantFrom('move' as const, 'test' as const),
    goal: fc.option(fc.constantFrom('g1', 'g2', 'elsewhere'), { nil: undefined }),
    by: text,
    expect: text,
    whom: text,
    checkBy: fc.option(fc.constant('2026-12-01'), { nil: undefined }),
    delta: fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined }),
  })
  .map((answer): KeptAnswer => ({ ...answer, state: 'half' }));

test('whatever an item says, its plan can be sent, tells its state truly and keeps its words', () => {
  fc.assert(
    fc.property(
      fc.option(own),
      fc.constantFrom(0, 900, 901),
      fc.boolean(),
      (answer, parent, take) => {
        const step = plan(answer, parent, { ...goal, fromParent: take });
        const sent = answerInput.parse(step.answer);
        expect(step.becomes).toBe(missingParts(sent).length === 0 ? 'whole' : 'half');
        for (const field of ['by', 'expect', 'whom'] as const)
          if (answer?.[field]?.trim()) expect(sent[field]).toBe(answer[field].trim());
        expect(sent.goal).toBe('g1');
      },
    ),
  );
});
