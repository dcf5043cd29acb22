// Saves sortings behind the page. For each item it knows what is wanted and what stands there, and
// works until the two are the same: a key, its undo and another key never overtake each other.
import type { Output } from '../../../../../src/contract/procedures';
import { fingerprint } from '../../../../../src/contract/fingerprint';
import { writeAnswer } from '../../../../../src/contract/properties';
import type { KeptAnswer } from '../../../../../src/domain/answer';
import type { Sorting } from '../../../../../src/domain/sort';
import { createPool, type Outcome } from '../many/engine';
import { adopt, isNotSorted, refusedBy, type SortFailure, type Tried } from './refusal';
import {
  same,
  stood,
  type Looked,
  type SortEntry,
  type SorterPorts,
  type SortState,
  type Wanted,
} from './sort-entry';
import type { SortItem } from './sort-item';

export type { SortEntry, SorterPorts, Wanted } from './sort-entry';

interface Kept extends SortEntry {
  /** What to put back when the sorting is taken back. */
  before: KeptAnswer | null;
  /** What is written there, as far as this page knows. */
  stands: KeptAnswer | null;
  /** Sortings that may stand there, as their saves got lost. */
  lost: Sorting[];
  seen: string | null;
  rev: number;
  tried: Wanted | null;
}

export interface Sorter {
  subscribe: (listener: () => void) => () => void;
  /** Another number after each change. */
  version: () => number;
  entry: (itemId: string) => SortEntry | undefined;
  /** Says what is to stand there; null takes a sorting back. Saving begins at once. */
  want: (wishes: readonly { item: SortItem; to: Wanted | null }[]) => void;
  /** Leaves an item as it was, whatever was wanted; what may have been saved is taken back. */
  giveUp: (itemId: string) => void;
  /** Takes over how an item that was out stands now; where nobody speaks for it, it can be sorted. */
  renew: (itemId: string, looked: Looked) => void;
  /** Says anew why an item is out. */
  refuse: (itemId: string, reason: string) => void;
  /** Tries nothing that waits. */
  stop: () => void;
  /** The item that showed that this person may edit nothing here; null while saving goes on. */
  blockedBy: () => SortItem | null;
  /** Goes on: from here on such a refusal is one of that item alone. */
  unblock: () => void;
  /** Jira is busy until this instant (milliseconds). */
  pausedUntil: () => number | null;
  isBusy: () => boolean;
  /** Saves that changed something. */
  saves: () => number;
  idle: () => Promise<void>;
}

/** Conflicts of one save that are mended in silence. */
const MOST_ADOPTED = 3;

function triedOf({ now, lost, before, stands, rev }: Kept, to: Wanted | null): Tried {
  const own = [to, now].flatMap((one) => (one ? [one.sort] : []));
  return { to: to?.sort ?? null, own: [...own, ...lost], before, stands, rev };
}

/** Makes the sorter of one project. */
export function createSorter({ give, undo, sleep, now }: SorterPorts): Sorter {
  const listeners = new Set<() => void>();
  const entries = new Map<string, Kept>();
  let blockedBy: SortItem | null = null;
  let tolerant = false;
  let pausedUntil: number | null = null;
  let saves = 0;
  let version = 0;

  const tell = (): void => {
    version += 1;
    for (const listener of listeners) listener();
  };
  const once = (entry: Kept, to: Wanted | null): Promise<Output<'sort.give'>> => {
    const { item, before, seen, rev } = entry;
    const itemId = item.facts.id;
    return to
      ? give({ itemId, sort: to.sort, seen, rev, ...(to.reading && { reading: to.reading }) })
      : undo({ itemId, restore: before && writeAnswer(before), seen, rev });
  };
  const save = async (itemId: string): Promise<void> => {
    const entry = entries.get(itemId);
    if (!entry) return;
    const to = entry.want;
    entry.tried = to;
    if (stood(entry, to)) return;
    let found = false;
    for (let n = 0; ; n += 1) {
      try {
        const { seen, result, answer } = await once(entry, to);
        Object.assign(entry, { now: to, seen, stands: answer, rev: result?.rev ?? entry.rev });
        break;
      } catch (error) {
        const nothing = to === null && entry.unsure && !found && isNotSorted(error);
        const adopted = n < MOST_ADOPTED ? adopt(error, triedOf(entry, to)) : null;
        if (!nothing && adopted === null) throw error;
        if (adopted === null || adopted.kind === 'done') {
          entry.now = null;
          break;
        }
        const { kind: _kind, ...marks } = adopted;
        found ||= marks.seen !== undefined;
        Object.assign(entry, marks);
      }
    }
    Object.assign(entry, { unsure: false, lost: [] });
    saves += 1;
  };
  const settle = (entry: Kept, state: SortState, failure: SortFailure | null): void => {
    if (state === 'out' || state === 'left') entry.want = entry.now;
    Object.assign(entry, { state, failure });
  };
  const onOutcome = (itemId: string, outcome: Outcome<void, SortFailure>): void => {
    const entry = entries.get(itemId);
    if (!entry) return;
    const { tried, want } = entry;
    const changed = !same(want, tried);
    switch (outcome.kind) {
      case 'waiting':
      case 'saving':
        entry.state = outcome.kind;
        break;
      case 'left':
        settle(entry, 'left', null);
        break;
      case 'saved':
        if (changed) queue([entry]);
        else settle(entry, 'settled', null);
        break;
      case 'failed': {
        const { failure } = outcome;
        if (failure.unsure) {
          entry.unsure = true;
          if (tried) entry.lost.push(tried.sort);
        }
        if (failure.forbidden && saves === 0 && !tolerant) {
          settle(entry, 'left', failure);
          blockedBy ??= entry.item;
          pool.stop();
        } else if (changed) queue([entry]);
        else settle(entry, failure.again ? 'failed' : 'out', failure);
      }
    }
    tell();
  };
  const pool = createPool<string, void, SortFailure>({
    save,
    refused: refusedBy,
    sleep,
    now,
    onOutcome,
    onPause: (until) => {
      pausedUntil = until;
      tell();
    },
  });
  const queue = (waiting: readonly Kept[]): void => {
    for (const entry of waiting) Object.assign(entry, { state: 'waiting', failure: null });
    pool.add(waiting.map(({ item }) => item.facts.id));
  };
  const made = (item: SortItem): Kept => {
    const { own, seen } = item;
    const entry: Kept = {
      item,
      ...{ now: null, want: null, tried: null, state: 'settled', failure: null },
      ...{ before: own, stands: own, seen, rev: 0, unsure: false, lost: [] },
    };
    entries.set(item.facts.id, entry);
    return entry;
  };
  const isUnderWay = ({ state }: SortEntry): boolean => state === 'waiting' || state === 'saving';

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    entry: (itemId) => entries.get(itemId),
    want: (wishes) => {
      if (blockedBy !== null) return;
      const waiting: Kept[] = [];
      for (const { item, to } of wishes) {
        const known = entries.get(item.facts.id);
        if (!known && to === null) continue;
        const entry = known ?? made(item);
        entry.want = to;
        if (isUnderWay(entry)) continue;
        if (stood(entry, to)) settle(entry, 'settled', null);
        else waiting.push(entry);
      }
      queue(waiting);
      tell();
    },
    giveUp: (itemId) => {
      const entry = entries.get(itemId);
      if (!entry || isUnderWay(entry)) return;
      entry.want = entry.now;
      if (stood(entry, entry.now)) settle(entry, 'settled', null);
      else queue([entry]);
      tell();
    },
    renew: (itemId, { item, rev, refused }) => {
      const entry = entries.get(itemId);
      if (entry?.state !== 'out' || !entry.failure) return;
      const failure = { ...entry.failure, reason: refused ?? '' };
      const { now, stands } = entry;
      // What this page has put there, untouched, can still be taken back.
      if (now && stands && item.seen === fingerprint(writeAnswer(stands))) {
        Object.assign(entry, { item, seen: item.seen, rev });
        settle(entry, 'settled', null);
      } else {
        const fresh = Object.assign(made(item), { rev });
        if (refused !== null) settle(fresh, 'out', failure);
      }
      tell();
    },
    refuse: (itemId, reason) => {
      const entry = entries.get(itemId);
      if (entry?.state !== 'out' || !entry.failure) return;
      settle(entry, 'out', { ...entry.failure, reason });
      tell();
    },
    stop: pool.stop,
    blockedBy: () => blockedBy,
    unblock: () => {
      blockedBy = null;
      tolerant = true;
      tell();
    },
    pausedUntil: () => pausedUntil,
    isBusy: () => [...entries.values()].some(isUnderWay),
    saves: () => saves,
    idle: pool.idle,
  };
}
