// Loading the panel's data, and keeping what a save gave back: never a search result.
import { useCallback, useEffect, useState } from 'react';
import type { OpenItem } from '../../../../src/contract/procedures';
import { readAnswer } from '../../../../src/contract/properties';
import { useFormat } from '../../components/reader';
import { call } from '../../forge';
import { loadItem, type ItemData } from './load';

export interface Loaded {
  data: ItemData;
  /** The moment it was loaded, milliseconds. */
  at: number;
}

export type Loading =
  | { kind: 'loading' }
  | { kind: 'failed'; error: unknown }
  | ({ kind: 'ready' } & Loaded);

export interface Item {
  loading: Loading;
  reload: () => void;
  /** Takes over the property that the item holds now; undefined when there is none. */
  setAnswer: (answerValue: unknown, seen: string | null) => void;
  /** Takes over what another procedure gave back. */
  setOpen: (part: Partial<OpenItem>) => void;
  /** Asks for goals and rules anew, beside what is being typed; fails in silence. */
  refreshGoals: () => void;
}

export function useItem(itemId: string, account: string | undefined, now: () => number): Item {
  const format = useFormat();
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    loadItem(itemId, account, now, format).then(
      (data) => current && setLoading({ kind: 'ready', data, at: now() }),
      (error: unknown) => current && setLoading({ kind: 'failed', error }),
    );
    return () => {
      current = false;
    };
  }, [itemId, account, now, format, round]);

  const change = useCallback(
    (next: (data: ItemData) => ItemData) =>
      setLoading((last) => (last.kind === 'ready' ? { ...last, data: next(last.data) } : last)),
    [],
  );
  const setOpen = useCallback(
    (part: Partial<OpenItem>) => change((data) => ({ ...data, open: { ...data.open, ...part } })),
    [change],
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
          // The app knows this text.
          open: { ...data.open, outsideSince: null },
        })),
      [change],
    ),
    setOpen,
    refreshGoals: useCallback(() => {
      call('item.open', { itemId }).then(
        ({ goals, rules, today }) => setOpen({ goals, rules, today }),
        () => undefined,
      );
    }, [itemId, setOpen]),
  };
}
