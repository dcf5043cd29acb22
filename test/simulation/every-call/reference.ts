// The reference: a night on which one call to the outside may fail, then a night without faults.
import { addDays } from '../../../src/domain/days';
import { createWorld, type WorldOptions } from '../create-world';
import type { Fault, Outside } from '../faults';
import type { Kernel } from '../kernel';
import { CALM, createPlatform, type PlatformFaults } from '../platform';
import { settle } from '../settle';
import { night } from '../simulate';
import { MINUTE } from '../world';
import { endState } from './end-state';
import { fillReference } from './reference-items';
import { storeReference } from './reference-records';

/** A summer's day; which one it is changes nothing. */
const SEED = 5;

export interface Asked extends Outside {
  /** Instant in milliseconds. */
  madeAt: number;
}

export interface Outcome {
  /** Every call of the first night, in its order. */
  calls: Asked[];
  end: string[];
  /** Messages that went out: to whom, at which item, with which subject. */
  mails: string[];
}

/** What goes wrong; nothing where it is left out. */
export interface Plan {
  /** Which call of the first night fails (from 0 on), and how. */
  failing?: { at: number; fault: Fault };
  /** What the platform does on the first night. */
  platform?: Partial<PlatformFaults>;
  /** Nights that pass without a trigger instead of the first one. */
  skipped?: number;
  /** Longest time until search shows a change. */
  lagMs?: number;
}

export async function referenceNights(
  { failing, platform: faults = {}, skipped = 0, lagMs = 0 }: Plan = {},
  told: Pick<WorldOptions, 'answered'> = {},
): Promise<Outcome> {
  const calls: Asked[] = [];
  const chaos = ({ now }: Kernel) => ({
    next(call: Outside): Fault | null {
      calls.push({ ...call, madeAt: now() });
      return failing?.at === calls.length - 1 ? failing.fault : null;
    },
  });
  const world = createWorld({ seed: SEED, chaos, fill: fillReference, lagMs, ...told });
  const platform = createPlatform(world, { ...CALM, ...faults });
  await settle(world);
  let stored = '';
  world.run(
    { name: 'store' },
    (ports) => storeReference(ports, world),
    ({ kind }) => (stored = kind),
  );
  await world.kernel.drive(world.kernel.now() + MINUTE);
  if (stored !== 'done') throw new Error(`the reference is not stored: ${stored}`);
  if (skipped === 0) {
    world.stormy = true;
    await night(world, platform, world.firstDay);
    world.stormy = false;
  }
  platform.calm();
  const lastDay = addDays(world.firstDay, skipped || 1);
  await night(world, platform, lastDay);
  const mails = world.mails.map(({ to, itemId, subject }) => `${to} ${itemId} ${subject}`);
  return { calls, end: endState(world, lastDay), mails };
}
