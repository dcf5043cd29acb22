// Virtual time in one thread: things happen one after the other in the order of their moments, every
// choice comes from one seeded source, and what happened leaves a hash.

export interface Random {
  /** From 0 to 1 (out). */
  next(): number;
  /** A whole number from 0 to `below` (out). */
  below(below: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
}

/** Mulberry32: small, fast, and good enough to choose faults. */
export function seeded(seed: number): Random {
  let state = (seed * 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick<T>(list: readonly T[]): T {
      const one = list[below(list.length)];
      if (one === undefined) throw new RangeError('nothing to pick from');
      return one;
    },
  };
}

export interface Kernel {
  now(): number;
  /** Runs something at a moment; what lies in the past runs next. */
  at(moment: number, run: () => void): void;
  /** Lets everything happen until nothing is left, or until this moment. */
  drive(until?: number): Promise<void>;
  /** Writes one line of the trace. */
  note(line: string): void;
  hash(): string;
  random: Random;
}

interface Entry {
  moment: number;
  order: number;
  run: () => void;
}

const isBefore = (a: Entry, b: Entry): boolean =>
  a.moment < b.moment || (a.moment === b.moment && a.order < b.order);

/** A binary heap of what is still to happen. */
function agenda() {
  const heap: Entry[] = [];
  const at = (index: number): Entry => heap[index] as Entry;
  function swap(a: number, b: number): void {
    const kept = at(a);
    heap[a] = at(b);
    heap[b] = kept;
  }
  return {
    first: (): Entry | undefined => heap[0],
    push(entry: Entry): void {
      heap.push(entry);
      for (let child = heap.length - 1; child > 0;) {
        const parent = (child - 1) >> 1;
        if (!isBefore(at(child), at(parent))) return;
        swap(child, parent);
        child = parent;
      }
    },
    shift(): void {
      const last = heap.pop();
      if (!last || heap.length === 0) return;
      heap[0] = last;
      for (let parent = 0; ;) {
        let least = parent;
        for (const child of [2 * parent + 1, 2 * parent + 2])
          if (child < heap.length && isBefore(at(child), at(least))) least = child;
        if (least === parent) return;
        swap(parent, least);
        parent = least;
      }
    },
  };
}

/** Resolves when everything that waits for settled promises has run. */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    process.nextTick(resolve);
  });

/** Far more than the longest run takes. */
const MOST_STEPS = 100_000;

export function createKernel(seed: number, start: number): Kernel {
  const waiting = agenda();
  let now = start;
  let order = 0;
  let steps = 0;
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  return {
    random: seeded(seed),
    now: () => now,
    at(moment, run) {
      order += 1;
      waiting.push({ moment: Math.max(moment, now), order, run });
    },
    async drive(until = Infinity) {
      for (;;) {
        await settled();
        const next = waiting.first();
        if (!next || next.moment > until) break;
        waiting.shift();
        steps += 1;
        if (steps > MOST_STEPS) throw new Error('the simulation does not come to an end');
        now = next.moment;
        next.run();
      }
      if (until !== Infinity) now = Math.max(now, until);
    },
    note(line) {
      for (let i = 0; i < line.length; i += 1) {
        const code = line.charCodeAt(i);
        low = Math.imul(low ^ code, 0x01000193);
        high = Math.imul(high + code, 0x5bd1e995) ^ (high >>> 13);
      }
      low ^= now & 0x7fffffff;
    },
    hash: () => `${(low >>> 0).toString(16)}${(high >>> 0).toString(16)}`,
  };
}
