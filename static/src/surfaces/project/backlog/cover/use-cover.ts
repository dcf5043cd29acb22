// The parents that would cover most, what is being written for them, and what was answered.
import { useCallback, useEffect, useState } from 'react';
import { troubleOf, type Trouble } from '../../../../components/failure';
import { readCover, type CoverList } from '../../gather/cover';
import type { Where } from '../../use-numbers';
import type { SentenceDraft } from './sentence-draft';

export type CoverState =
  | { kind: 'listing' }
  | { kind: 'counting'; done: number; of: number }
  | { kind: 'failed'; trouble: Trouble }
  | { kind: 'ready'; list: CoverList };

export interface Cover {
  state: CoverState;
  retry: () => void;
  /** What is being written, by the parent's id. Rows show their own; here it outlives them. */
  drafts: Map<string, SentenceDraft>;
  /** Ids of parents that were answered here since the list was made. */
  answered: ReadonlySet<string>;
  markAnswered: (id: string) => void;
}

interface Made {
  /** What it was made for: another one begins anew. */
  of: unknown;
  state: CoverState;
  answered: ReadonlySet<string>;
}

const LISTING: CoverState = { kind: 'listing' };
const NOBODY: ReadonlySet<string> = new Set();

/** The list without children that were answered by themselves since their parents were counted. */
export function lessCovered(cover: Cover, children: ReadonlyMap<string, number>): Cover {
  const { state } = cover;
  if (state.kind !== 'ready' || children.size === 0) return cover;
  const rows = state.list.rows.map((row) => {
    const covers = Math.max(0, row.covers - (children.get(row.facts.id) ?? 0));
    return { ...row, covers };
  });
  return { ...cover, state: { kind: 'ready', list: { ...state.list, rows } } };
}

/** Lists and counts once it is wanted. Leaving the tab loses neither the list nor what was typed. */
export function useCover(where: Where, aboveTypeIds: readonly string[], wanted: boolean): Cover {
  const { openCalls } = where;
  const [made, setMade] = useState<Made | null>(null);
  const [drafts] = useState(() => new Map<string, SentenceDraft>());
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!wanted) return;
    const calls = openCalls();
    let alive = true;
    const show = (state: CoverState) => {
      if (alive) setMade({ of: where, state, answered: NOBODY });
    };
    show(LISTING);
    readCover({
      ...where,
      jira: calls.jira,
      aboveTypeIds,
      onProgress: (done, of) => show({ kind: 'counting', done, of }),
    }).then(
      (list) => show({ kind: 'ready', list }),
      (error: unknown) => show({ kind: 'failed', trouble: troubleOf(error) }),
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, where, aboveTypeIds, wanted, round]);
  const current = made && made.of === where ? made : null;
  return {
    state: current?.state ?? LISTING,
    retry: useCallback(() => setRound((before) => before + 1), []),
    drafts,
    answered: current?.answered ?? NOBODY,
    markAnswered: useCallback(
      (id) =>
        setMade((before) => before && { ...before, answered: new Set([...before.answered, id]) }),
      [],
    ),
  };
}
