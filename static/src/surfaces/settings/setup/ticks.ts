// Which transitions are ticked, and what becomes of the ticks when the workflow changes under them.
import type { SetupWorkflow } from '../../../../../src/contract/setup';

type Transition = SetupWorkflow['transitions'][number];

/** What somebody ticked, and where the gate stood when they did. */
export interface Ticked {
  wanted: readonly string[];
  base: readonly string[];
}

/** Ids of the transitions that the gate stands on, in the workflow's order. */
export const placedOn = (transitions: readonly Transition[]): string[] =>
  transitions.filter(({ placed }) => placed).map(({ id }) => id);

/** Where it stands; where that is nowhere, or nowhere but Create, also the transitions that start work. */
export function suggestedTicks(transitions: readonly Transition[]): string[] {
  const settled = transitions.some(({ placed, creates }) => placed && !creates);
  return transitions
    .filter(({ placed, starts }) => placed || (!settled && starts))
    .map(({ id }) => id);
}

/**
 * How a press that makes the gate stand on `after` is undone: back to where it stands now, but never
 * back onto Create (`whole` is false when that is left out). Null when nothing is left to undo.
 */
export function undoOf(
  transitions: readonly Transition[],
  after: readonly string[],
): { ids: string[]; whole: boolean } | null {
  const before = transitions.filter(({ placed }) => placed);
  const back = before.filter(({ id, creates }) => !creates || after.includes(id));
  const ids = back.map(({ id }) => id);
  const same = ids.length === after.length && ids.every((id) => after.includes(id));
  return same ? null : { ids, whole: back.length === before.length };
}

/**
 * The ticks over the workflow as it is now: what was added and taken off by hand stays so where the
 * transition is still there; everything else is as somebody else left it.
 */
export const carriedTicks = (
  { wanted, base }: Ticked,
  transitions: readonly Transition[],
): string[] =>
  transitions
    .filter(({ id, placed }) => {
      const before = base.includes(id);
      const now = wanted.includes(id);
      return before === now ? placed : now;
    })
    .map(({ id }) => id);

export interface Change {
  added: Transition[];
  removed: Transition[];
}

/** What placing the gate on exactly `wanted` would change. */
export const changeOf = (
  transitions: readonly Transition[],
  wanted: readonly string[],
): Change => ({
  added: transitions.filter(({ id, placed }) => !placed && wanted.includes(id)),
  removed: transitions.filter(({ id, placed }) => placed && !wanted.includes(id)),
});
