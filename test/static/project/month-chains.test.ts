import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/days';
import { monthsOf } from '../../../src/domain/periods';
import {
  chainsOf,
  PAGE_SIZE,
  windowOf,
} from '../../../static/src/surfaces/project/gather/month-chains';

const days = fc
  .tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 800 }))
  .map(([start, length]) => {
    const from = addDays('2019-01-01', start);
    return { from, to: addDays(from, length) };
  });

test('chains are side by side, without gap or overlap, and together the whole window', () => {
  fc.assert(
    fc.property(
      days,
      fc.constantFrom('UTC', 'Europe/Berlin', 'America/Santiago', 'Pacific/Apia'),
      fc.integer({ min: 0, max: 2000 }),
      (window, zone, expected) => {
        const chains = chainsOf(window, zone, expected);
        const whole = windowOf(window, zone);
        expect(chains[0]?.from).toBe(whole.from);
        expect(chains.at(-1)?.to).toBe(whole.to);
        chains.forEach((chain, index) => {
          expect(chain.from).toBeLessThan(chain.to);
          if (index > 0) expect(chain.from).toBe(chains[index - 1]?.to);
        });
      },
    ),
  );
});

test('there is at most one chain a month, and never more chains than pages', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 2000 }), (window, expected) => {
      const count = chainsOf(window, 'UTC', expected).length;
      expect(count).toBeLessThanOrEqual(monthsOf(window).length);
      expect(count).toBeLessThanOrEqual(Math.max(1, Math.ceil(expected / PAGE_SIZE)));
    }),
  );
});

test('a full window has a chain for each calendar month', () => {
  expect(chainsOf({ from: '2026-01-15', to: '2026-03-02' }, 'UTC', 1900)).toHaveLength(3);
});
