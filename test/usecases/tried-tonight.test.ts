// Which records that Jira does not take a night tries again.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { triedTonight } from '../../src/usecases/tried-tonight';
import { addDays, DAY_MS, dayOf, startOfDay } from '../../src/domain/days';

const NOW = 20_000 * DAY_MS;
const waiting = (days: readonly number[]) =>
  days.map((age, index) => ({ itemId: String(10_000 + index), at: NOW - age * DAY_MS }));
const tried = (all: ReturnType<typeof waiting>, night: number) =>
  triedTonight(all, ({ at }) => at, NOW + night * DAY_MS, addDays('2026-11-21', night)).map(
    ({ itemId }) => itemId,
  );

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

test('all take their turn when nights begin now before and now after midnight elsewhere', () => {
  // Midnight in UTC is one in the morning there.
  const zone = 'Europe/Berlin';
  const late = fc.integer({ min: 0, max: 180 });
  fc.assert(
    fc.property(fc.array(late, { minLength: 4, maxLength: 4 }), (minutes) => {
      const all = waiting(Array.from({ length: 80 }, () => 400));
      const rounds = minutes.map((minute, night) => {
        const now = startOfDay(addDays('2026-11-21', night), zone) + minute * 60_000;
        return triedTonight(all, ({ at }) => at, now, dayOf(now, zone));
      });
      expect(new Set(rounds.flat())).toEqual(new Set(all));
    }),
  );
});
