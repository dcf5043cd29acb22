// A thread that runs lots of seeds, built into one file before (prebuilt/seeds.mjs). It is outside the
// sandbox of Jest, which slows every use of a global down.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Done, Lot } from './messages';

const FILE = path.join(__dirname, '../../../node_modules/.cache/ladder/seeds/worker.cjs');
/** Most of what a seed makes is gone at its end: more room for it means less to be moved about. */
const YOUNG_MB = 64;

export interface Thread {
  /** Runs one lot at a time. @throws what ended the thread */
  run(lot: Lot): Promise<Done>;
  end(): Promise<unknown>;
}

export function startThread(): Thread {
  const worker = new Worker(FILE, {
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  return {
    run: (lot) =>
      new Promise((resolve, reject) => {
        worker.removeAllListeners();
        worker.once('error', reject);
        worker.once('message', resolve);
        worker.postMessage(lot);
      }),
    end: () => worker.terminate(),
  };
}
