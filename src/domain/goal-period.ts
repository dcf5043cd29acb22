// A goal in its time: what comes after it, when that is due, and how long nobody has looked.
import { addDays, daysBetween, type Day } from './days';
import { isActive, isComplete, type Goal, type Reading } from './goal';
import { lastDayOfPeriod } from './months';

/** Days before the last one from which on the end is spoken of. */
export const END_NEAR = 14;
/** Days without a reading after which that is said. */
const READING_AGE = 31;
/** The longest period that is read as months. */
const MOST_MONTHS = 36;

/** Whether two goals have a day in common. */
export const overlaps = (
  a: Pick<Goal, 'firstDay' | 'lastDay'>,
  b: Pick<Goal, 'firstDay' | 'lastDay'>,
): boolean => a.firstDay <= b.lastDay && b.firstDay <= a.lastDay;

/** The days after a goal's last one: as many months where its days are whole months, else days. */
export function nextDays({ firstDay, lastDay }: Pick<Goal, 'firstDay' | 'lastDay'>): {
  firstDay: Day;
  lastDay: Day;
} {
  const first = addDays(lastDay, 1);
  for (let months = 1; months <= MOST_MONTHS; months += 1)
    if (lastDayOfPeriod(firstDay, months) === lastDay)
      return { firstDay: first, lastDay: lastDayOfPeriod(first, months) };
  return { firstDay: first, lastDay: addDays(first, daysBetween(firstDay, lastDay)) };
}

/** Goals whose days run out together. */
export interface PeriodEnd<G extends Goal = Goal> {
  goals: G[];
  lastDay: Day;
  /** Days until that day; negative once it is past. */
  left: number;
}

const sameEnd = <G extends Goal>(goals: readonly G[], lastDay: Day, today: Day): PeriodEnd<G> => ({
  goals: goals.filter((goal) => goal.lastDay === lastDay),
  lastDay,
  left: daysBetween(today, lastDay),
});

/** Complete goals that begin soon after a day, without those that follow a goal already. */
function newGoals<G extends Goal>(goals: readonly G[], end: Day): G[] {
  const followers = new Set(goals.map(({ successorId }) => successorId));
  const soon = addDays(end, END_NEAR);
  return goals.filter(
    (goal) =>
      isComplete(goal) &&
      goal.endedOn === undefined &&
      end < goal.firstDay &&
      goal.firstDay <= soon &&
      !followers.has(goal.id),
  );
}

/**
 * The goals that end within two weeks, or that ended last while none is active; null where nothing
 * has to be done, because as many new ones begin within two weeks after that day.
 */
export function periodEnd<G extends Goal>(goals: readonly G[], today: Day): PeriodEnd<G> | null {
  const standing = goals.filter(
    (goal) => isComplete(goal) && goal.endedOn === undefined && goal.successorId === undefined,
  );
  const active = standing.filter((goal) => isActive(goal, today));
  const days = (list: readonly G[]): Day[] => list.map(({ lastDay }) => lastDay).sort();
  const nearest = days(active)[0];
  const latest = days(standing.filter(({ lastDay }) => lastDay < today)).at(-1);
  const end = active.length > 0 ? nearest : latest;
  if (end === undefined || daysBetween(today, end) > END_NEAR) return null;
  const found = sameEnd(standing, end, today);
  return newGoals(goals, end).length < found.goals.length ? found : null;
}

/**
 * Whole days since the latest reading of an active goal, or since it began; null while that is not
 * longer than a month.
 */
export function daysUnread(goal: Goal, readings: readonly Reading[], today: Day): number | null {
  if (!isActive(goal, today)) return null;
  const read = readings.map(({ day }) => day).filter((day) => day <= today);
  const last = [goal.firstDay, ...read].sort().at(-1) ?? goal.firstDay;
  const days = daysBetween(last, today);
  return days > READING_AGE ? days : null;
}

const plain = (text: string): string => text.trim().toLowerCase();

/** Another goal of the same days that reads the same, or that counts the same number. */
export interface Alike<G> {
  name: G | null;
  metric: G | null;
}

/** Goals that somebody ended are over, whatever their days were. */
export function alikeGoals<G extends Goal>(
  goal: Pick<Goal, 'achieve' | 'metric' | 'firstDay' | 'lastDay'>,
  others: readonly G[],
): Alike<G> {
  const beside = others.filter((other) => other.endedOn === undefined && overlaps(goal, other));
  const first = (part: 'achieve' | 'metric'): G | null =>
    plain(goal[part]) === ''
      ? null
      : (beside.find((other) => plain(other[part]) === plain(goal[part])) ?? null);
  return { name: first('achieve'), metric: first('metric') };
}
