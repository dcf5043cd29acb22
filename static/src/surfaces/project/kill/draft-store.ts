// What somebody has decided and not applied yet. It is shown at once and kept a moment later; what
// another window of theirs kept meanwhile is taken over, with what was decided here on top of it.
import type { Output } from '../../../../../src/contract/procedures';
import { readBy } from '../../../../../src/contract/read-by';
import { decisionDraft } from '../../../../../src/contract/decision-procedures';
import { jsonBytes } from '../../../../../src/contract/bytes';
import { DRAFT_DECISIONS_BYTES, DRAFT_DECISIONS_LIMIT } from '../../../../../src/contract/limits';
import type { DraftEntry } from '../../../../../src/domain/decision';
import { troubleOf, type Trouble } from '../../../components/failure';
import { CallError } from '../../../forge';

/** After the last change, milliseconds. */
const PAUSE = 400;
const FIRST_RETRY = 5_000;
const LAST_RETRY = 60_000;
/** Bytes that are left free for one more decision, and for what becomes of those that are in. */
const ROOM = 5_000;

/** Whether so much was decided that one more might not be kept. */
const isFull = (entries: readonly DraftEntry[]): boolean =>
  entries.length >= DRAFT_DECISIONS_LIMIT || isCrowded(entries);
const isCrowded = (entries: readonly DraftEntry[]): boolean =>
  jsonBytes(entries) > DRAFT_DECISIONS_BYTES - ROOM;

/** The entry without what was said of it. */
function withoutNote({ note: _note, ...entry }: DraftEntry): DraftEntry {
  return entry;
}

/** `unread`: it could not be opened; `failed`: what was decided could not be kept yet. */
export type DraftKeeping = 'opening' | 'unread' | 'quiet' | 'waiting' | 'kept' | 'failed';

export interface DraftSnapshot {
  /** In the order in which they were decided. */
  entries: readonly DraftEntry[];
  state: DraftKeeping;
  /** Why it could not be opened or kept. */
  trouble: Trouble | null;
  /** Another window of this person kept something meanwhile, which is shown here now. */
  isTakenOver: boolean;
  /** No further item can be decided about before these are applied. */
  isFull: boolean;
}

interface DraftParts {
  open: () => Promise<Output<'decisionDraft.open'>>;
  save: (entries: DraftEntry[], over: number | null) => Promise<{ at: number }>;
  /** Runs something later; gives the way to call it off. */
  later: (ms: number, run: () => void) => () => void;
}

export interface DraftStore {
  snapshot: () => DraftSnapshot;
  subscribe: (listener: () => void) => () => void;
  /** Puts a decision in the place of the one about the same item, or at the end. False when full. */
  put: (entry: DraftEntry) => boolean;
  remove: (itemId: string) => void;
  replaceAll: (entries: readonly DraftEntry[]) => void;
  /** Opens it, or opens or keeps it once more. */
  retry: () => void;
  /** Keeps now what is not kept yet. */
  flush: () => Promise<void>;
  /** The same, once, for a part that is left: what fails is not tried again until `retry`. */
  close: () => Promise<void>;
}

/** Changes that are not kept yet by item; null takes the item out. */
type Changes = ReadonlyMap<string, DraftEntry | null>;

/** The entries with these changes. What was applied in another window stays applied. */
function withChanges(entries: readonly DraftEntry[], changes: Changes): DraftEntry[] {
  const known = new Set(entries.map(({ itemId }) => itemId));
  const kept = entries.flatMap((entry) => {
    const change = changes.get(entry.itemId);
    if (change === undefined) return [entry];
    if (entry.state === 'applied' && change?.state === 'open') return [entry];
    return change ? [change] : [];
  });
  const added = [...changes].flatMap(([id, entry]) => (entry && !known.has(id) ? [entry] : []));
  return [...kept, ...added];
}

/** What leads from one list to the other. */
function changesTo(before: readonly DraftEntry[], after: readonly DraftEntry[]): Changes {
  const left = new Set(after.map(({ itemId }) => itemId));
  const gone = before.filter(({ itemId }) => !left.has(itemId));
  const changed = after.filter((entry) => !before.includes(entry));
  return new Map([
    ...gone.map(({ itemId }) => [itemId, null] as const),
    ...changed.map((entry) => [entry.itemId, entry] as const),
  ]);
}

/** The draft that another window kept, from the details of a conflict; undefined for anything else. */
function rivalOf(error: unknown): Output<'decisionDraft.open'>['draft'] | undefined {
  if (!(error instanceof CallError) || error.code !== 'conflict') return undefined;
  const parsed = readBy(decisionDraft.nullable(), error.details ?? null);
  return parsed.success ? parsed.data : undefined;
}

export function createDraftStore({ open, save, later }: DraftParts): DraftStore {
  let shown: DraftSnapshot = {
    entries: [],
    state: 'opening',
    trouble: null,
    isTakenOver: false,
    isFull: false,
  };
  const listeners = new Set<() => void>();
  let unkept: Changes = new Map();
  /** `at` of what storage holds, as far as is known here; undefined before it was opened. */
  let over: number | null | undefined;
  let running: Promise<void> | null = null;
  let callOff: () => void = () => undefined;
  let retryIn = FIRST_RETRY;

  function show(change: Partial<DraftSnapshot>): void {
    const entries = change.entries ?? shown.entries;
    shown = { ...shown, ...change, isFull: isFull(entries) };
    for (const listener of listeners) listener();
  }

  function plan(ms: number): void {
    callOff();
    callOff = later(ms, () => void flush());
  }

  async function openNow(): Promise<void> {
    const { draft } = await open();
    over = draft?.at ?? null;
    const state = unkept.size > 0 ? 'waiting' : 'quiet';
    show({ entries: withChanges(draft?.entries ?? [], unkept), state, trouble: null });
  }

  /** Keeps what is shown; changes of the meantime stay unkept. */
  async function keepNow(): Promise<void> {
    const sent = unkept;
    const { entries } = shown;
    try {
      over = (await save([...entries], over ?? null)).at;
    } catch (error) {
      const rival = rivalOf(error);
      if (rival === undefined) throw error;
      over = rival?.at ?? null;
      show({ entries: withChanges(rival?.entries ?? [], unkept), isTakenOver: true });
      return;
    }
    unkept = new Map([...unkept].filter(([id, change]) => sent.get(id) !== change));
  }

  async function run(): Promise<void> {
    try {
      if (over === undefined) await openNow();
      while (unkept.size > 0) await keepNow();
      retryIn = FIRST_RETRY;
      if (shown.state !== 'quiet') show({ state: 'kept', trouble: null });
    } catch (error) {
      const state = over === undefined ? 'unread' : 'failed';
      show({ state, trouble: troubleOf(error) });
      plan(retryIn);
      retryIn = Math.min(LAST_RETRY, retryIn * 2);
    }
  }

  async function flush(): Promise<void> {
    callOff();
    running ??= run().finally(() => {
      running = null;
    });
    await running;
  }

  function change(changes: Changes): void {
    if (changes.size === 0) return;
    unkept = new Map([...unkept, ...changes]);
    const entries = withChanges(shown.entries, changes);
    show({ entries, ...(over !== undefined && { state: 'waiting' }) });
    plan(PAUSE);
  }

  return {
    snapshot: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    put(entry) {
      const before = shown.entries.find(({ itemId }) => itemId === entry.itemId);
      if (!before && shown.isFull) return false;
      const next = withChanges(shown.entries, new Map([[entry.itemId, entry]]));
      // What became of it is kept in any case; a longer reason is not.
      const isTooMuch = before !== undefined && isCrowded(next);
      if (isTooMuch && entry.state === 'open' && jsonBytes(entry) > jsonBytes(before)) return false;
      change(new Map([[entry.itemId, isTooMuch ? withoutNote(entry) : entry]]));
      return true;
    },
    remove: (itemId) => change(new Map([[itemId, null]])),
    replaceAll: (entries) => change(changesTo(shown.entries, entries)),
    retry: () => void flush(),
    flush,
    async close() {
      // Opened for nobody any more: there is nothing to keep.
      if (over !== undefined || unkept.size > 0) await flush();
      callOff();
    },
  };
}
