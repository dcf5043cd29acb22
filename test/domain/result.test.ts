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

test('the check date is that of the answer, or a later one that the item could not be told', () => {
  const postponed = fc.record({ to: day, written: fc.boolean() });
  fc.assert(
    fc.property(fc.option(day, { nil: undefined }), fc.array(postponed), (checkBy, later) => {
      const last = later.at(-1);
      const due = checkDayOf({ checkBy }, later);
      if (!last || last.written) expect(due).toBe(checkBy);
      else expect(due).toBe(checkBy !== undefined && checkBy > last.to ? checkBy : last.to);
    }),
  );
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
