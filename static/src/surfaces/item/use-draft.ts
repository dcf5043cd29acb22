// The draft of one form: kept while typing, when a field or the form is left, and when the page goes.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DraftTexts } from '../../../../src/contract/drafts';
import type { ErrorCode } from '../../../../src/domain/errors';
import { call, CallError } from '../../forge';
import {
  createDraftKeeper,
  type DraftKeeper,
  type DraftState,
  type FinalState,
} from './draft-keeper';

export interface KeptDraft {
  texts: DraftTexts;
  seen: string | null;
}

const later = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

const FINAL: Partial<Record<ErrorCode, FinalState>> = {
  invalid_input: 'tooLong',
  limit_reached: 'tooLong',
  forbidden: 'forbidden',
  not_found: 'gone',
};
const finalOf = (error: unknown): FinalState | null =>
  (error instanceof CallError && FINAL[error.code]) || null;

export function useDraft(itemId: string): { keeper: DraftKeeper<KeptDraft>; state: DraftState } {
  const [state, setState] = useState<DraftState>('quiet');
  const mounted = useRef(true);
  const keeper = useMemo(
    () =>
      createDraftKeeper<KeptDraft>({
        send: async ({ texts, seen }) => void (await call('draft.save', { itemId, texts, seen })),
        finalOf,
        onState: (next) => mounted.current && setState(next),
        later,
      }),
    [itemId],
  );
  useEffect(() => {
    mounted.current = true;
    const leave = () => keeper.leave();
    const hide = () => {
      if (document.visibilityState === 'hidden') leave();
    };
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', leave);
    return () => {
      mounted.current = false;
      // Until the last text is kept, the page may still go.
      void keeper.close().finally(() => {
        document.removeEventListener('visibilitychange', hide);
        window.removeEventListener('pagehide', leave);
      });
    };
  }, [keeper]);
  return { keeper, state };
}
