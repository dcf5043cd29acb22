// Delivers events by itself when they are due, so that a page that pushes one sees it happen.
import type { Clock } from '../clock';
import type { Queue } from './queue';

export interface Pump {
  /** Starts to deliver; a host in a test may leave it off and drain by hand. */
  start(): void;
  /** Looks again now, for instance after the clock was moved. */
  wake(): void;
  /** Holds deliveries back while `work` runs, which then drains by itself and counts. */
  paused<T>(work: () => Promise<T>): Promise<T>;
  stop(): void;
}

// A long delay is looked at again in between, because the clock can be moved.
const LONGEST_WAIT = 5000;

/** A pump that is off until it is started. */
export function createPump(queue: Queue, clock: Clock): Pump {
  let on = false;
  let holds = 0;
  let timer: NodeJS.Timeout | undefined;

  function plan(): void {
    clearTimeout(timer);
    // A delivery may end after the host was closed, with its database.
    if (!on || holds > 0) return;
    const due = queue.nextDue();
    if (due === undefined) return;
    const wait = Math.min(Math.max(0, due - clock.now()), LONGEST_WAIT);
    timer = setTimeout(() => void deliver(), wait);
    timer.unref();
  }

  async function deliver(): Promise<void> {
    await queue.drain({ keepDelays: true });
    plan();
  }

  queue.onPush(plan);
  return {
    start() {
      on = true;
      plan();
    },
    wake: plan,
    async paused(work) {
      holds += 1;
      clearTimeout(timer);
      try {
        return await work();
      } finally {
        holds -= 1;
        plan();
      }
    },
    stop() {
      on = false;
      clearTimeout(timer);
    },
  };
}
