// Runs many seeds on all cores.
import { availableParallelism } from 'node:os';
import { conform, isConforming } from '../../../local/conformance';
import type { Failure, Lot } from './messages';
import { startThread } from './thread';

const LOT = 50;
/** After so many failures nothing new is learned. */
const ENOUGH = 5;

export interface Many {
  seeds: number;
  /** By seed. */
  failures: Failure[];
  faults: Record<string, number>;
}

export async function runMany({ from, count }: { from: number; count: number }): Promise<Many> {
  const sum: Many = { seeds: 0, failures: [], faults: {} };
  let next = from;
  const nextLot = (): Lot | null => {
    if (next >= from + count || sum.failures.length >= ENOUGH) return null;
    const lot = { from: next, to: Math.min(next + LOT, from + count), tells: isConforming() };
    next = lot.to;
    return lot;
  };
  async function work(): Promise<void> {
    const thread = startThread();
    for (let lot = nextLot(); lot; lot = nextLot()) {
      const { seeds, failures, faults, exchanges } = await thread.run(lot);
      exchanges.forEach(conform);
      sum.seeds += seeds;
      sum.failures.push(...failures);
      for (const [kind, times] of Object.entries(faults))
        sum.faults[kind] = (sum.faults[kind] ?? 0) + times;
    }
    await thread.end();
  }
  const threads = Math.min(availableParallelism(), Math.ceil(count / LOT));
  await Promise.all(Array.from({ length: threads }, work));
  sum.failures.sort((a, b) => a.seed - b.seed);
  return sum;
}
