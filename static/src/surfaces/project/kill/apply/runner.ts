// Applies the draft of one project, or takes decisions back. It lives outside the page's parts, so that
// leaving the tab does not end it and coming back finds it.
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import type { DraftEntry } from '../../../../../../src/domain/decision';
import {
  applyDecisions,
  takeBack,
  type ApplyRun,
} from '../../../../../../src/usecases/apply-decisions';
import type { ApplyOutcome, BackOutcome } from '../../../../../../src/usecases/applying/outcome';
import type { ApplyOptions, ApplyPorts } from '../../../../../../src/usecases/applying/ports';
import type { Standing } from '../../../../../../src/usecases/applying/take-back';
import { entryAfter } from './outcome-words';

export interface Line {
  itemId: string;
  itemKey: string;
  /** What is applied; null where a decision is taken back. */
  entry: DraftEntry | null;
  state: 'waiting' | 'running' | 'ended';
  outcome: ApplyOutcome | BackOutcome | null;
}

/** What is shown of a run; a new object at each change. */
export interface RunView {
  what: 'apply' | 'back';
  running: boolean;
  /** Jira is busy until this instant (milliseconds). */
  pausedUntil: number | null;
  lines: readonly Line[];
}

/** Who wants to hear of each item; a part that is shown again takes the place of the one before. */
export interface Listeners {
  onEntry: (entry: DraftEntry) => void;
  onView: (view: DecisionView) => void;
}

export interface ApplyRunner {
  subscribe: (listener: () => void) => () => void;
  /** Null when nothing runs and nothing is left to be looked at. */
  view: () => RunView | null;
  apply: (entries: readonly DraftEntry[], ports: ApplyPorts, options: ApplyOptions) => void;
  back: (standing: readonly Standing[], ports: ApplyPorts) => void;
  stop: () => void;
  close: () => void;
  /** Tells also what ended while nobody listened. */
  listen: (listeners: Listeners) => () => void;
}

export function createApplyRunner(): ApplyRunner {
  const watching = new Set<() => void>();
  let view: RunView | null = null;
  let run: ApplyRun | null = null;
  let hears: Listeners | null = null;
  const untold: ((to: Listeners) => void)[] = [];

  const show = (next: RunView | null): void => {
    view = next;
    for (const listener of watching) listener();
  };
  const tell = (say: (to: Listeners) => void): void => {
    if (hears) say(hears);
    else untold.push(say);
  };
  const setLine = (itemId: string, change: Partial<Line>): void => {
    if (!view) return;
    const lines = view.lines.map((one) => (one.itemId === itemId ? { ...one, ...change } : one));
    show({ ...view, lines });
  };
  const end = (itemId: string, outcome: ApplyOutcome | BackOutcome): void => {
    setLine(itemId, { state: 'ended', outcome });
    if ('view' in outcome && outcome.view) {
      const { view: kept } = outcome;
      tell(({ onView }) => onView(kept));
    }
  };
  const hearing = {
    onStart: ({ itemId }: { itemId: string }) => setLine(itemId, { state: 'running' }),
    onPause: (pausedUntil: number | null) => {
      if (view) show({ ...view, pausedUntil });
    },
  };
  const begin = (what: RunView['what'], lines: Line[], start: () => ApplyRun): void => {
    if (view?.running || lines.length === 0) return;
    show({ what, running: true, pausedUntil: null, lines });
    run = start();
    void run.done.then(() => {
      if (view) show({ ...view, running: false, pausedUntil: null });
    });
  };
  return {
    subscribe: (listener) => {
      watching.add(listener);
      return () => void watching.delete(listener);
    },
    view: () => view,
    apply(entries, ports, options) {
      const lines = entries.map((entry): Line => ({
        itemId: entry.itemId,
        itemKey: entry.itemKey,
        entry,
        state: 'waiting',
        outcome: null,
      }));
      // What was applied before stays in the list.
      const again = new Set(entries.map(({ itemId }) => itemId));
      const before = view?.what === 'apply' ? view.lines : [];
      const kept = before.filter(({ itemId }) => !again.has(itemId));
      begin('apply', [...kept, ...lines], () =>
        applyDecisions(entries, ports, options, {
          ...hearing,
          onOutcome: (entry, outcome) => {
            const after = entryAfter(entry, outcome);
            setLine(entry.itemId, { entry: after });
            end(entry.itemId, outcome);
            tell(({ onEntry }) => onEntry(after));
          },
        }),
      );
    },
    back(standing, ports) {
      const lines = standing.map(({ itemId, itemKey }): Line => ({
        itemId,
        itemKey,
        entry: null,
        state: 'waiting',
        outcome: null,
      }));
      begin('back', lines, () =>
        takeBack(standing, ports, {
          ...hearing,
          onOutcome: ({ itemId }, outcome) => end(itemId, outcome),
        }),
      );
    },
    stop: () => run?.stop(),
    close: () => {
      if (!view?.running) show(null);
    },
    listen(listeners) {
      hears = listeners;
      for (const say of untold.splice(0)) say(listeners);
      return () => {
        if (hears === listeners) hears = null;
      };
    },
  };
}
