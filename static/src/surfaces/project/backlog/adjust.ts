// What answers given on this page change in numbers that were counted before. Jira's search finds a
// new answer only after a while, so the change is added until the numbers are counted again.
import type { PartName } from '../gather/backlog-counts';
import type { Numbers } from '../gather/counts';
import type { BacklogName } from '../gather/names';
import type { NumberState } from '../gather/number-state';

/** Open items that are answered now, and by whom they were not before. */
export interface Shift {
  count: number;
  /** A parent that was answered here a moment ago answered for them already; else nobody did. */
  from?: 'parent' | 'run';
  /** What they are now: answered by themselves, by their parent, or kept running. */
  to: 'own' | 'parent' | 'run';
  /** How many of them had a half answer; the others had none. */
  half: number;
  /** Whether a parent answers for them. */
  inherited: boolean;
}

type Moved = Record<'own' | 'parent' | 'run' | 'half' | 'none', number>;

export interface Adjustment extends Moved {
  /** Of those that are answered now, how many a parent answers for. */
  inherited: number;
}

export const NO_CHANGE: Adjustment = { own: 0, parent: 0, run: 0, half: 0, none: 0, inherited: 0 };

/** Adds one shift. What is said to have been half is at most all of it. */
export function shifted(before: Adjustment, shift: Shift): Adjustment {
  const { count, from, to, half, inherited } = shift;
  if (from) {
    const without = { ...before, [from]: before[from] - count };
    return { ...without, [to]: without[to] + count, inherited: before.inherited - count };
  }
  const begun = Math.min(count, Math.max(0, half));
  return {
    ...before,
    [to]: before[to] + count,
    half: before.half - begun,
    none: before.none - (count - begun),
    inherited: before.inherited + (inherited ? count : 0),
  };
}

/** Says of answers that were added already how many of their items had a half one. */
export const begunBefore = (before: Adjustment, half: number): Adjustment => ({
  ...before,
  half: before.half - half,
  none: before.none + half,
});

const moved = (state: NumberState, by: number): NumberState =>
  state.kind === 'known' ? { ...state, value: Math.max(0, state.value + by) } : state;

function adjust<N extends string>(
  numbers: Numbers<N>,
  changes: Partial<Record<N, number>>,
): Numbers<N> {
  const next = { ...numbers };
  for (const [name, by] of Object.entries(changes) as [N, number][]) {
    const state = numbers[name];
    if (state) next[name] = moved(state, by);
  }
  return next;
}

/** The parts of the open backlog with what was answered since they were counted. */
export const adjustParts = (
  numbers: Numbers<PartName>,
  { inherited: _inherited, ...changes }: Adjustment,
): Numbers<PartName> => adjust(numbers, changes);

/** The same for the short numbers of the first tab, where *keep it running* is part of both. */
export const adjustBacklog = (
  numbers: Numbers<BacklogName>,
  { own, parent, run, inherited }: Adjustment,
): Numbers<BacklogName> =>
  adjust(numbers, {
    'coverage.own': own + parent + run - inherited,
    'coverage.parent': inherited,
  });
