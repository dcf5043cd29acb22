// Parks many old items, or takes them back. It lives outside the page's parts, so that leaving the
// tab does not end it and coming back finds it.
import { useSyncExternalStore } from 'react';
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import { call, jira } from '../../../../forge';
import { runJobs, type Outcome, type Run } from '../../many/engine';
import { guardLeaving, sleep } from '../../many/leaving';
import type { OldItem } from './old-items';
import { createParker, refusedBy, type ParkOrder, type ParkPorts, type Refusal } from './park-item';

export type OfferAct = { kind: 'park'; order: ParkOrder } | { kind: 'undo' };
export type Listed = Pick<OldItem, 'id' | 'key' | 'summary'>;

export interface OfferRun {
  act: OfferAct;
  running: boolean;
  /** Jira is busy until this instant (milliseconds). */
  pausedUntil: number | null;
  total: number;
  ended: number;
  /** Items for which it was done. */
  done: readonly Listed[];
  failed: readonly { item: Listed; refusal: Refusal }[];
  /** Not tried, because somebody stopped it. */
  left: number;
  /** Items of this run, or of the one before, that are parked now and can be taken back. */
  parked: readonly Listed[];
}

export interface OfferRunner {
  subscribe: (listener: () => void) => () => void;
  /** Null when nothing runs and nothing is left to be looked at. */
  view: () => OfferRun | null;
  /** `known`: what storage holds of them, as far as it is known. */
  start: (items: readonly Listed[], act: OfferAct, known: readonly DecisionView[]) => void;
  stop: () => void;
  retry: () => void;
  close: () => void;
  /** Ids of what is parked, and of what was taken back, as far as runs of this page have done it. */
  known: () => { parked: string[]; back: string[] };
}

export interface RunnerPorts extends ParkPorts {
  sleep: (ms: number) => Promise<void>;
  now: () => number;
}

const isParked = (view: DecisionView | undefined): boolean => view?.now?.kind === 'park';
const isBack = (view: DecisionView | undefined): boolean =>
  view?.now === null && view.past.at(-1)?.ended?.how === 'undone';

/** Makes the runner of one project. */
export function createOfferRunner(ports: RunnerPorts): OfferRunner {
  const listeners = new Set<() => void>();
  const known = new Map<string, DecisionView>();
  const parker = createParker(ports, known);
  let view: OfferRun | null = null;
  let run: Run | null = null;

  const show = (next: OfferRun | null): void => {
    view = next;
    for (const listener of listeners) listener();
  };
  const parkedOf = (items: readonly Listed[]): Listed[] =>
    items.filter(({ id }) => isParked(known.get(id)));
  const onOutcome = (item: Listed, outcome: Outcome<DecisionView, Refusal>): void => {
    if (!view) return;
    const ended = view.ended + 1;
    switch (outcome.kind) {
      case 'waiting':
      case 'saving':
        return;
      case 'left':
        return show({ ...view, ended, left: view.left + 1 });
      case 'failed': {
        const failed = [...view.failed, { item, refusal: outcome.failure }];
        return show({ ...view, ended, failed });
      }
      case 'saved':
        return show({ ...view, ended, done: [...view.done, item] });
    }
  };
  const begin = (items: readonly Listed[], from: OfferRun): void => {
    const { act } = from;
    show({ ...from, running: true });
    run = runJobs<Listed, DecisionView, Refusal>(items, {
      save: ({ id }) => (act.kind === 'park' ? parker.park(id, act.order) : parker.undo(id)),
      refused: refusedBy,
      sleep: ports.sleep,
      now: ports.now,
      onOutcome,
      onPause: (until) => view && show({ ...view, pausedUntil: until }),
    });
    void run.done.then(() => {
      if (!view) return;
      const all = new Map(
        [...view.parked, ...view.done, ...view.failed.map(({ item }) => item)].map((one) => [
          one.id,
          one,
        ]),
      );
      const parked = parkedOf([...all.values()]);
      show({ ...view, running: false, pausedUntil: null, parked });
    });
  };
  const fresh = (act: OfferAct, total: number, parked: readonly Listed[]): OfferRun => ({
    act,
    running: true,
    pausedUntil: null,
    total,
    ended: 0,
    done: [],
    failed: [],
    left: 0,
    parked,
  });
  const touched = new Set<string>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    view: () => view,
    start(items, act, views) {
      if (view?.running || items.length === 0) return;
      for (const one of views)
        if ((known.get(one.itemId)?.rev ?? -1) < one.rev) known.set(one.itemId, one);
      for (const { id } of items) touched.add(id);
      begin(items, fresh(act, items.length, parkedOf(items)));
    },
    stop: () => run?.stop(),
    retry() {
      if (!view || view.running) return;
      const again = view.failed.filter(({ refusal }) => refusal.again).map(({ item }) => item);
      if (again.length === 0) return;
      const failed = view.failed.filter(({ refusal }) => !refusal.again);
      begin(again, { ...view, failed, ended: view.ended - again.length });
    },
    close() {
      if (!view?.running) show(null);
    },
    known() {
      const ids = [...touched];
      return {
        parked: ids.filter((id) => isParked(known.get(id))),
        back: ids.filter((id) => isBack(known.get(id))),
      };
    },
  };
}

const runners = new Map<string, OfferRunner>();

/** The one runner of a project, for as long as the page is open. */
export function offerRunnerOf(projectId: string, today: string): OfferRunner {
  const found = runners.get(projectId);
  if (found) return found;
  const made = createOfferRunner({
    jira,
    begin: (input) => call('decision.begin', input),
    undo: (input) => call('decision.undo', input),
    today,
    sleep,
    now: () => Date.now(),
  });
  guardLeaving(made.subscribe, () => made.view()?.running === true);
  runners.set(projectId, made);
  return made;
}

export const useOfferRun = (runner: OfferRunner): OfferRun | null =>
  useSyncExternalStore(runner.subscribe, runner.view);
