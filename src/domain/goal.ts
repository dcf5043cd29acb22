// A goal: a number that should move, from where to where, by when, and its readings.
import { daysBetween, endOfDay, startOfDay, type Day } from './days';
import { MESSAGES } from './messages';

const SAY = MESSAGES.goal;

/** What the metric counts as better. */
export type Direction = 'up' | 'down';

export interface Goal {
  /** Unique over all projects, so that an answer which moved to another project stays traceable. */
  id: string;
  /** The X of "We will achieve X by doing Y". */
  achieve: string;
  /** The Y of that sentence. */
  by: string;
  metric: string;
  /** `%`, `€`, `minutes`; may be empty. */
  unit: string;
  direction: Direction;
  baseline: number;
  target: number;
  firstDay: Day;
  lastDay: Day;
  /** How much of the aimed work of its days is meant for it, in whole percent. */
  share?: number | undefined;
  ownerAccountId?: string | undefined;
  /** Where the number lives: an https address. */
  link?: string | undefined;
  /** The day somebody ended it before its time. */
  endedOn?: Day | undefined;
  /** Goal that takes its place. Answers are not rewritten. */
  successorId?: string | undefined;
}

/** One dated value of a goal's metric, in the goal's unit. */
export interface Reading {
  goalId: string;
  day: Day;
  value: number;
  note?: string | undefined;
  link?: string | undefined;
}

/** Which of a goal's fields keep it from being complete, with a sentence for each. */
export function goalProblems(goal: Omit<Goal, 'id'>): Partial<Record<keyof Goal, string>> {
  const problems: Partial<Record<keyof Goal, string>> = {};
  if (!goal.achieve.trim()) problems.achieve = SAY.achieve;
  if (!goal.by.trim()) problems.by = SAY.by;
  if (!goal.metric.trim()) problems.metric = SAY.metric;
  if (goal.lastDay < goal.firstDay) problems.lastDay = SAY.lastDay;
  if (goal.target === goal.baseline) problems.target = SAY.targetIsBaseline;
  else if (goal.direction === 'up' && goal.target < goal.baseline)
    problems.target = SAY.targetBelow;
  else if (goal.direction === 'down' && goal.target > goal.baseline)
    problems.target = SAY.targetAbove;
  return problems;
}

/** Whether nothing of the goal is missing or contradicts itself; see `goalProblems`. */
export const isComplete = (goal: Goal): boolean => Object.keys(goalProblems(goal)).length === 0;

/** Whether new answers may name the goal today and the gate lets them pass. */
export const isActive = (goal: Goal, today: Day): boolean =>
  isComplete(goal) && goal.endedOn === undefined && goal.firstDay <= today && today <= goal.lastDay;

/** Whether the goal is over: ended by somebody, or past its last day. */
export const isOver = (goal: Goal, today: Day): boolean =>
  goal.endedOn !== undefined || goal.lastDay < today;

/** The last day on which work could serve the goal. The day it was ended still counts. */
export const lastServed = (goal: Goal): Day =>
  goal.endedOn !== undefined && goal.endedOn < goal.lastDay ? goal.endedOn : goal.lastDay;

/**
 * Whether the goal was active on a day. What happened to it later changes nothing, so that the
 * aimed number of a past window stays as it is.
 */
export const wasActiveOn = (goal: Goal, day: Day): boolean =>
  isComplete(goal) && goal.firstDay <= day && day <= lastServed(goal);

/** The instants between which finished work is aimed at the goal: from (in) to (out), UTC. */
export function servedBetween(goal: Goal, zone: string): { from: number; to: number } {
  return { from: startOfDay(goal.firstDay, zone), to: endOfDay(lastServed(goal), zone) };
}

/** The latest reading that is not after a day; of two on one day the later in the list. */
export function latestReading(readings: readonly Reading[], on: Day): Reading | undefined {
  let latest: Reading | undefined;
  for (const reading of readings) {
    if (reading.day <= on && (!latest || reading.day >= latest.day)) latest = reading;
  }
  return latest;
}

/** How much of the way from baseline to target a value has come, 0 to 1 (clamped). */
export function progress(goal: Goal, value: number): number {
  const span = goal.target - goal.baseline;
  return span === 0 ? 0 : Math.min(1, Math.max(0, (value - goal.baseline) / span));
}

/** Days until the goal's last day, the day itself counted as 0; negative once it is past. */
export const daysLeft = (goal: Goal, today: Day): number => daysBetween(today, goal.lastDay);

/** Whether somebody may add readings to a goal: its owner, and who administers the project. */
export const mayReport = (goal: Goal, accountId: string, administers: boolean): boolean =>
  administers || goal.ownerAccountId === accountId;
