import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { namesAGoal } from '../../src/domain/sprint-goal';
import { aGoal } from '../support/builders';

const goals = [
  aGoal(),
  aGoal({ metric: 'NPS', achieve: 'happier people', by: 'faster replies to questions' }),
];

test.each([
  'Raise checkout conversion to 2.4 %',
  'Shorter checkouts',
  'NPS above 40',
  'Orders finish',
  'REPLIES within a day',
])('"%s" speaks of a goal', (text) => {
  expect(namesAGoal(text, goals)).toBe(true);
});

test.each(['Build the new search page', 'Make the team better', 'Release 4.2', '2026', '🚀', ''])(
  '"%s" names none of the goals',
  (text) => {
    expect(namesAGoal(text, goals)).toBe(false);
  },
);

test('without goals nothing is named', () => {
  expect(namesAGoal('Raise checkout conversion', [])).toBe(false);
});

test('scripts without blanks between words are compared as well', () => {
  expect(namesAGoal('解約率', [aGoal({ metric: '解約率', achieve: '満足', by: '改善' })])).toBe(
    true,
  );
});

test('a sprint goal that holds the metric word for word always names it', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12})?$/);
  fc.assert(
    fc.property(word, fc.string(), fc.string(), (metric, before, after) => {
      expect(namesAGoal(`${before} ${metric.toUpperCase()} ${after}`, [aGoal({ metric })])).toBe(
        true,
      );
    }),
  );
});
