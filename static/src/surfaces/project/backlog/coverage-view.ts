// How much of the open backlog is answered, as rows and a sentence.
import type { BacklogName } from '../gather/names';
import type { Numbers } from '../gather/counts';
import { isKnown } from '../gather/number-state';

export interface CoverageView {
  asked: number;
  answered: number;
  own: number;
  parent: number;
  /** 0 to 1; null when nothing is asked. */
  share: number | null;
  /** Whether any of the counts is an estimate. */
  about: boolean;
}

/** Whether a count that the share needs could not be made. */
export const coverageFailed = (numbers: Numbers<BacklogName>): boolean =>
  (['coverage.asked', 'coverage.own', 'coverage.parent'] as const).some(
    (name) => numbers[name]?.kind === 'failed',
  );

/** Below this many items a share says less than "k of n". */
export const FEW = 10;

/** Null until all three counts are there. Counts are made one after the other, so a sum may never exceed the whole. */
export function coverageView(numbers: Numbers<BacklogName>): CoverageView | null {
  const asked = numbers['coverage.asked'];
  const own = numbers['coverage.own'];
  const parent = numbers['coverage.parent'];
  if (!isKnown(asked) || !isKnown(own) || !isKnown(parent)) return null;
  const answered = Math.min(asked.value, own.value + parent.value);
  return {
    asked: asked.value,
    answered,
    own: own.value,
    parent: parent.value,
    share: asked.value === 0 ? null : answered / asked.value,
    about: asked.about || own.about || parent.about,
  };
}
