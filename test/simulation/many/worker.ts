// What a thread does: it runs lots of seeds, and reference nights.
import { parentPort } from 'node:worker_threads';
import { referenceNights } from '../every-call/reference';
import { exchangeOf } from '../jira/exchange';
import { PLANTED } from '../planted';
import { ELUSIVE } from '../planted-elusive';
import type { Mutation } from '../process';
import { simulate, type RunOptions } from '../simulate';
import type { Done, Failure, Lot, Order, Reply } from './messages';

/** Every so many seeds one is run twice. */
const TWICE = 500;

function mutationOf(planted: string): Mutation {
  const mutation = { ...PLANTED, ...ELUSIVE }[planted];
  if (!mutation) throw new Error(`No bug is called "${planted}".`);
  return mutation;
}

async function check(seed: number, options: RunOptions, done: Done): Promise<string[]> {
  const { violations, hash, faults } = await simulate(seed, options);
  for (const [kind, times] of Object.entries(faults))
    done.faults[kind] = (done.faults[kind] ?? 0) + times;
  if (seed % TWICE !== 0) return violations;
  // Side by side with another site, as in a warm process.
  const [again] = await Promise.all([simulate(seed, options), simulate(seed + TWICE / 2, options)]);
  return again.hash === hash ? violations : [...violations, 'I10: another trace beside a site'];
}

async function run({ from, to, planted, tells = false }: Lot): Promise<Done> {
  const done: Done = { seeds: 0, failures: [], faults: {}, exchanges: [] };
  const options: RunOptions = {
    mutation: planted === undefined ? {} : mutationOf(planted),
    ...(tells && { answered: (call, answer) => done.exchanges.push(exchangeOf(call, answer)) }),
  };
  for (let seed = from; seed < to; seed += 1) {
    const violations = await check(seed, options, done).catch(
      (error: unknown): Failure['violations'] => [
        error instanceof Error ? String(error.stack) : String(error),
      ],
    );
    done.seeds += 1;
    if (violations.length > 0) done.failures.push({ seed, violations });
    // One is enough to see that a planted bug is caught.
    if (violations.length > 0 && planted !== undefined) break;
  }
  return done;
}

parentPort?.on('message', (order: Order) => {
  const say = (reply: Reply): void => parentPort?.postMessage(reply);
  const work = 'plan' in order ? referenceNights(order.plan) : run(order);
  work.then(
    (done) => say({ done }),
    (error: unknown) =>
      say({ failed: error instanceof Error ? String(error.stack) : String(error) }),
  );
});
