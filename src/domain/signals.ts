// Signals: what a team should look at, each with its evidence. Information, never a verdict.
import { latestReading, isActive, type Goal, type Reading } from './goal';
import type { Day } from './days';
import { quarterOf } from './quarter';

export type SignalKind =
  | 'flat'
  | 'aim-falls'
  | 'inflow'
  | 'one-goal'
  | 'after-done'
  | 'goal-ended'
  | 'never-killed';

export interface Signal {
  /** `kind:goal:quarter`; dismissed once, it stays away for the rest of the quarter. */
  key: string;
  kind: SignalKind;
  goalId?: string;
  /** What the sentence of the signal is filled with. */
  values: Record<string, number | string>;
  /** Names of the numbers it rests on; each has a search of its own. */
  evidence: readonly EvidenceName[];
}

/** Numbers that signals need; those of the window are there anyway. */
export type EvidenceName =
  | 'aimed'
  | 'answered'
  | 'answeredAfterDone'
  | `goal.${string}`
  | `flat.${string}`
  | `ended.${string}`
  | 'recent.output'
  | 'recent.aimed'
  | 'earlier.output'
  | 'earlier.aimed'
  | 'added'
  | 'answers'
  | 'candidates'
  | 'kills';

export interface Evidence {
  goals: readonly Goal[];
  /** Readings of all goals, in any order. */
  readings: readonly Reading[];
  /** The project's day. */
  today: Day;
  /** The value of a number; null while it is unknown, which keeps its signals back. */
  number: (name: EvidenceName) => number | null;
}

/** Fewer aimed items than this may well have moved nothing. */
const FLAT_ITEMS = 5;
/** In points of a hundred: a fall that is more than the ups and downs of a quarter. */
const AIM_FALL_POINTS = 10;
/** Shares of fewer items jump too much to speak of. */
const SHARE_ITEMS = 10;
/** Four weeks hold two sprints, and forget holidays soon. */
export const INFLOW_DAYS = 28;
const INFLOW_ITEMS = 10;
/** Above this share the other goals are hardly worked for. */
const ONE_GOAL_SHARE = 0.6;
const AFTER_DONE_ITEMS = 3;
const AFTER_DONE_SHARE = 0.2;
/** Two quarters: a team that decides on its kill list has ended something by then. */
export const KILL_DAYS = 180;
const KILL_CANDIDATES = 5;

/** What two readings stand against: the reading before them, or the baseline. */
export interface Reference {
  since: Day;
  value: number;
  /** The two latest, the older one first. */
  latest: readonly [Reading, Reading];
}

/** The goal's two latest readings and what came before them; null when there are fewer than two. */
export function referenceOf(
  goal: Goal,
  readings: readonly Reading[],
  today: Day,
): Reference | null {
  let left = readings.filter(({ goalId }) => goalId === goal.id);
  const take = (): Reading | undefined => {
    const latest = latestReading(left, today);
    left = left.filter((reading) => reading !== latest);
    return latest;
  };
  const [last, second, before] = [take(), take(), take()];
  if (!last || !second) return null;
  return {
    since: before?.day ?? goal.firstDay,
    value: before?.value ?? goal.baseline,
    latest: [second, last],
  };
}

/** The goals whose two latest readings are no better than what came before, while they are active. */
export function flatGoals({
  goals,
  readings,
  today,
}: Pick<Evidence, 'goals' | 'readings' | 'today'>): { goal: Goal; reference: Reference }[] {
  return goals.flatMap((goal) => {
    const reference = isActive(goal, today) ? referenceOf(goal, readings, today) : null;
    if (!reference) return [];
    const better = ({ value }: Reading): boolean =>
      goal.direction === 'up' ? value > reference.value : value < reference.value;
    return reference.latest.some(better) ? [] : [{ goal, reference }];
  });
}

type Found = Omit<Signal, 'key'>;

function flat(evidence: Evidence): Found[] {
  return flatGoals(evidence).flatMap(({ goal, reference }): Found[] => {
    const name = `flat.${goal.id}` as const;
    const items = evidence.number(name);
    if (items === null || items < FLAT_ITEMS) return [];
    const [, last] = reference.latest;
    const values = { items, since: reference.since, from: reference.value, to: last.value };
    return [{ kind: 'flat', goalId: goal.id, values, evidence: [name] }];
  });
}

const points = (part: number, of: number): number => (part / of) * 100;

function aimFalls({ number }: Evidence): Found[] {
  const [aimed, output] = [number('recent.aimed'), number('recent.output')];
  const [aimedBefore, outputBefore] = [number('earlier.aimed'), number('earlier.output')];
  if (aimed === null || output === null || aimedBefore === null || outputBefore === null) return [];
  if (output < SHARE_ITEMS || outputBefore < SHARE_ITEMS) return [];
  const [now, before] = [points(aimed, output), points(aimedBefore, outputBefore)];
  if (before - now < AIM_FALL_POINTS) return [];
  const values = { share: Math.round(now), before: Math.round(before), items: output };
  const evidence = ['recent.aimed', 'recent.output', 'earlier.aimed', 'earlier.output'] as const;
  return [{ kind: 'aim-falls', values, evidence }];
}

function inflow({ number }: Evidence): Found[] {
  const [added, answers] = [number('added'), number('answers')];
  if (added === null || answers === null || added < INFLOW_ITEMS || added <= answers) return [];
  const values = { added, answers, days: INFLOW_DAYS };
  return [{ kind: 'inflow', values, evidence: ['added', 'answers'] }];
}

function oneGoal({ goals, today, number }: Evidence): Found[] {
  const aimed = number('aimed');
  if (aimed === null || aimed < SHARE_ITEMS) return [];
  if (goals.filter((goal) => isActive(goal, today)).length < 2) return [];
  return goals.flatMap(({ id }): Found[] => {
    const name = `goal.${id}` as const;
    const items = number(name);
    if (items === null || items <= ONE_GOAL_SHARE * aimed) return [];
    const values = { items, aimed, share: Math.round(points(items, aimed)) };
    return [{ kind: 'one-goal', goalId: id, values, evidence: [name, 'aimed'] }];
  });
}

function afterDone({ number }: Evidence): Found[] {
  const [items, answered] = [number('answeredAfterDone'), number('answered')];
  if (items === null || answered === null || items < AFTER_DONE_ITEMS) return [];
  if (items < AFTER_DONE_SHARE * answered) return [];
  const evidence = ['answeredAfterDone', 'answered'] as const;
  return [{ kind: 'after-done', values: { items, answered }, evidence }];
}

function goalEnded({ goals, number }: Evidence): Found[] {
  return goals.flatMap(({ id }): Found[] => {
    const name = `ended.${id}` as const;
    const items = number(name);
    if (items === null || items < 1) return [];
    return [{ kind: 'goal-ended', goalId: id, values: { items }, evidence: [name] }];
  });
}

function neverKilled({ number }: Evidence): Found[] {
  const [candidates, kills] = [number('candidates'), number('kills')];
  if (candidates === null || kills === null || kills > 0 || candidates < KILL_CANDIDATES) return [];
  const values = { candidates, days: KILL_DAYS };
  return [{ kind: 'never-killed', values, evidence: ['candidates', 'kills'] }];
}

/** All signals, in the order of their kinds. What is unknown gives none. */
export function signalsOf(evidence: Evidence): Signal[] {
  const kinds = [flat, aimFalls, inflow, oneGoal, afterDone, goalEnded, neverKilled];
  const quarter = quarterOf(evidence.today);
  return kinds
    .flatMap((kind) => kind(evidence))
    .map((found) => ({ ...found, key: `${found.kind}:${found.goalId ?? ''}:${quarter}` }));
}
