// Runs many seeds on all cores, in threads that were built into one file before (prebuilt/seeds.mjs).
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Done, Failure, Lot } from './messages';

const THREAD = path.join(__dirname, '../../../node_modules/.cache/ladder/seeds/worker.cjs');
const LOT = 50;
/** After so many failures nothing new is learned. */
const ENOUGH = 5;

export interface ManyOptions {
  from: number;
  count: number;
  /** Name of a planted bug: the first seed that catches it ends the run. */
  planted?: string;
  threads?: number;
}

export interface Many {
  seeds: number;
  /** By seed. */
  failures: Failure[];
  faults: Record<string, number>;
}

export async function runMany({
  from,
  count,
  planted = '',
  threads = availableParallelism(),
}: ManyOptions): Promise<Many> {
  const sum: Many = { seeds: 0, failures: [], faults: {} };
  const most = planted === '' ? ENOUGH : 1;
  let next = from;
  const nextLot = (): Lot | null => {
    if (next >= from + count || sum.failures.length >= most) return null;
    const lot = { from: next, to: Math.min(next + LOT, from + count) };
    next = lot.to;
    return lot;
  };
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(THREAD, { workerData: planted, execArgv: [] });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
      worker.on('message', ({ seeds, failures, faults }: Done) => {
        sum.seeds += seeds;
        sum.failures.push(...failures);
        for (const [kind, times] of Object.entries(faults))
          sum.faults[kind] = (sum.faults[kind] ?? 0) + times;
        const lot = nextLot();
        if (lot) worker.postMessage(lot);
        else void worker.terminate();
      });
    });
  await Promise.all(Array.from({ length: Math.min(threads, Math.ceil(count / LOT)) }, work));
  sum.failures.sort((a, b) => a.seed - b.seed);
  return sum;
}
