// Which records that Jira does not take a night tries again.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { triedTonight } from '../../src/usecases/tried-tonight';
import { DAY_MS } from '../../src/domain/days';

const NOW = 20_000 * DAY_MS;
const waiting = (days: readonly number[]) =>
  days.map((age, index) => ({ itemId: String(10_000 + index), at: NOW - age * DAY_MS }));
const tried = (all: ReturnType<typeof waiting>, night: number) =>
  triedTonight(all, ({ at }) => at, NOW + night * DAY_MS).map(({ itemId }) => itemId);

test('what was said this week is tried every night, however much it is', () => {
  expect(tried(waiting(Array.from({ length: 300 }, () => 6)), 0)).toHaveLength(300);
});

test('of what waits longer a night tries twenty at most, and all take their turn', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 8, max: 900 }), { maxLength: 130 }), (days) => {
      const all = waiting(days);
      const nights = Math.max(1, Math.ceil(all.length / 20));
      const rounds = Array.from({ length: nights }, (_none, night) => tried(all, night));
      for (const round of rounds) expect(round.length).toBeLessThanOrEqual(20);
      expect(rounds.flat().sort()).toEqual(all.map(({ itemId }) => itemId).sort());
    }),
  );
});
