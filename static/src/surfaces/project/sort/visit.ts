// What one person does in Sort for as long as the page is open: what they said, what they skipped, in
// which order, and the run over many items. Leaving the view and coming back finds all of it.
import { useSyncExternalStore } from 'react';
import type { SortRule } from '../../../../../src/domain/sort';
import { call } from '../../../forge';
import { guardLeaving, sleep } from '../many/leaving';
import type { SortItem } from './sort-item';
import { createSorter, type SortEntry, type Sorter, type SorterPorts, type Wanted } from './sorter';

/** One save to come. */
export interface Step {
  item: SortItem;
  to: Wanted | null;
}

/** Many items that are saved one by one. */
export interface SortRun {
  kind: 'sort' | 'undo';
  steps: readonly Step[];
}

interface Act {
  item: SortItem;
  skipped: boolean;
  /** What stood there before. */
  from: Wanted | null;
}

export interface Visit {
  sorter: Sorter;
  subscribe: Sorter['subscribe'];
  version: () => number;
  isSkipped: (itemId: string) => boolean;
  give: (item: SortItem, to: Wanted) => void;
  skip: (item: SortItem) => void;
  /** Puts skipped items back among those that are asked. */
  askAgain: (items: readonly SortItem[]) => void;
  /** Takes the last key back, and gives its item; null when there is none. */
  undo: () => SortItem | null;
  canUndo: () => boolean;
  run: () => SortRun | null;
  startRun: (steps: readonly Step[]) => void;
  /** Takes back all that the run has sorted, item by item. */
  undoRun: () => void;
  retryRun: () => void;
  closeRun: () => void;
  /** Rules that were saved here, null for the usual ones; undefined while none were. */
  rules: () => readonly SortRule[] | null | undefined;
  keepRules: (rules: readonly SortRule[] | null) => void;
}

/** Makes the visit of one project. */
function createVisit(ports: SorterPorts): Visit {
  const sorter = createSorter(ports);
  const skipped = new Set<string>();
  const history: Act[] = [];
  const listeners = new Set<() => void>();
  let run: SortRun | null = null;
  let rules: readonly SortRule[] | null | undefined;
  let version = 0;

  const tell = (): void => {
    version += 1;
    for (const listener of listeners) listener();
  };
  sorter.subscribe(tell);
  const entryOf = ({ facts }: SortItem): SortEntry | undefined => sorter.entry(facts.id);
  const begin = (next: SortRun): void => {
    run = next;
    sorter.want(next.steps);
    tell();
  };
  return {
    sorter,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    isSkipped: (itemId) => skipped.has(itemId),
    give: (item, to) => {
      if (sorter.blockedBy() !== null) return;
      const entry = entryOf(item);
      // What failed does not stand there, so it is not what an undo goes back to.
      const from = (entry?.state === 'failed' ? entry.now : entry?.want) ?? null;
      history.push({ item, skipped: false, from });
      skipped.delete(item.facts.id);
      sorter.want([{ item, to }]);
    },
    skip: (item) => {
      history.push({ item, skipped: true, from: null });
      skipped.add(item.facts.id);
      sorter.giveUp(item.facts.id);
      tell();
    },
    askAgain: (items) => {
      const ids = new Set(items.map(({ facts }) => facts.id));
      for (const id of ids) skipped.delete(id);
      // Their skips are taken back already.
      const rest = history.filter(({ item, skipped: was }) => !was || !ids.has(item.facts.id));
      history.splice(0, history.length, ...rest);
      tell();
    },
    undo: () => {
      if (sorter.blockedBy() !== null) return null;
      const last = history.pop();
      if (!last) return null;
      if (last.skipped) skipped.delete(last.item.facts.id);
      else sorter.want([{ item: last.item, to: last.from }]);
      tell();
      return last.item;
    },
    canUndo: () => history.length > 0,
    run: () => run,
    startRun: (steps) => begin({ kind: 'sort', steps }),
    undoRun: () => {
      const mayStand = (entry: SortEntry | undefined) => entry?.now || entry?.unsure;
      const sorted = run?.steps.filter(({ item }) => mayStand(entryOf(item))) ?? [];
      begin({ kind: 'undo', steps: sorted.map(({ item }) => ({ item, to: null })) });
    },
    retryRun: () =>
      sorter.want(run?.steps.filter(({ item }) => entryOf(item)?.state === 'failed') ?? []),
    closeRun: () => {
      run = null;
      tell();
    },
    rules: () => rules,
    keepRules: (next) => {
      rules = next;
      tell();
    },
  };
}

/** How far a run has come. */
export interface RunProgress {
  total: number;
  ended: number;
  /** Items on which stands what the run wanted. */
  done: number;
  left: number;
  /** Those that were not saved. */
  failed: readonly SortEntry[];
  running: boolean;
}

/** Looks at a run as it stands. */
export function progressOf({ steps }: SortRun, sorter: Sorter): RunProgress {
  const entries = steps.flatMap(({ item }) => sorter.entry(item.facts.id) ?? []);
  const count = (state: SortEntry['state']): number =>
    entries.filter((entry) => entry.state === state).length;
  const under = count('waiting') + count('saving');
  return {
    total: steps.length,
    ended: steps.length - under,
    done: count('settled'),
    left: count('left'),
    failed: entries.filter(({ state }) => state === 'failed' || state === 'out'),
    running: under > 0,
  };
}

const visits = new Map<string, Visit>();

/** The one visit of a project. */
export function visitOf(projectId: string): Visit {
  const known = visits.get(projectId);
  if (known) return known;
  const made = createVisit({
    give: (payload) => call('sort.give', payload),
    undo: (payload) => call('sort.undo', payload),
    sleep,
    now: () => Date.now(),
  });
  guardLeaving(made.sorter.subscribe, made.sorter.isBusy);
  visits.set(projectId, made);
  return made;
}

/** Draws anew whenever something of the visit changes. */
export const useVisit = (visit: Visit): number =>
  useSyncExternalStore(visit.subscribe, visit.version);
