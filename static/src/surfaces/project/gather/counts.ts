// Numbers that Jira counts. Each one stands alone: a failed one is asked for again by itself.
import type { JiraCall } from './jira-call';
import { COUNTING, type NumberState } from './number-state';
import { countItems } from './search';

export type Numbers<N extends string> = Partial<Record<N, NumberState>>;

export interface Counts<N extends string> {
  numbers: () => Numbers<N>;
  /** Counts all of them. */
  start: () => Promise<void>;
  /** Counts one again. */
  retry: (name: N) => Promise<void>;
}

export interface CountsOptions<N extends string> {
  jira: JiraCall;
  /** The searches whose counts add up to the number; they must not overlap. */
  searches: Record<N, readonly string[]>;
  /** Larger values of Jira's count are called an estimate; nothing found is never one. */
  aboutAbove: number;
  onChange: (numbers: Numbers<N>) => void;
}

/** Counts a set of numbers and reports every change of it. */
export function createCounts<N extends string>(options: CountsOptions<N>): Counts<N> {
  const names = Object.keys(options.searches) as N[];
  let numbers: Numbers<N> = Object.fromEntries(names.map((name) => [name, COUNTING])) as Numbers<N>;
  const set = (name: N, state: NumberState): void => {
    numbers = { ...numbers, [name]: state };
    options.onChange(numbers);
  };
  const count = async (name: N): Promise<void> => {
    const parts = options.searches[name].map((jql) => countItems(options.jira, jql));
    try {
      const value = (await Promise.all(parts)).reduce((sum, part) => sum + part, 0);
      set(name, { kind: 'known', value, about: value > options.aboutAbove });
    } catch {
      set(name, { kind: 'failed' });
    }
  };
  return {
    numbers: () => numbers,
    start: async () => {
      await Promise.all(names.map(count));
    },
    retry: async (name) => {
      set(name, COUNTING);
      await count(name);
    },
  };
}
