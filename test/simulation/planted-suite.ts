// One test for each planted bug: some seed has to meet it.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startThread, type Thread } from './many/thread';
import { PLANTED } from './planted';
import { ELUSIVE, LATE } from './planted-elusive';

/** Seeds that are tried for each, at most: those of the night are met by one in hundreds. */
const TRIES = { byDay: 1_000, late: 5_000 };

let thread: Thread;
beforeAll(() => {
  thread = startThread();
});
afterAll(() => thread.end());

/** @param late whether the bugs that only one seed in dozens meets are planted, or the others */
export function plantedSuite({ late }: { late: boolean }): void {
  const names = Object.keys({ ...PLANTED, ...ELUSIVE }).filter((name) => LATE.has(name) === late);
  test.each(names)(
    'is caught: %s',
    async (planted) => {
      const { failures } = await thread.run({
        from: 1,
        to: 1 + (late ? TRIES.late : TRIES.byDay),
        planted,
      });
      expect(failures).toHaveLength(1);
      // A run that ends by an error of its own has seen nothing.
      expect(failures[0]?.violations.join()).toMatch(/^[^\n]*$/);
    },
    600_000,
  );
}
