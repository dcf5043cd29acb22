// Days, ages and due dates in every zone that this runtime knows, every hour around every change of its
// clock in three years. Offsets are looked at every hour, so that no change is missed.
import { expect, test } from '@jest/globals';
import { lookAtZone } from '../domain/zones';

const ZONES = Intl.supportedValuesOf('timeZone');
const PARTS = 8;
const HOUR = 3_600_000;

test.each(Array.from({ length: PARTS }, (_none, part) => [part + 1]))(
  `in every zone days, ages and due dates are those of its offsets, part %i of ${PARTS}`,
  (part) => {
    let instants = 0;
    for (const [n, zone] of ZONES.entries()) {
      if (n % PARTS !== part - 1) continue;
      const looked = lookAtZone(zone, HOUR);
      expect(looked.differences).toEqual([]);
      instants += looked.instants;
    }
    expect(instants).toBeGreaterThan(0);
  },
);
