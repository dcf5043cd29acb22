// A goal as it is being typed, and its way to and from a goal.
import { goalInput, type GoalInput } from '../../../../src/contract/goals';
import { readBy } from '../../../../src/contract/read-by';
import { goalProblems, type Goal } from '../../../../src/domain/goal';
import { lastDayOfPeriod } from '../../../../src/domain/months';
import { isDay, type Day } from '../../../../src/domain/days';
import type { Format } from '../../format';
import { messages } from '../../messages';

const text = messages.settings.goals.form;

export interface GoalForm {
  achieve: string;
  by: string;
  metric: string;
  unit: string;
  direction: 'up' | 'down';
  baseline: string;
  target: string;
  firstDay: string;
  lastDay: string;
  /** Whole percent; empty for none. */
  share: string;
  ownerAccountId: string;
  link: string;
}

export type GoalErrors = Partial<Record<keyof GoalForm, string>>;

/** Months that a new goal is given unless told otherwise. */
const MONTHS = 3;

export const newGoalForm = (today: Day): GoalForm => ({
  achieve: '',
  by: '',
  metric: '',
  unit: '',
  direction: 'up',
  baseline: '',
  target: '',
  firstDay: today,
  lastDay: lastDayOfPeriod(today, MONTHS),
  share: '',
  ownerAccountId: '',
  link: '',
});

export const goalFormOf = (goal: Goal, format: Format): GoalForm => ({
  achieve: goal.achieve,
  by: goal.by,
  metric: goal.metric,
  unit: goal.unit,
  direction: goal.direction,
  baseline: format.typedNumber(goal.baseline),
  target: format.typedNumber(goal.target),
  firstDay: goal.firstDay,
  lastDay: goal.lastDay,
  share: goal.share === undefined ? '' : String(goal.share),
  ownerAccountId: goal.ownerAccountId ?? '',
  link: goal.link ?? '',
});

/** The typed share; undefined for none, null for what is no whole percent. */
export function shareOf({ share }: Pick<GoalForm, 'share'>): number | null | undefined {
  const typed = share.trim();
  if (typed === '') return undefined;
  return /^\d{1,3}$/.test(typed) && Number(typed) <= 100 ? Number(typed) : null;
}

export type CheckedGoal = { ok: true; goal: GoalInput } | { ok: false; errors: GoalErrors };

/** Checks the form by the same schema and rule as the app, each problem at its field. */
export function checkGoal(form: GoalForm, format: Format): CheckedGoal {
  const baseline = format.parseNumber(form.baseline);
  const target = format.parseNumber(form.target);
  const share = shareOf(form);
  const { ownerAccountId, link, share: _typed, ...rest } = form;
  const goal: GoalInput = {
    ...rest,
    baseline: baseline ?? 0,
    target: target ?? 0,
    ...(typeof share === 'number' ? { share } : {}),
    ...(ownerAccountId ? { ownerAccountId } : {}),
    ...(link.trim() ? { link } : {}),
  };
  const errors: GoalErrors = {};
  if (baseline === null) errors.baseline = text.number;
  if (target === null) errors.target = text.number;
  if (share === null) errors.share = text.shareWhole;
  if (!isDay(form.firstDay)) errors.firstDay = text.day;
  if (!isDay(form.lastDay)) errors.lastDay = text.day;
  const problems = goalProblems(goal);
  // Without both numbers nothing can be said about their order.
  if (baseline === null || target === null) delete problems.target;
  if (errors.firstDay || errors.lastDay) delete problems.lastDay;
  Object.assign(errors, problems);
  const parsed = readBy(goalInput, goal);
  if (!parsed.success)
    for (const { path, message } of parsed.error.issues)
      errors[path[0] as keyof GoalForm] ??= message;
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, goal };
}
