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

/** Where it stands; where it stands nowhere, the transitions that start work. */
export function suggestedTicks(transitions: readonly Transition[]): string[] {
  const placed = placedOn(transitions);
  if (placed.length > 0) return placed;
  return transitions.filter(({ starts }) => starts).map(({ id }) => id);
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
