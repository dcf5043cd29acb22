// Runs lots of seeds in a thread of its own, outside the sandbox of Jest, which slows every use of a
// global down.
import { parentPort, workerData } from 'node:worker_threads';
import { PLANTED } from '../planted';
import { simulate } from '../simulate';
import type { Done, Failure, Lot } from './messages';

/** Every so many seeds one is run twice. */
const TWICE = 500;

/** Name of a planted bug; '' for none. */
const planted = String(workerData);
const mutation = PLANTED[planted] ?? {};

async function check(seed: number, done: Done): Promise<string[]> {
  const { violations, hash, faults } = await simulate(seed, { mutation });
  for (const [kind, times] of Object.entries(faults))
    done.faults[kind] = (done.faults[kind] ?? 0) + times;
  if (seed % TWICE !== 0) return violations;
  // Side by side with another site, as in a warm process.
  const [again] = await Promise.all([
    simulate(seed, { mutation }),
    simulate(seed + TWICE / 2, { mutation }),
  ]);
  return again.hash === hash ? violations : [...violations, 'I10: another trace beside a site'];
}

async function run({ from, to }: Lot): Promise<Done> {
  const done: Done = { seeds: 0, failures: [], faults: {} };
  for (let seed = from; seed < to; seed += 1) {
    const violations = await check(seed, done).catch((error: unknown): Failure['violations'] => [
      error instanceof Error ? String(error.stack) : String(error),
    ]);
    done.seeds += 1;
    if (violations.length > 0) done.failures.push({ seed, violations });
    // One is enough to see that a planted bug is caught.
    if (violations.length > 0 && planted !== '') break;
  }
  return done;
}

parentPort?.on('message', (lot: Lot) => {
  void run(lot).then((done) => parentPort?.postMessage(done));
});
parentPort?.postMessage({ seeds: 0, failures: [], faults: {} } satisfies Done);
