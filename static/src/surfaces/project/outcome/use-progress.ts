// How far a project has come with the three things to begin with.
import { useMemo } from 'react';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { answeredParents } from '../../../../../src/domain/bet-clause';
import { is } from '../../../../../src/domain/clause';
import { isComplete } from '../../../../../src/domain/goal';
import { printSums } from '../gather/backlog-counts';
import type { NumberState } from '../gather/number-state';
import { useCounts, type Where } from '../use-numbers';
import type { Progress } from './first-use';

const known = (value: number): NumberState => ({ kind: 'known', value, about: false });

/** What was sorted is counted once `wanted`; the rest is there with the page. */
export function useProgress(
  where: Where,
  { goals }: Pick<OpenProject, 'goals'>,
  wanted: boolean,
): Progress {
  const sums = useMemo(
    () => (wanted ? printSums({ sort: { scope: is('when', 'sorted') } }, where) : null),
    [where, wanted],
  );
  const { numbers } = useCounts<'sort'>(where.openCalls, sums);
  return {
    sort: numbers.sort,
    goals: known(goals.filter(isComplete).length),
    epics: known(answeredParents(where.frame).length),
  };
}
