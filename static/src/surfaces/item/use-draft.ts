// The draft of one form: kept while typing, when a field or the form is left, and when the page goes.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DraftTexts } from '../../../../src/contract/drafts';
import { call, CallError } from '../../forge';
import { createDraftKeeper, type DraftKeeper, type DraftState } from './draft-keeper';

export interface KeptDraft {
  texts: DraftTexts;
  seen: string | null;
}

const later = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

const isFinal = (error: unknown): boolean =>
  error instanceof CallError && ['invalid_input', 'forbidden', 'not_found'].includes(error.code);

export function useDraft(itemId: string): { keeper: DraftKeeper<KeptDraft>; state: DraftState } {
  const [state, setState] = useState<DraftState>('quiet');
  const mounted = useRef(true);
  const keeper = useMemo(
    () =>
      createDraftKeeper<KeptDraft>({
        send: async ({ texts, seen }) => void (await call('draft.save', { itemId, texts, seen })),
        isFinal,
        onState: (next) => mounted.current && setState(next),
        later,
      }),
    [itemId],
  );
  useEffect(() => {
    mounted.current = true;
    const leave = () => keeper.flush();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      mounted.current = false;
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
      keeper.close();
    };
  }, [keeper]);
  return { keeper, state };
}
