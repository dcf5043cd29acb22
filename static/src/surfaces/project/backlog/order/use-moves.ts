// Moves in Jira's rank from the list, the latest of which can be undone.
import { useCallback, useEffect, useRef, useState } from 'react';
import { troubleOf, type Trouble } from '../../../../components/failure';
import { CallError } from '../../../../forge';
import { order as text } from '../../../../messages/project-order';
import type { Calls } from '../../gather/jira-call';
import type { Where } from '../../use-numbers';
import { movedAbove, wayBack, type RankTarget } from './move';
import { moveInRank, neighbourOf } from './rank-calls';

interface Move {
  key: string;
  above: string;
  /** The rank of the list before the move, and the way back there; null when there is none. */
  before: readonly string[];
  back: RankTarget | null;
  /** Whether the way back leads to the very same place. */
  exact: boolean;
}

export interface Moves {
  /** Keys in Jira's rank as far as the list knows it. */
  rank: readonly string[];
  /** The key that is being moved. */
  busy: string | null;
  /** Moves that stand, the latest last. */
  made: readonly Move[];
  /** Said of the last undo. */
  undone: { key: string; exact: boolean } | null;
  /** Why nothing can be moved here; null as long as Jira has not refused. */
  refused: string | null;
  trouble: Trouble | null;
  move: (key: string, above: string) => void;
  undo: () => void;
}

/** A refusal that trying again does not change, as a sentence. */
function refusalOf(error: unknown): string | null {
  if (!(error instanceof CallError)) return null;
  if (error.code === 'forbidden') return text.noRight;
  return error.code === 'invalid_input' || error.code === 'not_found' ? text.noBoard : null;
}

interface State extends Pick<Moves, 'rank' | 'busy' | 'made' | 'undone' | 'refused' | 'trouble'> {
  listed: readonly string[];
}

const fresh = (listed: readonly string[]): State => ({
  listed,
  rank: listed,
  busy: null,
  made: [],
  undone: null,
  refused: null,
  trouble: null,
});

/** `listed`: keys in Jira's rank as they were read; another list begins anew. */
export function useMoves(where: Where, listed: readonly string[]): Moves {
  const { openCalls, projectId, zone, frame } = where;
  const [state, setState] = useState<State>(() => fresh(listed));
  if (state.listed !== listed) setState(fresh(listed));
  const calls = useRef<Calls | null>(null);
  useEffect(() => {
    const opened = openCalls();
    calls.current = opened;
    return () => opened.leave();
  }, [openCalls]);

  const run = useCallback((key: string, work: (jira: Calls['jira']) => Promise<Partial<State>>) => {
    const jira = calls.current?.jira;
    if (!jira) return;
    const change = (to: Partial<State>): void =>
      setState((before) => ({ ...before, busy: null, ...to }));
    setState((before) => ({ ...before, busy: key, undone: null, trouble: null }));
    work(jira).then(change, (error: unknown) => {
      const refused = refusalOf(error);
      change(refused === null ? { trouble: troubleOf(error) } : { refused });
    });
  }, []);

  const { rank, made, busy } = state;
  const move = (key: string, above: string): void => {
    if (busy !== null) return;
    run(key, async (jira) => {
      const found = await neighbourOf(jira, { projectId, zone, frame }, key).catch(() => null);
      await moveInRank(jira, key, { rankBeforeIssue: above });
      const back = found ?? wayBack(rank, key);
      return {
        rank: movedAbove(rank, key, above),
        made: [...made, { key, above, before: rank, back, exact: found !== null }],
      };
    });
  };
  const undo = (): void => {
    const last = made[made.length - 1];
    const back = last?.back;
    if (busy !== null || !last || !back) return;
    run(last.key, async (jira) => {
      await moveInRank(jira, last.key, back);
      return {
        rank: last.before,
        made: made.slice(0, -1),
        undone: { key: last.key, exact: last.exact },
      };
    });
  };
  return { ...state, move, undo };
}
