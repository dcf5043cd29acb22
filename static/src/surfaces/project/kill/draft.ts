// The draft of a project's decisions, one for all parts of the tab.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { call } from '../../../forge';
import { createDraftStore, type DraftSnapshot, type DraftStore } from './draft-store';

export interface DecisionDraft
  extends DraftSnapshot, Pick<DraftStore, 'put' | 'remove' | 'replaceAll' | 'retry' | 'flush'> {}

interface Shared {
  store: DraftStore;
  users: number;
}

const shared = new Map<string, Shared>();

const later = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

const createFor = (projectId: string): DraftStore =>
  createDraftStore({
    open: () => call('decisionDraft.open', { projectId }),
    save: (entries, over) => call('decisionDraft.save', { projectId, entries, over }),
    later,
  });

function sharedFor(projectId: string): Shared {
  const known = shared.get(projectId);
  if (known) return known;
  const made = { store: createFor(projectId), users: 0 };
  shared.set(projectId, made);
  return made;
}

/** Opens the draft with its first user; the last one to leave keeps what is not kept yet. */
function join(projectId: string, one: Shared): () => void {
  const { store } = one;
  shared.set(projectId, one);
  one.users += 1;
  if (one.users === 1) store.retry();
  const leave = (): void => void store.flush();
  window.addEventListener('pagehide', leave);
  return () => {
    window.removeEventListener('pagehide', leave);
    one.users -= 1;
    if (one.users > 0) return;
    void store.close().finally(() => {
      if (one.users === 0 && shared.get(projectId) === one) shared.delete(projectId);
    });
  };
}

/**
 * What the reader has decided about items of this project and not applied yet. All parts that call
 * this share one draft; every change is kept by itself.
 */
export function useDecisionDraft(projectId: string): DecisionDraft {
  const one = sharedFor(projectId);
  const { store } = one;
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot);
  useEffect(() => join(projectId, one), [projectId, one]);
  return useMemo(() => {
    const { put, remove, replaceAll, retry, flush } = store;
    return { ...snapshot, put, remove, replaceAll, retry, flush };
  }, [store, snapshot]);
}
