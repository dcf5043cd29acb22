// The sprints of the project's boards, and how much of each serves a goal.
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Day } from '../../../../../../src/domain/days';
import { troubleOf, type Trouble } from '../../../../components/failure';
import { sprintSums, type WorkName } from '../../gather/backlog-counts';
import type { Numbers, Sum } from '../../gather/counts';
import { readSprints, type SprintList } from '../../gather/sprints';
import { useCounts, type Where } from '../../use-numbers';

export type SprintsState =
  | { kind: 'loading' }
  | { kind: 'failed'; trouble: Trouble }
  | { kind: 'ready'; list: SprintList };

/** A number of one sprint. */
export type SprintNumber = `${number}.${WorkName}`;

export interface Sprints {
  state: SprintsState;
  numbers: Numbers<SprintNumber>;
  retry: () => void;
  retryNumber: (name: SprintNumber) => void;
}

/** Reads boards and sprints once they are wanted, and again with a new frame. */
export function useSprints(where: Where, today: Day, wanted: boolean): Sprints {
  const { openCalls, projectId } = where;
  const [made, setMade] = useState<{ of: Where; state: SprintsState } | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!wanted) return;
    const calls = openCalls();
    let alive = true;
    const show = (state: SprintsState) => {
      if (alive) setMade({ of: where, state });
    };
    show({ kind: 'loading' });
    readSprints(calls.jira, projectId).then(
      (list) => show({ kind: 'ready', list }),
      (error: unknown) => show({ kind: 'failed', trouble: troubleOf(error) }),
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, projectId, where, wanted, round]);
  const state: SprintsState = made?.of === where ? made.state : { kind: 'loading' };
  const list = state.kind === 'ready' ? state.list : null;
  const sums = useMemo(() => {
    if (list?.kind !== 'sprints') return null;
    const named = list.sprints.flatMap(({ id }) => {
      const { serves, calendar } = sprintSums(where, id, today);
      return [
        [`${id}.serves`, serves],
        [`${id}.calendar`, calendar],
      ] as const;
    });
    return Object.fromEntries<Sum>(named);
  }, [list, where, today]);
  const { numbers, retry } = useCounts<SprintNumber>(openCalls, sums);
  return {
    state,
    numbers,
    retry: useCallback(() => setRound((before) => before + 1), []),
    retryNumber: retry,
  };
}
