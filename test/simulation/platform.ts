// Forge around the app: the hourly trigger that may come twice, late or not at all; a queue that
// delivers at least once, in any order, or drops; functions that are ended when their time is over.
import { scanProject } from '../../src/entry/consumers/scan-project';
import { scanStart } from '../../src/entry/schedules/scan-start';
import type { ScanOrder } from '../../src/ports';
import { Again, type Ending } from './process';
import { HOUR, MINUTE, type World } from './world';

export interface PlatformFaults {
  skip: number;
  twice: number;
  late: number;
  drop: number;
  delay: number;
  /** Events of another version of the app. */
  foreign: number;
}

export const CALM: PlatformFaults = { skip: 0, twice: 0, late: 0, drop: 0, delay: 0, foreign: 0 };

/** A consumer's run, as far as liveness asks for it. */
export interface Turn {
  projectId: string;
  at: number;
  ending: Ending['kind'] | 'again' | null;
}

/** Tries after the first, and the wait before each where the function failed. */
const RETRIES = 4;
const RETRY_MS = MINUTE;

export function createPlatform(
  world: World,
  faults: PlatformFaults,
  /** Told of each run before it begins. */
  onTurn: (turn: Turn) => void = () => undefined,
) {
  const { kernel } = world;
  const { random } = kernel;
  const turns: Turn[] = [];
  let now = faults;

  function deliver(order: ScanOrder, tries: number, delay: number): void {
    if (random.chance(now.drop)) return;
    const late = random.chance(now.delay) ? random.below(3 * HOUR) : 0;
    kernel.at(kernel.now() + delay + late, () => {
      consume(order, tries);
      if (random.chance(now.twice)) consume(order, tries);
    });
  }

  function consume(order: ScanOrder, tries: number): void {
    const turn: Turn = { projectId: order.projectId, at: kernel.now(), ending: null };
    turns.push(turn);
    onTurn(turn);
    const body = random.chance(now.foreign) ? { v: 2, ...order, more: 1 } : { v: 1, ...order };
    world.run(
      { name: `scan ${order.projectId}` },
      (ports) => scanProject(ports)({ body }),
      (ending) => {
        const again = ending.kind === 'done' && ending.value instanceof Again ? ending.value : null;
        turn.ending = again ? 'again' : ending.kind;
        if (tries >= RETRIES) return;
        if (again) deliver(order, tries + 1, again.seconds * 1_000);
        else if (ending.kind !== 'done') deliver(order, tries + 1, RETRY_MS);
      },
    );
  }

  world.onPush((order) => deliver(order, 0, random.below(order.force ? 1_000 : 5 * MINUTE)));

  function start(): void {
    world.run(
      { name: 'start', lifeMs: 55_000 },
      (ports) => scanStart(ports)({}),
      () => undefined,
    );
  }

  return {
    turns,
    /** The hourly trigger at a moment. */
    tick(at: number): void {
      if (random.chance(now.skip)) return;
      const late = random.chance(now.late) ? random.below(50 * MINUTE) : 0;
      kernel.at(at + late, start);
      if (random.chance(now.twice)) kernel.at(at + late + random.below(MINUTE), start);
    },
    calm(): void {
      now = CALM;
    },
  };
}
