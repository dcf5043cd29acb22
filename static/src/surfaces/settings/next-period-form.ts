// The goals of the next period as they are being typed: copies of those that end.
import type { GoalInput, GoalView } from '../../../../src/contract/goals';
import { latestReading } from '../../../../src/domain/goal';
import { nextDays } from '../../../../src/domain/goal-period';
import type { Format } from '../../format';
import { nextPeriod as text } from '../../messages/settings-agreement';
import { checkGoal, goalFormOf, type GoalErrors, type GoalForm } from './goal-form';

export interface NextGoal {
  follows: string;
  isTaken: boolean;
  form: GoalForm;
}

/** The next days, the latest reading as the start, no target yet; the rest as it was. */
export function nextGoalOf(goal: GoalView, today: string, format: Format): NextGoal {
  const now = latestReading(goal.readings, today)?.value ?? goal.baseline;
  const form = goalFormOf({ ...goal, ...nextDays(goal), baseline: now }, format);
  return { follows: goal.id, isTaken: true, form: { ...form, target: '' } };
}

export type CheckedPeriod =
  | { ok: true; goals: { follows: string; goal: GoalInput }[] }
  | { ok: false; errors: Record<string, GoalErrors>; none: string | null };

/** Errors stand at the goal that is followed. */
export function checkPeriod(list: readonly NextGoal[], format: Format): CheckedPeriod {
  const taken = list.filter(({ isTaken }) => isTaken);
  const goals: { follows: string; goal: GoalInput }[] = [];
  const errors: Record<string, GoalErrors> = {};
  for (const { follows, form } of taken) {
    const checked = checkGoal(form, format);
    if (checked.ok) goals.push({ follows, goal: checked.goal });
    else errors[follows] = checked.errors;
  }
  if (taken.length === 0) return { ok: false, errors, none: text.none };
  return goals.length === taken.length ? { ok: true, goals } : { ok: false, errors, none: null };
}

/** The sentences that a refusal gives for `goals.<n>.<field>`, by the goal that is followed. */
export function periodErrorsOf(
  fields: Record<string, string>,
  sent: readonly { follows: string }[],
): Record<string, GoalErrors> {
  const errors: Record<string, GoalErrors> = {};
  for (const [path, sentence] of Object.entries(fields)) {
    const [, n = '', field = ''] = /^goals\.(\d+)\.(?:goal\.)?(\w+)$/.exec(path) ?? [];
    const follows = sent[Number(n)]?.follows;
    if (follows !== undefined && field !== '')
      errors[follows] = { ...errors[follows], [field]: sentence };
  }
  return errors;
}
