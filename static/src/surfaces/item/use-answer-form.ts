// The form's state: what is typed, what is refused, and the save with its conflict.
import { useState } from 'react';
import { answerConflict, type AnswerConflict } from '../../../../src/contract/procedures';
import { useFormat } from '../../components/reader';
import { troubleOf, type Trouble } from '../../components/failure';
import { call, CallError } from '../../forge';
import { dropDraft, keepDraft, type Draft } from './draft';
import { checkForm, errorsOf, missingErrors, type AnswerForm, type FormErrors } from './form';

/** What the item holds now: the property's value, undefined when there is none. */
export interface SavedAnswer {
  value: unknown;
  seen: string | null;
}

function foundValue({ found }: AnswerConflict): unknown {
  if (found.kind === 'none') return undefined;
  return found.kind === 'value' ? found.answer : found.raw;
}

export interface AnswerFormState {
  form: AnswerForm;
  errors: FormErrors;
  trouble: Trouble | null;
  conflict: AnswerConflict | null;
  saving: boolean;
  change: (part: Partial<AnswerForm>) => void;
  /** Saves when complete; else marks what is missing and gives its fields. */
  save: () => FormErrors;
  saveHalf: () => FormErrors;
  saveMine: () => void;
  keepTheirs: () => void;
}

/** Runs one form. `start` is the draft or the answer it begins from. */
export function useAnswerForm(
  itemId: string,
  start: Draft & { errors: FormErrors },
  onSaved: (saved: SavedAnswer) => void,
): AnswerFormState {
  const format = useFormat();
  const [form, setForm] = useState(start.form);
  const [seen, setSeen] = useState(start.seen);
  const [errors, setErrors] = useState(start.errors);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [conflict, setConflict] = useState<AnswerConflict | null>(null);
  const [saving, setSaving] = useState(false);

  function refuse(error: unknown): void {
    if (error instanceof CallError && error.code === 'conflict') {
      const details = answerConflict.safeParse(error.details);
      if (details.success) return setConflict(details.data);
    }
    const refused = error instanceof CallError ? errorsOf(error.fields) : {};
    if (Object.keys(refused).length > 0) setErrors(refused);
    else setTrouble(troubleOf(error));
  }

  async function send(against: string | null): Promise<void> {
    const checked = checkForm(form, format);
    if (!checked.ok) return setErrors(checked.errors);
    setSaving(true);
    setTrouble(null);
    setErrors({});
    try {
      const saved = await call('answer.save', { itemId, seen: against, answer: checked.answer });
      dropDraft(itemId);
      onSaved({ value: saved.answer, seen: saved.seen });
    } catch (error) {
      refuse(error);
    } finally {
      setSaving(false);
    }
  }

  /** What must be mended before a save; empty when it was sent. */
  function submit(complete: boolean): FormErrors {
    if (saving) return {};
    const missing = complete ? missingErrors(form, format) : {};
    const checked = checkForm(form, format);
    const found = { ...missing, ...(checked.ok ? {} : checked.errors) };
    setErrors(found);
    if (Object.keys(found).length === 0) void send(seen);
    return found;
  }

  return {
    form,
    errors,
    trouble,
    conflict,
    saving,
    change(part) {
      const next = { ...form, ...part };
      setForm(next);
      keepDraft(itemId, { form: next, seen });
      const touched = Object.keys(part);
      setErrors((last) =>
        Object.fromEntries(Object.entries(last).filter(([field]) => !touched.includes(field))),
      );
    },
    save: () => submit(true),
    saveHalf: () => submit(false),
    saveMine() {
      if (!conflict) return;
      setConflict(null);
      setSeen(conflict.seen);
      void send(conflict.seen);
    },
    keepTheirs() {
      if (!conflict) return;
      dropDraft(itemId);
      onSaved({ value: foundValue(conflict), seen: conflict.seen });
    },
  };
}
