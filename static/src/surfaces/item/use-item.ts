// Loading the panel's data, and keeping what a save gave back: never a search result.
import { useCallback, useEffect, useState } from 'react';
import type { GivenResult } from '../../../../src/contract/procedures';
import { readAnswer } from '../../../../src/contract/properties';
import { loadItem, type ItemData } from './load';

export interface Loaded {
  data: ItemData;
  /** The moment it was loaded, milliseconds. */
  at: number;
}

export type Loading =
  { kind: 'loading' } | { kind: 'failed'; error: unknown } | ({ kind: 'ready' } & Loaded);

export interface Item {
  loading: Loading;
  reload: () => void;
  /** Takes over the property that the item holds now; undefined when there is none. */
  setAnswer: (answerValue: unknown, seen: string | null) => void;
  setResult: (result: GivenResult) => void;
}

export function useItem(itemId: string, now: () => number): Item {
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    loadItem(itemId).then(
      (data) => current && setLoading({ kind: 'ready', data, at: now() }),
      (error: unknown) => current && setLoading({ kind: 'failed', error }),
    );
    return () => {
      current = false;
    };
  }, [itemId, now, round]);

  const change = useCallback(
    (next: (data: ItemData) => ItemData) =>
      setLoading((last) => (last.kind === 'ready' ? { ...last, data: next(last.data) } : last)),
    [],
  );
  return {
    loading,
    reload: useCallback(() => {
      setLoading({ kind: 'loading' });
      setRound((last) => last + 1);
    }, []),
    setAnswer: useCallback(
      (answerValue, seen) =>
        change((data) => ({
          ...data,
          answerValue,
          seen,
          facts: { ...data.facts, answer: readAnswer(answerValue) },
        })),
      [change],
    ),
    setResult: useCallback(
      (result) => change((data) => ({ ...data, open: { ...data.open, result } })),
      [change],
    ),
  };
}
