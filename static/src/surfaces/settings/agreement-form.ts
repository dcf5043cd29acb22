// An agreement as it is being typed.
import type { OpenProject } from '../../../../src/contract/procedures';
import { agreementProblems, type Agreement } from '../../../../src/domain/agreement';
import { isDay } from '../../../../src/domain/days';
import { nextDays } from '../../../../src/domain/goal-period';
import { settingsAgreement as text } from '../../messages/settings-agreement';
import { fieldOf, refusedIn } from './refused-in';

export type AgreementForm = Omit<Agreement, 'id'>;
export type AgreementErrors = Partial<Record<keyof AgreementForm, string>>;

/**
 * A new one follows the latest, with the same people; the first is for the days of the goals of now,
 * else of those to come. It is agreed today.
 */
export function agreementForm(
  { goals, agreements, today }: Pick<OpenProject, 'goals' | 'agreements' | 'today'>,
  agreement: Agreement | null,
): AgreementForm {
  if (agreement) {
    const { id: _id, ...form } = agreement;
    return form;
  }
  const latest = [...agreements].sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1)).at(-1);
  if (latest) return { ...nextDays(latest), agreedOn: today, personIds: latest.personIds };
  const active = goals.filter((goal) => goal.active);
  const of = active.length > 0 ? active : goals.filter(({ over }) => !over);
  return {
    firstDay: of.map(({ firstDay }) => firstDay).sort()[0] ?? '',
    lastDay:
      of
        .map(({ lastDay }) => lastDay)
        .sort()
        .at(-1) ?? '',
    agreedOn: today,
    personIds: [],
  };
}

/** What keeps it from being saved, each at its field. */
export function agreementErrors(
  form: AgreementForm,
  { agreements, today }: Pick<OpenProject, 'agreements' | 'today'>,
  id: string | undefined,
): AgreementErrors {
  const errors: AgreementErrors = {};
  for (const name of ['firstDay', 'lastDay', 'agreedOn'] as const)
    if (!isDay(form[name])) errors[name] = text.day;
  if (form.personIds.length === 0) errors.personIds = text.nobody;
  if (Object.keys(errors).length > 0) return errors;
  return agreementProblems(
    form,
    agreements.filter((other) => other.id !== id),
    today,
  );
}

/** The sentences of a refusal, by field. */
export const agreementErrorsOf = (error: unknown): AgreementErrors =>
  Object.fromEntries(
    Object.entries(refusedIn('agreement', error)).map(([place, said]) => [fieldOf(place), said]),
  );
