// The draw of a sample: random, but the same again for everybody.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawOrder } from '../../src/domain/draw';

const anyIds = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }).map(String), {
  maxLength: 60,
});
const anySeed = fc.constantFrom('2026-Q3', '2026-Q4', '1:2026-Q4', '');

test('every id is drawn once, and the order of the list does not matter', () => {
  fc.assert(
    fc.property(anyIds, anySeed, (ids, seed) => {
      const drawn = drawOrder(seed, ids);
      expect([...drawn].sort()).toEqual([...ids].sort());
      expect(drawOrder(seed, [...ids].reverse())).toEqual(drawn);
    }),
  );
});

test('ids with the same first number keep one order, whatever the order of the list', () => {
  // Found by trying: the first 32 bits of these are the same under this seed.
  const drawn = ['68870', '137513'];
  expect(drawOrder('s', drawn)).toEqual(drawn);
  expect(drawOrder('s', [...drawn].reverse())).toEqual(drawn);
});

test('an id that comes or goes leaves the others in their order', () => {
  fc.assert(
    fc.property(anyIds, fc.integer({ min: 0, max: 59 }), anySeed, (ids, n, seed) => {
      const gone = ids[n];
      fc.pre(gone !== undefined);
      const rest = drawOrder(
        seed,
        ids.filter((id) => id !== gone),
      );
      expect(drawOrder(seed, ids).filter((id) => id !== gone)).toEqual(rest);
    }),
  );
});

test('another quarter draws others', () => {
  const ids = Array.from({ length: 400 }, (_, n) => String(10_000 + n));
  const first = new Set(drawOrder('2026-Q3', ids).slice(0, 40));
  const both = drawOrder('2026-Q4', ids)
    .slice(0, 40)
    .filter((id) => first.has(id));
  // Four are expected of two independent draws.
  expect(both.length).toBeLessThan(16);
});

test('every part of a list of ids in a row has close to its share of the draw', () => {
  const ids = Array.from({ length: 1_000 }, (_, n) => String(10_000 + n));
  const parts = Array.from({ length: 10 }, () => 0);
  const seeds = Array.from({ length: 100 }, (_, n) => `seed ${n}`);
  for (const seed of seeds)
    for (const id of drawOrder(seed, ids).slice(0, 40)) {
      const part = Math.floor((Number(id) - 10_000) / 100);
      parts[part] = (parts[part] ?? 0) + 1;
    }
  // 400 each are expected with a spread of 19: five of those to either side.
  for (const count of parts) expect(Math.abs(count - 400)).toBeLessThan(95);
});

test('no pair of neighbours is drawn together more often than chance has it', () => {
  const ids = Array.from({ length: 100 }, (_, n) => String(500_000 + n));
  let together = 0;
  for (let n = 0; n < 200; n += 1) {
    const drawn = new Set(drawOrder(`2026-Q${n}`, ids).slice(0, 20));
    for (let i = 0; i < 99; i += 1)
      if (drawn.has(ids[i] ?? '') && drawn.has(ids[i + 1] ?? '')) together += 1;
  }
  // 99 pairs, each together with a chance of 0.0384 (20 of 100 drawn), in 200 draws: about 760.
  expect(together).toBeGreaterThan(600);
  expect(together).toBeLessThan(920);
});

test('what was drawn in a quarter is drawn again in that order by every later version', () => {
  const ids = ['10001', '10002', '10003', '10004', '10005', '10006'];
  const drawn = ['10002', '10005', '10004', '10006', '10001', '10003'];
  expect(drawOrder('2026-Q4', ids)).toEqual(drawn);
});
