// A draft as it is kept: the fields of the form that hold something, as typed.
import type { DraftTexts } from '../../../../src/contract/drafts';
import { EMPTY_FORM, type AnswerForm, type FormField } from './form';

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
