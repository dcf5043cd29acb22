// What the record shows: all that is kept of the project's decisions, and what the items are called.
import { useCallback, useEffect, useState } from 'react';
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import { idsJql } from '../../../../../../src/adapters/jira/jql';
import { troubleOf, type Trouble } from '../../../../components/failure';
import type { Where } from '../../use-numbers';
import { readRecords } from '../records';

export interface Log {
  /** Null until it was read. */
  views: readonly DecisionView[] | null;
  trouble: Trouble | null;
  again: () => void;
  take: (view: DecisionView) => void;
}

export function useLog(projectId: string): Log {
  const [records, setRecords] = useState<ReadonlyMap<string, DecisionView> | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let alive = true;
    setTrouble(null);
    readRecords(projectId).then(
      (found) => alive && setRecords(found),
      (error: unknown) => alive && setTrouble(troubleOf(error)),
    );
    return () => {
      alive = false;
    };
  }, [projectId, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const take = useCallback(
    (view: DecisionView) =>
      setRecords((before) => before && new Map([...before, [view.itemId, view]])),
    [],
  );
  return { views: records && [...records.values()], trouble, again, take };
}

export interface ItemName {
  key: string;
  summary: string;
}

const CHUNK = 50;

/** Keys and summaries of items; those that Jira does not give stay unknown. */
export function useItemNames(
  { openCalls }: Pick<Where, 'openCalls'>,
  itemIds: readonly string[],
): ReadonlyMap<string, ItemName> {
  const [names, setNames] = useState<ReadonlyMap<string, ItemName>>(new Map());
  const wanted = [...new Set(itemIds)].filter((id) => !names.has(id)).join(',');
  useEffect(() => {
    if (wanted === '') return;
    const calls = openCalls();
    const ids = wanted.split(',');
    for (let from = 0; from < ids.length; from += CHUNK) {
      const body = {
        jql: idsJql(ids.slice(from, from + CHUNK)),
        fields: ['summary'],
        maxResults: CHUNK,
      };
      calls.jira('search', { body }).then(
        ({ issues }) =>
          setNames(
            (known) =>
              new Map([
                ...known,
                ...issues.map(
                  ({ id, key, fields }) => [id, { key, summary: fields?.summary ?? '' }] as const,
                ),
              ]),
          ),
        () => undefined,
      );
    }
    return () => calls.leave();
  }, [openCalls, wanted]);
  return names;
}
