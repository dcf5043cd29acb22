import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DAY_MS } from '../../src/domain/days';
import { paceOf } from '../../src/domain/pace';
import { at } from '../support/builders';

const START = at('2026-03-01T09:00:00Z');
const stay = (days: number) => ({ started: START, finished: START + days * DAY_MS });
const times = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));

test('half and 85 of 100 of the items, in whole days', () => {
  expect(paceOf(times(100, (i) => stay(i + 1)))).toEqual({ of: 100, half: 50, most: 85 });
  expect(paceOf(times(20, () => stay(0.9)))).toEqual({ of: 20, half: 0, most: 0 });
});

test('fewer than 20 items whose start is known say nothing of a pace', () => {
  expect(paceOf(times(19, () => stay(3)))).toBeNull();
  const unknown = times(30, () => ({ started: null, finished: START }));
  // Finished before it began: it was reopened since, or the clock was wrong.
  const odd = times(30, () => ({ started: START, finished: START - 1 }));
  expect(paceOf([...times(19, () => stay(3)), ...unknown, ...odd])).toBeNull();
  expect(paceOf([...times(20, () => stay(3)), ...unknown, ...odd])).toMatchObject({ of: 20 });
});

const anyStay = fc.record({
  started: fc.option(
    fc.integer({ min: 0, max: 400 * 24 }).map((hours) => START + hours * 3_600_000),
  ),
  finished: fc.integer({ min: 0, max: 400 * 24 }).map((hours) => START + hours * 3_600_000),
});

test('what is said of half and of 85 of 100 is the smallest value that holds for so many', () => {
  fc.assert(
    fc.property(fc.array(anyStay, { minLength: 20, maxLength: 120 }), (stays) => {
      const days = stays.flatMap(({ started, finished }) =>
        started === null || started > finished ? [] : [Math.floor((finished - started) / DAY_MS)],
      );
      const reaches = (most: number, percent: number) =>
        100 * days.filter((one) => one <= most).length >= percent * days.length;
      const smallest = (percent: number) =>
        Math.min(...days.filter((one) => reaches(one, percent)));
      expect(paceOf(stays)).toEqual(
        days.length < 20 ? null : { of: days.length, half: smallest(50), most: smallest(85) },
      );
    }),
  );
});
