// How far a project has come with the three things to begin with.
import { useEffect, useState } from 'react';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { answeredParents } from '../../../../../src/domain/bet-clause';
import type { Day } from '../../../../../src/domain/days';
import { isComplete } from '../../../../../src/domain/goal';
import type { Question } from '../gather/names';
import { COUNTING, type NumberState } from '../gather/number-state';
import type { Where } from '../use-numbers';
import type { DrawProgress } from './draw-progress';
import type { Progress } from './first-use';

/** As many as Sort draws at first. */
const USUAL_DRAW = 40;

const known = (value: number): NumberState => ({ kind: 'known', value, about: false });

interface Options {
  project: Pick<OpenProject, 'goals'>;
  question: Question;
  /** The reader's day, which names the draw. */
  today: Day;
  wanted: boolean;
}

/** The draw is looked at once `wanted`; the rest is there with the page. */
export function useProgress(
  where: Where,
  { project: { goals }, question, today, wanted }: Options,
): Progress {
  const [read, setRead] = useState<{ of: Question; draw: DrawProgress | null } | null>(null);
  const { openCalls } = where;
  useEffect(() => {
    if (!wanted) return;
    const calls = openCalls();
    let alive = true;
    void import('./draw-progress')
      .then(({ readDrawProgress }) => readDrawProgress(calls.jira, where, question, today))
      .catch(() => null)
      .then((draw) => alive && setRead({ of: question, draw }));
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, where, question, today, wanted]);
  const draw = read?.of === question ? read.draw : undefined;
  const sorted: NumberState =
    draw === undefined ? COUNTING : draw === null ? { kind: 'failed' } : known(draw.told);
  return {
    sort: { state: sorted, want: draw?.drawn ?? USUAL_DRAW },
    goals: { state: known(goals.filter(isComplete).length), want: 2 },
    epics: { state: known(answeredParents(where.frame).length), want: 5 },
  };
}
