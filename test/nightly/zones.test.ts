// Days, ages and due dates in every zone that this runtime knows, every hour around every change of its
// clock in three years. Offsets are looked at every hour, so that no change is missed.
import { expect, test } from '@jest/globals';
import { lookAtZone, LOOKED_AT } from '../domain/zones';

const ZONES = Intl.supportedValuesOf('timeZone');
const PARTS = 8;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How often a zone's clock changes, by what it shows beside UTC at noon of each day; no oracle is asked. */
function changesOf(zone: string): number {
  const wall = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: zone, dateStyle: 'short', timeStyle: 'medium' },
  });
  const aheadAt = (ms: number): number => Date.parse(`${wall.format(ms).replace(' ', 'T')}Z`) - ms;
  const { from, to } = LOOKED_AT;
  let changes = 0;
  for (let ms = from; ms < to; ms += DAY) changes += Number(aheadAt(ms) !== aheadAt(ms + DAY));
  return changes;
}

test('a zone with summer time changes its clock six times in three years, others never', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'];
  expect(zones.map(changesOf)).toEqual([6, 6, 6, 0, 0]);
});

test.each(Array.from({ length: PARTS }, (_none, part) => [part + 1]))(
  `in every zone days, ages and due dates are those of its offsets, part %i of ${PARTS}`,
  (part) => {
    let changes = 0;
    for (const [n, zone] of ZONES.entries()) {
      if (n % PARTS !== part - 1) continue;
      const looked = lookAtZone(zone, HOUR);
      expect(looked.differences).toEqual([]);
      expect([zone, looked.changes]).toEqual([zone, changesOf(zone)]);
      // Each change was looked at for thirty hours before and after it.
      expect(looked.instants).toBeGreaterThan(60 * looked.changes);
      changes += looked.changes;
    }
    expect(changes).toBeGreaterThan(0);
  },
);
