import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  movedAbove,
  targetOf,
  wayBack,
} from '../../../../static/src/surfaces/project/backlog/order/move';

const KEYS = ['A', 'B', 'C', 'D', 'E', 'F'];
const shuffled = fc.shuffledSubarray(KEYS, { minLength: KEYS.length });

test('an item moves above the highest ranked one that comes after it in the order', () => {
  expect(targetOf('A', ['A', 'B', 'C'], ['C', 'B', 'A'])).toBe('C');
  expect(targetOf('B', ['A', 'B', 'C'], ['A', 'C', 'B'])).toBe('C');
  expect(targetOf('C', ['A', 'B', 'C'], ['A', 'B', 'C'])).toBeNull();
});

test('after a move nothing that comes later in the order stands above the item', () => {
  fc.assert(
    fc.property(shuffled, shuffled, fc.constantFrom(...KEYS), (order, rank, key) => {
      const target = targetOf(key, order, rank);
      if (target === null) return;
      const after = movedAbove(rank, key, target);
      expect([...after].sort()).toEqual(KEYS);
      expect(targetOf(key, order, after)).toBeNull();
    }),
  );
});

test('moving from the last place up brings the rank into the order', () => {
  fc.assert(
    fc.property(shuffled, shuffled, (order, rank) => {
      let now = [...rank];
      for (const key of [...order].reverse()) {
        const target = targetOf(key, order, now);
        if (target !== null) now = movedAbove(now, key, target);
      }
      expect(now).toEqual(order);
    }),
  );
});

test('the way back leads to where the item stood', () => {
  fc.assert(
    fc.property(shuffled, shuffled, fc.constantFrom(...KEYS), (order, rank, key) => {
      const target = targetOf(key, order, rank);
      const back = wayBack(rank, key);
      if (target === null || back === null) return;
      const after = movedAbove(rank, key, target).filter((other) => other !== key);
      const at =
        'rankBeforeIssue' in back
          ? after.indexOf(back.rankBeforeIssue)
          : after.indexOf(back.rankAfterIssue) + 1;
      expect([...after.slice(0, at), key, ...after.slice(at)]).toEqual(rank);
    }),
  );
  expect(wayBack(['A'], 'A')).toBeNull();
});
