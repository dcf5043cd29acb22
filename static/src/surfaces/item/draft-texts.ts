// A draft as it is kept: the fields of the form that hold something, as typed.
import type { DraftTexts } from '../../../../src/contract/drafts';
import { valueOf, type ItemFacts } from '../../../../src/domain/item';
import type { Format } from '../../format';
import { checkForm, EMPTY_FORM, formOf, type AnswerForm, type FormField } from './form';

const FIELDS = Object.keys(EMPTY_FORM) as FormField[];

/** What is kept of a form. */
export function textsOf(form: AnswerForm): DraftTexts {
  return Object.fromEntries(
    FIELDS.filter((field) => form[field] !== '').map((field) => [field, form[field]]),
  );
}

/** The form of a draft; a why that this version does not know counts as not chosen. */
export function formOfTexts(texts: DraftTexts): AnswerForm {
  const form: AnswerForm = { ...EMPTY_FORM };
  for (const field of FIELDS) if (field !== 'why') form[field] = texts[field] ?? '';
  const { why } = texts;
  if (why === 'move' || why === 'test' || why === 'run') form.why = why;
  return form;
}

/** Whether a draft, if it were saved, would say what stands on the item. */
export function isSaid(texts: DraftTexts, { answer }: ItemFacts, format: Format): boolean {
  const mine = checkForm(formOfTexts(texts), format);
  const there = checkForm(formOf(valueOf(answer), format), format);
  return mine.ok && JSON.stringify(mine) === JSON.stringify(there);
}
