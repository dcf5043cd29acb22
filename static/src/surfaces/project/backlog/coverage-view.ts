// How much of the open backlog answers the question, as a share.
import type { PartName } from '../gather/backlog-counts';
import type { BacklogName } from '../gather/names';
import type { Numbers } from '../gather/counts';
import { isKnown, type NumberState } from '../gather/number-state';

export interface CoverageView {
  asked: number;
  answered: number;
  /** 0 to 1; null when nothing is asked. */
  share: number | null;
  /** Whether any of the counts is an estimate. */
  about: boolean;
}

/** Where the share stands; it needs all of its counts. */
export type Coverage =
  | { kind: 'counting' }
  | { kind: 'failed' }
  | { kind: 'known'; view: CoverageView };

/** Below this many items a share says less than "k of n". */
export const FEW = 10;

/** Counts are made one after the other, so a sum may never exceed the whole. */
function coverageFrom(
  asked: NumberState | undefined,
  answered: readonly (NumberState | undefined)[],
): Coverage {
  if ([asked, ...answered].some((state) => state?.kind === 'failed')) return { kind: 'failed' };
  const known = answered.filter(isKnown);
  if (!isKnown(asked) || known.length < answered.length) return { kind: 'counting' };
  const sum = Math.min(
    asked.value,
    known.reduce((total, { value }) => total + value, 0),
  );
  return {
    kind: 'known',
    view: {
      asked: asked.value,
      answered: sum,
      share: asked.value === 0 ? null : sum / asked.value,
      about: [asked, ...known].some(({ about }) => about),
    },
  };
}

/** From the short numbers of the first tab. */
export const coverageOfBacklog = (numbers: Numbers<BacklogName>): Coverage =>
  coverageFrom(numbers['coverage.asked'], [numbers['coverage.own'], numbers['coverage.parent']]);

/** From the parts of the Backlog tab. */
export const coverageOfParts = (numbers: Numbers<PartName>): Coverage =>
  coverageFrom(numbers.asked, [numbers.own, numbers.parent, numbers.run]);

/** What the share becomes when that many more items are answered. */
export function withMore(view: CoverageView, more: number): CoverageView {
  const answered = Math.min(view.asked, view.answered + more);
  return { ...view, answered, share: view.asked === 0 ? null : answered / view.asked };
}
