import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../src/domain/days';
import { checkDayOf, evidenceOf, isDue, isInJira } from '../../src/domain/result';

const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days));
const reading = (on: string) => ({ goalId: 'g1', day: on, value: 1 });

test('a result is measured only by a reading from after the day of the delivery', () => {
  fc.assert(
    fc.property(day, day, (on, delivered) => {
      expect(evidenceOf(reading(on), delivered)).toBe(on > delivered ? 'measured' : 'judged');
      expect(evidenceOf(null, delivered)).toBe('judged');
    }),
  );
});

test('the check date is that of the answer, unless another one was agreed over it that the item could not be told', () => {
  const step = fc.record({ to: day, written: fc.boolean() });
  fc.assert(
    fc.property(day, fc.array(step), (first, steps) => {
      let inAnswer = first;
      let agreed = first;
      const later = steps.map(({ to, written }) => {
        const postponed = { from: agreed, to, written };
        agreed = to;
        if (written) inAnswer = to;
        return postponed;
      });
      expect(checkDayOf({ checkBy: inAnswer }, later)).toBe(agreed);
    }),
  );
});

test('a date that somebody sets in the answer afterwards stands', () => {
  const later = [{ from: '2026-11-01', to: '2026-12-01', written: false }];
  expect(checkDayOf({ checkBy: '2026-11-01' }, later)).toBe('2026-12-01');
  expect(checkDayOf({ checkBy: '2026-11-20' }, later)).toBe('2026-11-20');
  expect(checkDayOf({}, later)).toBeUndefined();
});

test('a result is due on its day and from then on, and never without one', () => {
  expect(isDue('2026-06-10', '2026-06-09')).toBe(false);
  expect(isDue('2026-06-10', '2026-06-10')).toBe(true);
  expect(isDue('2026-06-10', '2027-01-01')).toBe(true);
  expect(isDue(undefined, '2027-01-01')).toBe(false);
});

test.each([
  [true, null, [], true],
  [false, null, [], false],
  [true, null, [false], false],
  [true, null, [false, true], true],
  [true, null, [true, false], false],
  [true, 'moved', [false], true],
  [false, 'moved', [true], false],
] as const)(
  'shown %j, given %j, dates written %j: Jira holds it: %j',
  (written, given, later, held) => {
    expect(isInJira({ written, given, later: later.map((one) => ({ written: one })) })).toBe(held);
  },
);
