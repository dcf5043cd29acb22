// More about what a stream has open: how old it is, what is blocked, and which goals it works towards.
import type { Frame } from './band';
import { goalBet } from './band-clause';
import { both, type Counted } from './bet-sum';
import { and, not, older, type Clause } from './clause';
import { openAskedClause } from './coverage';
import type { Goal } from './goal';
import { UNFILTERED } from './number';

/** Where one group of ages ends and the next begins, in whole days. */
export const AGE_BOUNDS = [30, 90, 180, 365] as const;
export const AGE_GROUPS = ['age0', 'age1', 'age2', 'age3', 'age4'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

const ofGroup = (at: number): Clause => {
  const from = AGE_BOUNDS[at - 1];
  const to = AGE_BOUNDS[at];
  return and(
    ...(from === undefined ? [] : [older('created', from)]),
    ...(to === undefined ? [] : [not(older('created', to))]),
  );
};

const open = (frame: Frame, stream: Clause, filter: Counted, more: Clause[] = []): Counted =>
  both({ scope: and(openAskedClause(frame), stream, ...more) }, filter);

/** What is open in a stream by its age; the groups add up to what is open. */
export const ageNumbers = (
  frame: Frame,
  stream: Clause,
  filter: Counted = UNFILTERED,
): Record<AgeGroup, Counted> =>
  Object.fromEntries(
    AGE_GROUPS.map((name, at) => [name, open(frame, stream, filter, [ofGroup(at)])]),
  ) as Record<AgeGroup, Counted>;

/**
 * The age in days that half of the items have reached, from the counts of the groups: even spread is
 * assumed within a group, so that it is about right. `beyond` when half of them are in the oldest one.
 */
export function medianAge(counts: readonly number[]): number | 'beyond' | null {
  const half = counts.reduce((all, one) => all + one, 0) / 2;
  if (half === 0) return null;
  let before = 0;
  for (const [at, count] of counts.entries()) {
    const to = AGE_BOUNDS[at];
    if (to === undefined) break;
    const from = AGE_BOUNDS[at - 1] ?? 0;
    if (before + count >= half) return Math.round(from + ((half - before) / count) * (to - from));
    before += count;
  }
  return 'beyond';
}

/** What is open in a stream and meets the condition of what is blocked. */
export const blockedNumber = (
  frame: Frame,
  stream: Clause,
  blocked: Clause,
  filter: Counted = UNFILTERED,
): Counted => open(frame, stream, filter, [blocked]);

/** What is open in a stream and answered for each of these goals, by the goal's id. */
export const goalNumbers = (
  frame: Frame,
  stream: Clause,
  goals: readonly Goal[],
  filter: Counted = UNFILTERED,
): Record<string, Counted> =>
  Object.fromEntries(
    goals.map((goal) => [
      goal.id,
      both(open(frame, stream, filter), { scope: and(), bet: goalBet(goal) }),
    ]),
  );

/** An open item, with the open items that block it. */
export interface LinkedItem {
  id: string;
  blockedBy: readonly { key: string; summary: string }[];
}

/** From how many items of a stream on one that blocks them is named. */
const BLOCKS_SEVERAL = 3;

export interface Blocker {
  key: string;
  summary: string;
  blocks: number;
}

/** Items that block several of these, the one that blocks most first. */
export function blockersOf(items: readonly LinkedItem[]): Blocker[] {
  const found = new Map<string, Blocker>();
  for (const { blockedBy } of items)
    for (const { key, summary } of new Map(blockedBy.map((one) => [one.key, one])).values())
      found.set(key, { key, summary, blocks: (found.get(key)?.blocks ?? 0) + 1 });
  return [...found.values()]
    .filter(({ blocks }) => blocks >= BLOCKS_SEVERAL)
    .sort((a, b) => b.blocks - a.blocks || a.key.localeCompare(b.key, 'en', { numeric: true }));
}
