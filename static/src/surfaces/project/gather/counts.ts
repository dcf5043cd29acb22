// Numbers that Jira counts. Each one stands alone: a failed one is asked for again by itself.
import type { JiraCall } from './jira-call';
import { COUNTING, type NumberState } from './number-state';
import { countItems } from './search';

export type Numbers<N extends string> = Partial<Record<N, NumberState>>;

/** Searches whose counts give one number. Neither those of `plus` nor those of `minus` may overlap. */
export interface Sum {
  plus: readonly string[];
  /** What is taken off; all of it lies within `plus`. */
  minus?: readonly string[];
  /** Children of parents that are looked for one by one: each adds one when it finds anything at all. */
  any?: readonly { parentId: string; jql: string }[];
}

export interface Counts<N extends string> {
  numbers: () => Numbers<N>;
  /** Counts all of them. */
  start: () => Promise<void>;
  /** Counts one again. */
  retry: (name: N) => Promise<void>;
}

export interface CountsOptions<N extends string> {
  jira: JiraCall;
  searches: Record<N, Sum>;
  /** Larger counts of Jira are called an estimate. */
  aboutAbove: number;
  onChange: (numbers: Numbers<N>) => void;
}

/**
 * Counts one number. It is an estimate where any of its counts is one, also when little is left of
 * them.
 * @throws {CallError} when one of its searches can't be counted
 */
export async function countSum(
  jira: JiraCall,
  { plus, minus = [], any = [] }: Sum,
  aboutAbove: number,
): Promise<Extract<NumberState, { kind: 'known' }>> {
  const countAll = (searches: readonly string[]): Promise<number[]> =>
    Promise.all(searches.map((jql) => countItems(jira, jql)));
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
  const [more, less, some] = await Promise.all([
    countAll(plus),
    countAll(minus),
    countAll(any.map(({ jql }) => jql)),
  ]);
  const parents = any.flatMap(({ parentId }, at) => ((some[at] ?? 0) > 0 ? [parentId] : []));
  // Counts are made one after the other: items may have moved on in between.
  const value = Math.max(0, sum(more) - sum(less)) + parents.length;
  const about = Math.max(value, ...more, ...less) > aboutAbove;
  return { kind: 'known', value, about, ...(parents.length > 0 && { parents }) };
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
    try {
      set(name, await countSum(options.jira, options.searches[name], options.aboutAbove));
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
