// The reference: a night on which one call to the outside may fail, then a night without faults.
import { addDays } from '../../../src/domain/days';
import { createWorld } from '../create-world';
import type { Fault, Outside } from '../faults';
import { CALM, createPlatform } from '../platform';
import { settle } from '../settle';
import { night } from '../simulate';
import { MINUTE } from '../world';
import { endState } from './end-state';
import { fillReference } from './reference-items';
import { storeReference } from './reference-records';

/** A summer's day; which one it is changes nothing. */
const SEED = 5;

export interface Outcome {
  /** Every call of the first night, in its order. */
  calls: Outside[];
  end: string[];
}

/** @param failing which call of the first night fails (from 0 on), and how */
export async function referenceNights(
  failing: { at: number; fault: Fault } | null,
): Promise<Outcome> {
  const calls: Outside[] = [];
  const chaos = () => ({
    next(call: Outside): Fault | null {
      calls.push(call);
      return failing && failing.at === calls.length - 1 ? failing.fault : null;
    },
  });
  const world = createWorld({ seed: SEED, chaos, fill: fillReference });
  const platform = createPlatform(world, CALM);
  await settle(world);
  let stored = '';
  world.run(
    { name: 'store' },
    (ports) => storeReference(ports, world),
    ({ kind }) => (stored = kind),
  );
  await world.kernel.drive(world.kernel.now() + MINUTE);
  if (stored !== 'done') throw new Error(`the reference is not stored: ${stored}`);
  world.stormy = true;
  await night(world, platform, world.firstDay);
  world.stormy = false;
  const lastDay = addDays(world.firstDay, 1);
  await night(world, platform, lastDay);
  return { calls, end: endState(world, lastDay) };
}
