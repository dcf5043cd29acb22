// What an editor begins from: the draft, or the item's own answer, or nothing.
import { writeAnswer } from '../../../../src/contract/properties';
import type { Format } from '../../format';
import { formOfTexts } from './draft-texts';
import { formOf, missingErrors } from './form';
import type { ItemData } from './load';
import type { FormStart, FoundConflict } from './use-answer-form';
import type { ItemModel } from './view-model';

/** The answer that came onto the item after a draft was begun. */
function changedSince({ facts, seen, answerValue }: ItemData): FoundConflict {
  const { answer } = facts;
  const found: FoundConflict['found'] =
    answer.kind === 'value'
      ? { kind: 'value', answer: writeAnswer(answer.value) }
      : { kind: answer.kind, raw: answerValue };
  return { seen, found, drafted: true };
}

/** `draftedAt`: when the draft was kept that it begins from, milliseconds. */
export type EditorStart = FormStart & { draftedAt: number | undefined };

/** Makes the beginning of a form. */
export function editorStart(data: ItemData, model: ItemModel, format: Format): EditorStart {
  const { draft } = data.open;
  const form = draft ? formOfTexts(draft.texts) : formOf(model.own, format);
  const metric = model.choices.find(({ id }) => id === form.goal)?.metric;
  if (form.measure === '' && metric) form.measure = metric;
  // A half answer shows at once what it lacks.
  const errors = !draft && model.own?.state === 'half' ? missingErrors(form, format) : {};
  const conflict = draft && draft.seen !== data.seen ? changedSince(data) : null;
  return { form, seen: draft ? draft.seen : data.seen, errors, conflict, draftedAt: draft?.at };
}
