// The bulk answer of one project. It lives outside the page's parts, so that leaving the tab does not
// end it and coming back finds it.
import type { Output, Payload } from '../../../../../../src/contract/procedures';
import { runJobs, type Outcome, type Run } from '../../many/engine';
import { standingOf, type LaneItem } from './lane-item';
import { planStep, type PlanSources, type Step } from './plan';
import { itemNow, refusedBy, type Refusal } from './refusal';

export type StepOutcome = Outcome<Output<'answer.save'>, Refusal>;

export interface Failed {
  step: Step;
  refusal: Refusal;
}

/** What is shown of a run; a new object at each change. */
export interface RunView {
  running: boolean;
  /** Jira is busy until this instant (milliseconds). */
  pausedUntil: number | null;
  /** Items of the run, and how many of them have ended. */
  total: number;
  ended: number;
  whole: number;
  half: number;
  left: number;
  failed: readonly Failed[];
  /** Keys of the items that were changed. */
  touched: readonly string[];
}

/** An item that became a whole answer: what it is now, whether it had a half one, and its parent. */
export interface Answered {
  to: 'own' | 'run';
  half: boolean;
  parentId: string | null;
}

export interface LaneRunner {
  subscribe: (listener: () => void) => () => void;
  /** Null when nothing runs and nothing is left to be looked at. */
  view: () => RunView | null;
  start: (steps: readonly Step[], sources: PlanSources, goalIds: ReadonlySet<string>) => void;
  stop: () => void;
  /** Tries those again that failed and where that can help. */
  retry: () => void;
  close: () => void;
  /** Where an item of the run stands. */
  outcome: (itemId: string) => StepOutcome | undefined;
  /** The item as it is after its save, also when a search still gives the old one. */
  current: (listed: LaneItem) => LaneItem;
  /** What became whole since this was last asked. */
  takeAnswered: () => Answered[];
}

export interface RunnerPorts {
  save: (payload: Payload<'answer.save'>) => Promise<Output<'answer.save'>>;
  sleep: (ms: number) => Promise<void>;
  now: () => number;
}

interface Round {
  run: Run;
  sources: PlanSources;
  goalIds: ReadonlySet<string>;
}

/** Makes the runner of one project. */
export function createLaneRunner({ save, sleep, now }: RunnerPorts): LaneRunner {
  const listeners = new Set<() => void>();
  const outcomes = new Map<string, StepOutcome>();
  const saved = new Map<string, { before: Set<string | null>; item: LaneItem }>();
  let round: Round | null = null;
  let view: RunView | null = null;
  let unreported: Answered[] = [];

  const show = (next: Partial<RunView> | null): void => {
    view = next === null ? null : { ...(view ?? EMPTY), ...next };
    for (const listener of listeners) listener();
  };
  const keepSaved = ({ item }: Step, { answer, seen }: Output<'answer.save'>): void => {
    const standing = standingOf(answer, round?.goalIds ?? new Set());
    // A search may give any of the values that the item had before.
    const before = new Set(saved.get(item.id)?.before).add(item.seen);
    saved.set(item.id, { before, item: { ...item, own: answer, seen, standing } });
    if (answer.state !== 'answered') return;
    const to = answer.why === 'run' ? 'run' : 'own';
    unreported.push({ to, half: item.own !== null, parentId: item.parent?.id ?? null });
  };
  const onOutcome = (step: Step, outcome: StepOutcome): void => {
    outcomes.set(step.item.id, outcome);
    const { ended, whole, half, left, failed, touched } = view ?? EMPTY;
    switch (outcome.kind) {
      case 'waiting':
      case 'saving':
        return show({});
      case 'left':
        return show({ ended: ended + 1, left: left + 1 });
      case 'failed':
        return show({
          ended: ended + 1,
          failed: [...failed, { step, refusal: outcome.failure }],
        });
      case 'saved': {
        keepSaved(step, outcome.result);
        const complete = outcome.result.answer.state === 'answered';
        return show({
          ended: ended + 1,
          whole: whole + (complete ? 1 : 0),
          half: half + (complete ? 0 : 1),
          touched: [...touched, step.item.key],
        });
      }
    }
  };
  const begin = (steps: readonly Step[], from: RunView, rest: Omit<Round, 'run'>): void => {
    for (const { item } of steps) outcomes.set(item.id, { kind: 'waiting' });
    view = { ...from, running: true };
    const run = runJobs(steps, {
      save: ({ item, answer }) => save({ itemId: item.id, seen: item.seen, answer }),
      refused: (error) => refusedBy(error, steps[0]?.act ?? { kind: 'run', because: '' }),
      sleep,
      now,
      onOutcome,
      onPause: (until) => show({ pausedUntil: until }),
    });
    round = { ...rest, run };
    show({});
    void run.done.then(() => show({ running: false, pausedUntil: null }));
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    view: () => view,
    start: (steps, sources, goalIds) => {
      if (view?.running) return;
      begin(steps, { ...EMPTY, total: steps.length }, { sources, goalIds });
    },
    stop: () => round?.run.stop(),
    retry: () => {
      if (!round || !view || view.running) return;
      const { sources, goalIds } = round;
      const failed = view.failed.filter(({ refusal }) => !refusal.again);
      const steps = view.failed
        .filter(({ refusal }) => refusal.again)
        .map(({ step, refusal }) => planStep(itemNow(step, refusal, goalIds), step.act, sources));
      if (steps.length === 0) return;
      begin(steps, { ...view, failed, ended: view.ended - steps.length }, { sources, goalIds });
    },
    close: () => {
      if (view?.running) return;
      outcomes.clear();
      show(null);
    },
    outcome: (itemId) => outcomes.get(itemId),
    current: (listed) => {
      const kept = saved.get(listed.id);
      return kept?.before.has(listed.seen) ? { ...listed, ...fresh(kept.item) } : listed;
    },
    takeAnswered: () => {
      const told = unreported;
      unreported = [];
      return told;
    },
  };
}

const EMPTY: RunView = {
  running: false,
  pausedUntil: null,
  total: 0,
  ended: 0,
  whole: 0,
  half: 0,
  left: 0,
  failed: [],
  touched: [],
};

/** What a save changes of an item. */
const fresh = ({ own, seen, standing }: LaneItem): Partial<LaneItem> => ({ own, seen, standing });
