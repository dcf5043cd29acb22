// A thread that runs the simulation, built into one file before (prebuilt/seeds.mjs). It is outside the
// sandbox of Jest, which slows every use of a global down.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Outcome, Plan } from '../every-call/reference';
import type { Done, Lot, Order, Reply } from './messages';

const FILE = path.join(__dirname, '../../../node_modules/.cache/ladder/seeds/worker.cjs');
/** Most of what a seed makes is gone at its end: more room for it means less to be moved about. */
const YOUNG_MB = 64;

/** It does one thing at a time. */
export interface Thread {
  run(lot: Lot): Promise<Done>;
  reference(plan: Plan): Promise<Outcome>;
  end(): Promise<unknown>;
}

export function startThread(): Thread {
  const worker = new Worker(FILE, {
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const ask = (order: Order): Promise<Done | Outcome> =>
    new Promise((resolve, reject) => {
      worker.removeAllListeners();
      worker.once('error', reject);
      worker.once('message', (reply: Reply) => {
        if ('done' in reply) resolve(reply.done);
        else reject(new Error(reply.failed));
      });
      worker.postMessage(order);
    });
  return {
    run: (lot) => ask(lot) as Promise<Done>,
    reference: (plan) => ask({ plan }) as Promise<Outcome>,
    end: () => worker.terminate(),
  };
}
