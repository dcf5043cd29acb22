import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/days';
import { periodsOf } from '../../../src/domain/periods';
import { placeColumns } from '../../../static/src/surfaces/project/charts/columns';
import { placeDay } from '../../../static/src/surfaces/project/charts/day-scale';
import { placeStrip } from '../../../static/src/surfaces/project/charts/goal-strip';

const counts = fc.array(
  fc.array(fc.option(fc.integer({ min: 0, max: 5_000 })), { minLength: 5, maxLength: 5 }),
  { minLength: 1, maxLength: 24 },
);
const size = fc.record({
  width: fc.integer({ min: 40, max: 1_800 }),
  height: fc.integer({ min: 60, max: 400 }),
});

test('columns stand inside the drawing, side by side, their parts without gap or overlap', () => {
  fc.assert(
    fc.property(counts, size, (given, { width, height }) => {
      const { columns, ticks, slots } = placeColumns(given, { width, height });
      expect(columns).toHaveLength(given.length);
      const most = Math.max(
        ...given.map((parts) => parts.reduce<number>((a, b) => a + (b ?? 0), 0)),
      );
      columns.forEach(({ x, width: thick, top, parts }, at) => {
        const slot = slots[at];
        expect(x).toBeGreaterThanOrEqual((slot?.x ?? 0) - 1e-6);
        expect(x + thick).toBeLessThanOrEqual((slot?.x ?? 0) + (slot?.width ?? 0) + 1e-6);
        let bottom = height;
        for (const { y, height: tall, index } of parts) {
          expect(y + tall).toBeCloseTo(bottom, 6);
          expect(given[at]?.[index]).toBeGreaterThan(0);
          bottom = y;
        }
        expect(bottom).toBeCloseTo(top, 6);
        expect(top).toBeGreaterThanOrEqual(-1e-6);
        const sum = (given[at] ?? []).reduce<number>((a, b) => a + (b ?? 0), 0);
        if (sum === most && most > 0) expect(top).toBeLessThanOrEqual(height / 2);
      });
      for (const { value, y } of ticks) {
        expect(Number.isInteger(value)).toBe(true);
        expect(y).toBeGreaterThanOrEqual(-1e-6);
        expect(y).toBeLessThanOrEqual(height + 1e-6);
      }
    }),
  );
});

test('a later day stands further right, in the place of its own period', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000 }), fc.nat(), fc.nat(), (length, a, b) => {
      const from = '2023-01-17';
      const periods = periodsOf({ from, to: addDays(from, length) });
      const { slots } = placeColumns(
        periods.map(() => [1]),
        { width: 600, height: 100 },
      );
      const [first, second] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y);
      const at = (n: number | undefined) => placeDay(addDays(from, n ?? 0), periods, slots) ?? -1;
      expect(at(first)).toBeGreaterThanOrEqual(0);
      expect(at(second)).toBeLessThanOrEqual(600);
      if (first !== second) expect(at(second)).toBeGreaterThan(at(first));
    }),
  );
});

test('a day outside the periods has no place', () => {
  const periods = periodsOf({ from: '2026-01-01', to: '2026-02-10' });
  const { slots } = placeColumns([[1], [1]], { width: 100, height: 10 });
  expect(placeDay('2026-02-11', periods, slots)).toBeNull();
  expect(placeDay('2025-12-31', periods, slots)).toBeNull();
});

test('readings of a strip stay inside it, and a goal without a way to go is drawn all the same', () => {
  const periods = periodsOf({ from: '2026-01-01', to: '2026-06-30' });
  const { slots } = placeColumns(
    periods.map(() => [1]),
    { width: 600, height: 10 },
  );
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
      fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
      fc.array(
        fc.record({ n: fc.nat(180), value: fc.double({ noNaN: true, min: -1e6, max: 1e6 }) }),
      ),
      (baseline, target, given) => {
        const readings = given.map(({ n, value }) => ({
          goalId: 'g1',
          day: addDays('2026-01-01', n),
          value,
        }));
        const strip = placeStrip({ baseline, target }, readings, { periods, slots });
        for (const y of [strip.target, ...strip.points.map((point) => point.y)]) {
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(56);
        }
        expect(strip.points).toHaveLength(readings.length);
      },
    ),
  );
});
