// The answer as it is being typed: text in every field, and its way to and from an answer.
import { answerInput, type AnswerInput } from '../../../../src/contract/shapes';
import { readBy } from '../../../../src/contract/read-by';
import { missingParts, type Answer, type Why } from '../../../../src/domain/answer';
import type { Format } from '../../format';
import { item as text } from '../../messages/item';

const TEXTS = [
  'goal',
  'by',
  'expect',
  'measure',
  'checkBy',
  'whom',
  'because',
  'stopBy',
  'enables',
] as const;
const NUMBERS = ['delta', 'stopValue'] as const;

export type FormField = 'why' | (typeof TEXTS)[number] | (typeof NUMBERS)[number];
export type AnswerForm = { why: Why | '' } & Record<Exclude<FormField, 'why'>, string>;
/** A sentence per field that can't be saved as it stands. */
export type FormErrors = Partial<Record<FormField, string>>;

/** Fields behind "More". */
export const MORE_FIELDS = [
  'delta',
  'whom',
  'because',
  'stopBy',
  'stopValue',
  'enables',
] as const satisfies readonly FormField[];

export const EMPTY_FORM: AnswerForm = {
  why: '',
  goal: '',
  by: '',
  expect: '',
  measure: '',
  checkBy: '',
  delta: '',
  whom: '',
  because: '',
  stopBy: '',
  stopValue: '',
  enables: '',
};

/** The form for an answer; null gives an empty one. */
export function formOf(answer: Answer | null, format: Format): AnswerForm {
  if (!answer) return { ...EMPTY_FORM };
  const form: AnswerForm = { ...EMPTY_FORM, why: answer.why };
  for (const field of TEXTS) form[field] = answer[field] ?? '';
  for (const field of NUMBERS) {
    const value = answer[field];
    form[field] = value === undefined ? '' : format.typedNumber(value);
  }
  return form;
}

/** Key of the item whose goal is taken over when this is saved; '' when a goal is chosen here. */
export const enabledKey = (form: AnswerForm): string =>
  form.why === 'run' ? '' : form.enables.trim().toUpperCase();

/** The answer that the form holds, without looking whether it can be saved. */
export function answerOfForm(form: AnswerForm, format: Format): Answer {
  const answer: Answer = { why: form.why || 'move' };
  for (const field of TEXTS) if (form[field].trim()) answer[field] = form[field].trim();
  for (const field of NUMBERS) {
    const value = form[field].trim() ? format.parseNumber(form[field]) : null;
    if (value !== null) answer[field] = value;
  }
  const enables = enabledKey(form);
  if (enables) answer.enables = enables;
  else delete answer.enables;
  return answer;
}

/** What is still missing for a complete answer, in the order of the form. */
export function missingErrors(form: AnswerForm, format: Format): FormErrors {
  if (form.why === '') return { why: text.missing.why };
  const missing = missingParts(answerOfForm(form, format)).filter(
    (part) => part !== 'goal' || !enabledKey(form),
  );
  return Object.fromEntries(missing.map((part) => [part, text.missing[part]]));
}

/** Takes the sentences that a refusal gives for `answer.…` and drops the rest. */
export function errorsOf(fields: Record<string, string>): FormErrors {
  const errors: Record<string, string> = {};
  for (const [path, sentence] of Object.entries(fields))
    if (path.startsWith('answer.')) errors[path.slice('answer.'.length)] = sentence;
  return errors;
}

export type Checked = { ok: true; answer: AnswerInput } | { ok: false; errors: FormErrors };

const RUN_FIELDS: readonly FormField[] = ['why', 'because'];

/** Whether a field stands on the screen for this form: without a why it is the only one. */
export const isShown = (field: string, { why }: AnswerForm): field is FormField =>
  Object.hasOwn(EMPTY_FORM, field) &&
  (field === 'why' || (why !== '' && (why !== 'run' || RUN_FIELDS.includes(field as FormField))));

/** Without what was typed before another why took it off the screen; the app drops that as well. */
const onlyShown = (form: AnswerForm): AnswerForm =>
  form.why === 'run' ? { ...EMPTY_FORM, why: 'run', because: form.because } : form;

/** Parses the form by the same schema as the app, so that most refusals need no call. */
export function checkForm(typed: AnswerForm, format: Format): Checked {
  const form = onlyShown(typed);
  if (form.why === '') return { ok: false, errors: { why: text.missing.why } };
  const errors: FormErrors = {};
  for (const field of NUMBERS)
    if (form[field].trim() && format.parseNumber(form[field]) === null)
      errors[field] = text.numberWanted;
  const answer = answerOfForm(form, format);
  // The goal is that of the other item, whatever stood here before.
  if (answer.enables) delete answer.goal;
  const parsed = readBy(answerInput, answer);
  if (!parsed.success)
    for (const { path, message } of parsed.error.issues) errors[path[0] as FormField] ??= message;
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, answer };
}
