// What a page that was closed in the middle left behind: its own intents are brought to their end, and
// decisions that Ladder already has are marked in the draft.
import { useEffect, useRef } from 'react';
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import type { DraftEntry } from '../../../../../../src/domain/decision';
import { ABANDONED_MS } from '../../../../../../src/usecases/applying/begin';
import type { Patience } from '../../../../../../src/usecases/applying/calls';
import type { ApplyOptions, ApplyPorts } from '../../../../../../src/usecases/applying/ports';
import { abandonedOf, resumeOne } from '../../../../../../src/usecases/applying/resume';
import { entryAfter } from './outcome-words';

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

/** Runs by itself while the part is shown and nothing is being applied. */
export function useComeBack(given: ComeBack): void {
  const { ports, options, entries, records, isRunning } = given;
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
  useEffect(() => {
    if (!ports || !records || isRunning) return;
    const mine = [...records.values()].filter(({ intent }) => intent?.decided.by === ports.me);
    const ages = mine.map(({ intent }) => ports.now() - (intent?.decided.at ?? 0));
    if (ages.length === 0) return;
    let alive = true;
    // Another window may still be working on a young one.
    const wait = Math.max(0, ABANDONED_MS + 1_000 - Math.min(...ages));
    const timer = setTimeout(() => {
      void (async () => {
        for (const one of abandonedOf(mine, ports.me, ports.now())) {
          const view = alive ? await resumeOne(ports, patience(ports), one, options) : null;
          if (!view) continue;
          latest.current.onView(view);
          const entry = latest.current.entries.find(({ itemId }) => itemId === one.itemId);
          if (!entry || entry.state === 'applied') continue;
          const seen = { ...entry.seen, rev: view.rev };
          latest.current.onEntry(
            view.now?.kind === 'kill' ? entryAfter(entry, applied(view)) : { ...entry, seen },
          );
        }
      })();
    }, wait);
    return () => {
      alive = false;
      clearTimeout(timer);
    };
  }, [ports, options, records, isRunning]);
}
