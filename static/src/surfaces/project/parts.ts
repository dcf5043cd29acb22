// The tabs, each fetched when it is first wanted.
import { lazyPart } from '../../components/lazy-part';
import type { TabName } from './address';

const TALL = ['40px', '320px', '160px'] as const;

export const PARTS = {
  outcome: lazyPart(
    () => import('./outcome/outcome-tab').then(({ OutcomeTab }) => OutcomeTab),
    ['40px', '420px', '160px'],
  ),
  backlog: lazyPart(
    () => import('./backlog/backlog-tab').then(({ BacklogTab }) => BacklogTab),
    TALL,
  ),
  results: lazyPart(
    () => import('./results/results-tab').then(({ ResultsTab }) => ResultsTab),
    TALL,
  ),
  kill: lazyPart(() => import('./kill/kill-tab').then(({ KillTab }) => KillTab), TALL),
  goals: lazyPart(() => import('./goals/goals-tab').then(({ GoalsTab }) => GoalsTab), TALL),
} as const;

/** Said above the tabs; nothing keeps its place, because on most days there is nothing to say. */
export const PeriodNote = lazyPart(
  () => import('./goals/period-note').then((part) => part.PeriodNote),
  [],
);

/** Begins to fetch a tab while its numbers are still asked for. */
export const preloadTab = (tab: TabName): void => PARTS[tab].preload();
