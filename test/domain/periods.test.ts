import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../src/domain/days';
import { MOST_PERIODS, monthsOf, periodsOf } from '../../src/domain/periods';

const anySpan = fc
  .tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 3_652 }))
  .map(([start, length]) => {
    const from = addDays('2015-01-01', start);
    return { from, to: addDays(from, length) };
  });

test('periods follow each other without a gap and are the whole window', () => {
  fc.assert(
    fc.property(anySpan, (span) => {
      const periods = periodsOf(span);
      expect(periods[0]?.from).toBe(span.from);
      expect(periods.at(-1)?.to).toBe(span.to);
      for (const [n, { from }] of periods.entries())
        if (n > 0) expect(from).toBe(addDays(periods[n - 1]?.to ?? '', 1));
      expect(periods.length).toBeLessThanOrEqual(MOST_PERIODS);
    }),
  );
});

test('months are cut to the window', () => {
  expect(monthsOf({ from: '2026-10-20', to: '2026-12-05' })).toEqual([
    { kind: 'month', from: '2026-10-20', to: '2026-10-31' },
    { kind: 'month', from: '2026-11-01', to: '2026-11-30' },
    { kind: 'month', from: '2026-12-01', to: '2026-12-05' },
  ]);
});

test('above 24 months there are quarters, and above 24 quarters years', () => {
  const two = { from: '2024-01-15', to: '2025-12-20' };
  expect(periodsOf(two)).toHaveLength(24);
  const more = periodsOf({ ...two, to: '2026-01-01' });
  expect(more[0]).toEqual({ kind: 'quarter', from: '2024-01-15', to: '2024-03-31' });
  expect(more).toHaveLength(9);
  const ten = periodsOf({ from: '2016-11-22', to: '2026-11-21' });
  expect(ten.map(({ kind }) => kind)).toEqual(Array.from({ length: 11 }, () => 'year'));
  expect(ten[1]).toEqual({ kind: 'year', from: '2017-01-01', to: '2017-12-31' });
});
