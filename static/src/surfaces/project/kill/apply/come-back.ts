// What a page that was closed in the middle left behind: its own intents are brought to their end, and
// decisions that Ladder already has are marked in the draft.
import { useEffect, useRef, useState } from 'react';
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import type { DraftEntry } from '../../../../../../src/domain/decision';
import type { Patience } from '../../../../../../src/usecases/applying/calls';
import type { ApplyOptions, ApplyPorts } from '../../../../../../src/usecases/applying/ports';
import { abandonedOf, resumeOne } from '../../../../../../src/usecases/applying/resume';
import { entryAfter } from './outcome-words';

/** What the page that was closed had sent has come through by then, in milliseconds. */
const SETTLED_MS = 10_000;
/** Wait before items that were begun are looked at again, in milliseconds. */
const LOOK_AGAIN_MS = 5_000;
/** Each wait is longer by this than the one before. */
const SLOWER = 1.5;
const LONGEST_MS = 60_000;

/** Whether what is kept of an item is this very decision. */
export function isAppliedAlready(
  { decision, state }: DraftEntry,
  view: DecisionView | undefined,
  me: string,
): boolean {
  const now = view?.now;
  if (state === 'applied' || !now || now.by !== me) return false;
  const { kind, reason, until } = decision;
  const sameDay = kind === 'kill' || now.until === until;
  return now.kind === kind && now.reason === reason.trim() && sameDay;
}

const patience = ({ sleep, now }: ApplyPorts): Patience => ({
  sleep,
  nap: sleep,
  now,
  busyUntil: 0,
  stopped: false,
  onPause: () => undefined,
});

const applied = (view: DecisionView) =>
  ({ kind: 'applied', view, unrecorded: false, uncommented: false }) as const;

interface ComeBack {
  ports: ApplyPorts | null;
  options: ApplyOptions;
  entries: readonly DraftEntry[];
  /** What is kept of the project's items; null while it is read. */
  records: ReadonlyMap<string, DecisionView> | null;
  isRunning: boolean;
  onEntry: (entry: DraftEntry) => void;
  onView: (view: DecisionView) => void;
}

const ownIntents = (records: ComeBack['records'], me: string | undefined): DecisionView[] =>
  me === undefined
    ? []
    : [...(records?.values() ?? [])].filter(({ intent }) => intent?.decided.by === me);

/** What is known of a kill that was begun and not ended; absent while it is looked for. */
export type Fate = 'closed' | 'open' | 'unsure';

/** Brings one own intent as far as can be told by now. */
async function followOne(
  ports: ApplyPorts,
  one: DecisionView,
  options: ApplyOptions,
): Promise<{ fate: Fate; view: DecisionView | null }> {
  const item = await ports.look(one.itemId).catch(() => undefined);
  if (!item) return { fate: 'unsure', view: null };
  const fate = item.isDone ? 'closed' : 'open';
  const age = ports.now() - (one.intent?.decided.at ?? 0);
  // Another window may still be working on a young one.
  const isOver = item.isDone
    ? age > SETTLED_MS
    : abandonedOf([one], ports.me, ports.now()).length > 0;
  if (!isOver) return { fate, view: null };
  const view = await resumeOne(ports, patience(ports), one, options);
  return { fate: view ? fate : 'unsure', view };
}

/**
 * Runs by itself while the part is shown and nothing is being applied. Items with an own intent are
 * looked at at once, and again until it is ended.
 * @returns what is known of them, by item
 */
export function useComeBack(given: ComeBack): ReadonlyMap<string, Fate> {
  const { ports, options, entries, records, isRunning } = given;
  const [fates, setFates] = useState<ReadonlyMap<string, Fate>>(new Map());
  const latest = useRef(given);
  latest.current = given;
  useEffect(() => {
    if (!ports || !records || isRunning) return;
    for (const entry of entries) {
      const view = records.get(entry.itemId);
      if (view && isAppliedAlready(entry, view, ports.me))
        latest.current.onEntry(entryAfter(entry, applied(view)));
    }
  }, [ports, records, entries, isRunning]);
  const mine = ownIntents(records, ports?.me);
  const wanted = mine.map(({ intent }) => intent?.id).join(',');
  const views = useRef(mine);
  views.current = mine;
  const taken = useRef(new Set<string>());
  useEffect(() => {
    if (!ports || isRunning || wanted === '') return;
    let alive = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = LOOK_AGAIN_MS;
    const follow = async (one: DecisionView): Promise<void> => {
      const { itemId, intent } = one;
      // Whatever is read meanwhile, each is ended once.
      if (!alive || !intent || taken.current.has(intent.id)) return;
      taken.current.add(intent.id);
      const { fate, view } = await followOne(ports, one, options);
      if (!view) taken.current.delete(intent.id);
      setFates((before) => new Map([...before, [itemId, fate]]));
      if (!view) return;
      latest.current.onView(view);
      const entry = latest.current.entries.find((known) => known.itemId === itemId);
      if (!entry || entry.state === 'applied') return;
      const seen = { ...entry.seen, rev: view.rev };
      latest.current.onEntry(
        view.now?.kind === 'kill' ? entryAfter(entry, applied(view)) : { ...entry, seen },
      );
    };
    const tour = async (): Promise<void> => {
      for (const one of views.current) await follow(one);
      if (alive) timer = setTimeout(() => void tour(), wait);
      wait = Math.min(LONGEST_MS, wait * SLOWER);
    };
    void tour();
    return () => {
      alive = false;
      clearTimeout(timer);
    };
  }, [ports, options, wanted, isRunning]);
  return fates;
}
