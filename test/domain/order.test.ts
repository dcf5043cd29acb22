// The order of one goal's items by share of its gap per effort, and the strongest ones.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  fittingInto,
  gapOf,
  orderOfGoal,
  shareOfGap,
  strongest,
  type Expected,
} from '../../src/domain/order';
import { aGoal } from '../support/builders';

const up = aGoal({ baseline: 2, target: 3 });
const down = aGoal({ direction: 'down', baseline: 30, target: 20 });
const item = (
  key: string,
  delta: number | undefined,
  effort: number | null,
  checkBy?: string,
): Expected => ({ key, answer: { delta, checkBy }, effort });
const keys = (items: readonly Expected[]) => items.map(({ key }) => key);
const orderedKeys = (items: readonly Expected[], goal = up, gap = 1) =>
  keys(orderOfGoal(items, goal, gap).ordered.map((entry) => entry.item));

test('the gap is what is missing now, never less than nothing, and from the baseline without a reading', () => {
  const reading = (day: string, value: number) => ({ goalId: 'g1', day, value });
  expect(gapOf(up, [], '2026-06-10')).toBe(1);
  expect(gapOf(up, [reading('2026-06-01', 2.5)], '2026-06-10')).toBe(0.5);
  expect(gapOf(up, [reading('2026-06-11', 2.5)], '2026-06-10')).toBe(1);
  expect(gapOf(up, [reading('2026-06-01', 4)], '2026-06-10')).toBe(0);
  expect(gapOf(down, [reading('2026-06-01', 26)], '2026-06-10')).toBe(6);
  expect(gapOf(down, [reading('2026-06-01', 31)], '2026-06-10')).toBe(11);
});

test('a share counts in the direction of the goal; no number, no gap and the wrong way are none', () => {
  expect(shareOfGap({ delta: 0.25 }, up, 1)).toBe(0.25);
  expect(shareOfGap({ delta: -5 }, down, 10)).toBe(0.5);
  expect(shareOfGap({ delta: 5 }, down, 10)).toBeNull();
  expect(shareOfGap({ delta: -0.25 }, up, 1)).toBeNull();
  expect(shareOfGap({ delta: 0 }, up, 1)).toBeNull();
  expect(shareOfGap({}, up, 1)).toBeNull();
  expect(shareOfGap({ delta: 0.25 }, up, 0)).toBeNull();
});

test('most share per effort comes first; without effort the usual one of the others is taken', () => {
  const items = [
    item('SHOP-1', 0.3, 3),
    item('SHOP-2', 0.4, 2),
    item('SHOP-3', 0.5, null),
    item('SHOP-4', 0.9, 0),
  ];
  // 0.1, 0.2, 0.5 / 3 and 0.9 / 3: the median of the efforts 2 and 3 is taken as 3.
  expect(orderedKeys(items)).toEqual(['SHOP-4', 'SHOP-2', 'SHOP-3', 'SHOP-1']);
  const { ordered } = orderOfGoal(items, up, 1);
  expect(ordered.map(({ perEffort }) => perEffort)).toEqual([null, 0.2, null, 0.3 / 3]);
});

test('equal ones go by check date, then by the number in the key; no date comes last', () => {
  const items = [
    item('SHOP-10', 0.2, 2),
    item('SHOP-9', 0.2, 2),
    item('SHOP-30', 0.2, 2, '2026-08-02'),
    item('SHOP-31', 0.2, 2, '2026-08-01'),
  ];
  expect(orderedKeys(items)).toEqual(['SHOP-31', 'SHOP-30', 'SHOP-9', 'SHOP-10']);
});

test('with no gap left everything stands apart, by check date and key', () => {
  const items = [
    item('SHOP-2', 0.2, 2),
    item('SHOP-1', 0.9, 1),
    item('SHOP-3', 1, 1, '2026-08-01'),
  ];
  const { ordered, apart } = orderOfGoal(items, up, 0);
  expect(ordered).toEqual([]);
  expect(keys(apart)).toEqual(['SHOP-3', 'SHOP-1', 'SHOP-2']);
});

const anyExpected: fc.Arbitrary<Expected> = fc
  .record({
    n: fc.nat({ max: 60 }),
    delta: fc.option(fc.integer({ min: -8, max: 8 }), { nil: undefined }),
    effort: fc.option(fc.integer({ min: 0, max: 8 })),
    checkBy: fc.constantFrom(undefined, '2026-07-01', '2026-08-01', '2026-09-01'),
  })
  .map(({ n, delta, effort, checkBy }) => item(`SHOP-${n}`, delta, effort, checkBy));
const anyItems = fc.uniqueArray(anyExpected, { maxLength: 25, selector: ({ key }) => key });
const anyGoal = fc.constantFrom(up, down);
const anyGap = fc.constantFrom(0, 1, 4, 10);

test('every item stands in exactly one of the two lists, with its share', () => {
  fc.assert(
    fc.property(anyItems, anyGoal, anyGap, (items, goal, gap) => {
      const { ordered, apart } = orderOfGoal(items, goal, gap);
      const all = [...ordered.map((entry) => entry.item), ...apart];
      expect(keys(all).sort()).toEqual(keys(items).sort());
      for (const { item: one, share } of ordered) {
        expect(share).toBe(shareOfGap(one.answer, goal, gap));
        expect(share).toBeGreaterThan(0);
      }
      for (const one of apart) expect(shareOfGap(one.answer, goal, gap)).toBeNull();
    }),
  );
});

test('the order does not depend on the order in which the items come', () => {
  const shuffled = anyItems.chain((items) =>
    fc.tuple(
      fc.constant(items),
      fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, anyGoal, anyGap, ([items, again], goal, gap) => {
      expect(orderOfGoal(again, goal, gap)).toEqual(orderOfGoal(items, goal, gap));
      expect(strongest(again, goal, gap, 3)).toEqual(strongest(items, goal, gap, 3));
    }),
  );
});

test('who expects more for the same effort never comes later', () => {
  fc.assert(
    fc.property(anyItems, anyGoal, (items, goal) => {
      const { ordered } = orderOfGoal(items, goal, 10);
      for (const [n, one] of ordered.entries())
        for (const later of ordered.slice(n + 1)) {
          const same = (one.item.effort || null) === (later.item.effort || null);
          if (same) expect(one.share).toBeGreaterThanOrEqual(later.share);
        }
    }),
  );
});

test('an item that expects more moves up or stays, and the others keep their order', () => {
  fc.assert(
    fc.property(anyItems, fc.nat(), fc.integer({ min: 1, max: 5 }), (items, n, more) => {
      const chosen = items[n % Math.max(1, items.length)];
      if (!chosen || chosen.answer.delta === undefined || chosen.answer.delta <= 0) return;
      const raised = items.map((one) =>
        one === chosen
          ? { ...one, answer: { ...one.answer, delta: (one.answer.delta ?? 0) + more } }
          : one,
      );
      const [before, after] = [orderedKeys(items, up, 10), orderedKeys(raised, up, 10)];
      expect(after.indexOf(chosen.key)).toBeLessThanOrEqual(before.indexOf(chosen.key));
      const others = (list: string[]) => list.filter((key) => key !== chosen.key);
      expect(others(after)).toEqual(others(before));
    }),
  );
});

test('the strongest are the first by share, whatever the effort, and those without a number last', () => {
  const items = [item('SHOP-1', 0.1, 1), item('SHOP-2', undefined, 1), item('SHOP-3', 0.9, 90)];
  expect(keys(strongest(items, up, 1, 3))).toEqual(['SHOP-3', 'SHOP-1', 'SHOP-2']);
  fc.assert(
    fc.property(anyItems, anyGoal, fc.nat({ max: 5 }), (many, goal, count) => {
      const found = strongest(many, goal, 10, count);
      expect(found).toHaveLength(Math.min(count, many.length));
      const share = (one: Expected) => shareOfGap(one.answer, goal, 10) ?? 0;
      const least = Math.min(...found.map(share));
      for (const one of many)
        if (!found.includes(one) && count > 0) expect(share(one)).toBeLessThanOrEqual(least);
    }),
  );
});

test('an amount of effort buys the strongest that fit, and nothing without an estimate', () => {
  const entry = (key: string, effort: number | null, perEffort: number | null) => ({
    item: { key, effort, answer: {} },
    share: 1,
    perEffort,
  });
  const ordered = [
    entry('SHOP-1', 5, 0.1),
    entry('SHOP-2', 8, 0.4),
    entry('SHOP-3', null, null),
    entry('SHOP-4', 3, 0.2),
  ];
  expect(keys(fittingInto(ordered, 12))).toEqual(['SHOP-2', 'SHOP-4']);
});

test('what an effort buys fits into it, strongest first', () => {
  const item = fc.record({
    key: fc.string(),
    effort: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
    share: fc.integer({ min: 1, max: 100 }).map((n) => n / 100),
  });
  fc.assert(
    fc.property(fc.array(item), fc.integer({ min: 0, max: 60 }), (items, amount) => {
      const ordered = items.map(({ key, effort, share }) => ({
        item: { key, effort, answer: {} },
        share,
        perEffort: effort === null ? null : share / effort,
      }));
      const chosen = fittingInto(ordered, amount);
      const spent = chosen.reduce((sum, { effort }) => sum + (effort ?? 0), 0);
      expect(spent).toBeLessThanOrEqual(amount);
      const left = ordered.filter(({ item }) => !chosen.includes(item));
      for (const { item } of left) expect(item.effort ?? Infinity).toBeGreaterThan(amount - spent);
    }),
  );
});
