// The draft of one form: kept while typing, when a field or the form is left, and when the page goes.
import { useEffect, useMemo, useState } from 'react';
import type { ErrorCode } from '../../../../src/domain/errors';
import { CallError } from '../../forge';
import {
  createDraftKeeper,
  type DraftKeeper,
  type DraftState,
  type FinalState,
} from './draft-keeper';
import type { TypedDraft } from './draft-stand-in';
import { RivalDraft, type DraftStore, type KeptDraft } from './draft-store';

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
const finalOf = (error: unknown): FinalState | null => {
  if (error instanceof RivalDraft) return 'rival';
  return (error instanceof CallError && FINAL[error.code]) || null;
};

export interface Draft {
  keeper: DraftKeeper<TypedDraft>;
  state: DraftState;
  /** What another window keeps; nothing is kept here until somebody chooses. */
  rival: KeptDraft | null;
  /** Keeps this window's text over that of the other. */
  keepOver: (mine: TypedDraft) => void;
}

export function useDraft(store: DraftStore): Draft {
  const [state, setState] = useState<DraftState>('quiet');
  const [rival, setRival] = useState<KeptDraft | null>(null);
  const keeper = useMemo(() => {
    const made: DraftKeeper<TypedDraft> = createDraftKeeper<TypedDraft>({
      send: (draft) =>
        store.send(draft).then(
          // The other window's draft is gone, saved there or discarded.
          () => setRival(null),
          (error: unknown) => {
            if (error instanceof RivalDraft) {
              void made.pause();
              setRival(error.draft);
            }
            throw error;
          },
        ),
      finalOf,
      onState: setState,
      later,
    });
    return {
      ...made,
      typed(draft: TypedDraft) {
        store.note(draft);
        made.typed(draft);
      },
    };
  }, [store]);
  useEffect(() => {
    const waiting = store.unsent();
    if (waiting) keeper.typed(waiting);
    const leave = () => keeper.leave();
    const hide = () => {
      if (document.visibilityState === 'hidden') leave();
    };
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', leave);
    return () => {
      // Until the last text is kept, the page may still go.
      void keeper.close().finally(() => {
        document.removeEventListener('visibilitychange', hide);
        window.removeEventListener('pagehide', leave);
      });
    };
  }, [keeper, store]);
  return {
    keeper,
    state,
    rival,
    keepOver(mine) {
      if (!rival) return;
      store.goOnFrom(rival);
      setRival(null);
      keeper.resume();
      keeper.typed(mine);
      keeper.flush();
    },
  };
}
