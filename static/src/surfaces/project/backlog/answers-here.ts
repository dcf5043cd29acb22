// The answers that were given on this page since the backlog was counted. Pure: each one gives anew.
import { begunBefore, NO_CHANGE, shifted, type Adjustment, type Shift } from './adjust';
import type { Answered } from './lane/lane-run';

export interface Answers {
  adjustment: Adjustment;
  /** How many answers were given. */
  given: number;
  /** What the parents that were answered here say for their children, by their id. */
  parents: ReadonlyMap<string, 'parent' | 'run'>;
  /** Children that were answered by themselves since the parents were counted, by their parent's id. */
  children: ReadonlyMap<string, number>;
}

export const NONE: Answers = {
  adjustment: NO_CHANGE,
  given: 0,
  parents: new Map(),
  children: new Map(),
};

const added = (before: Answers, by: Shift): Answers => ({
  ...before,
  adjustment: shifted(before.adjustment, by),
  given: before.given + 1,
});

/**
 * An item was answered by itself. A child that its parent was to cover, or covers already, is not
 * counted a second time.
 * @param counted whether the children of open parents had been counted before
 */
export function withItem(
  before: Answers,
  { to, half, parentId }: Answered,
  counted: boolean,
): Answers {
  const from = parentId === null ? undefined : before.parents.get(parentId);
  const shift = { count: 1, to, half: half ? 1 : 0, inherited: false };
  const next = added(before, from ? { ...shift, from } : shift);
  if (parentId === null || !counted) return next;
  const children = new Map(before.children);
  return { ...next, children: children.set(parentId, (children.get(parentId) ?? 0) + 1) };
}

/** A parent was answered, and so many open items below it with it. */
export function withParent(
  before: Answers,
  { id, to, covers }: { id: string; to: 'parent' | 'run'; covers: number },
): Answers {
  const parents = new Map(before.parents).set(id, to);
  return { ...added(before, { count: covers, to, half: 0, inherited: true }), parents };
}

/** So many of the items that parents answer for now had a half answer. */
export const begunOf = (before: Answers, half: number): Answers => ({
  ...before,
  adjustment: begunBefore(before.adjustment, half),
});
