// What is said beside a goal that is being typed, and keeps nobody from saving it.
import type { GoalView } from '../../../../src/contract/goals';
import { isDay } from '../../../../src/domain/days';
import { alikeGoals, overlaps } from '../../../../src/domain/goal-period';
import { sharesBeside } from '../../../../src/domain/share';
import { fill, type Format } from '../../format';
import { messages } from '../../messages';
import { shareOf, type GoalForm } from './goal-form';

const text = messages.settings.goals.form;

export type GoalHints = Partial<Record<keyof GoalForm, string>>;

/** "Adding 20% leaves 80% for the others: Checkout conversion 40 → 32, Returns 60 → 48". */
function shareHint(share: number, others: readonly GoalView[], format: Format): string {
  const before = others.map((other) => other.share ?? 0);
  const left = sharesBeside(before, share);
  const taken = others.flatMap(({ metric }, n) =>
    left[n] === before[n]
      ? []
      : [`${metric} ${format.number(before[n] ?? 0)} → ${format.number(left[n] ?? 0)}`],
  );
  const shares = { share: format.share(share / 100), rest: format.share(1 - share / 100) };
  return taken.length === 0
    ? fill(text.shareFits, shares)
    : fill(text.shareTakes, { ...shares, goals: taken.join(', ') });
}

/** @param others the project's goals without the one that is typed */
export function goalHints(
  form: GoalForm,
  others: readonly GoalView[],
  { format, isNew }: { format: Format; isNew: boolean },
): GoalHints {
  if (!isDay(form.firstDay) || !isDay(form.lastDay)) return {};
  const { name, metric } = alikeGoals(form, others);
  const beside = others.filter(
    (other) => !other.over && other.share !== undefined && overlaps(form, other),
  );
  const share = shareOf(form);
  const hints: GoalHints = {};
  if (name) hints.achieve = text.sameName;
  if (metric)
    hints.metric = fill(text.sameMetric, {
      from: format.day(metric.firstDay),
      to: format.day(metric.lastDay),
    });
  if (isNew && typeof share === 'number' && beside.length > 0)
    hints.share = shareHint(share, beside, format);
  return hints;
}
