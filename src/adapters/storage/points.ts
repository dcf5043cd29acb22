// The points that the app's own calls have cost the site, by hour, and until when Jira has closed it.
// Both can be lost: they only slow the app down.
import { z } from 'zod';
import { readBy } from '../../contract/read-by';
import type { Points } from '../../ports';
import type { Driver } from './driver';
import { ENTITIES, keys } from './keys';

const HOUR = 3_600_000;
/** Attempts to write against somebody who writes at the same time; after that the points are lost. */
const TRIES = 5;

const stored = z.object({
  rev: z.number().int(),
  body: z.object({ v: z.literal(1), number: z.number() }),
});

/**
 * Points by hour of the clock, and the instant until which Jira is closed. Never rejects for a busy record.
 */
export function points(driver: Driver): Points {
  const entity = ENTITIES.job;
  const spentIn = (now: number) => keys.points(Math.floor(now / HOUR));
  const load = async (key: string) => {
    const found = readBy(stored, await driver.get(entity, key));
    return found.success
      ? { rev: found.data.rev, number: found.data.body.number }
      : { rev: 0, number: 0 };
  };
  async function update(key: string, now: number, change: (number: number) => number) {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const { rev, number } = await load(key);
      const value = {
        projectId: '',
        kind: 'points',
        state: '',
        by: '',
        rev: rev + 1,
        at: new Date(now).toISOString(),
        body: { v: 1, number: change(number) },
      };
      const done =
        rev === 0
          ? await driver.create(entity, key, value)
          : await driver.commit([{ entity, key, value, ifRev: rev }]);
      if (done) return;
    }
  }
  return {
    async read(now) {
      const [spent, closed] = await Promise.all([load(spentIn(now)), load(keys.closed())]);
      return { spent: spent.number, closedUntil: closed.number };
    },
    add: (now, more) => update(spentIn(now), now, (spent) => spent + more),
    close: (now, until) => update(keys.closed(), now, (before) => Math.max(before, until)),
  };
}
