// The form's state: what is typed and kept, what is refused, and the save with its conflict.
import { useState } from 'react';
import type { AnswerConflict } from '../../../../src/contract/procedures';
import { useFormat } from '../../components/reader';
import { troubleOf, type Trouble } from '../../components/failure';
import { call, CallError } from '../../forge';
import type { DraftState } from './draft-keeper';
import { textsOf } from './draft-texts';
import {
  checkForm,
  errorsOf,
  isShown,
  missingErrors,
  type AnswerForm,
  type FormErrors,
} from './form';
import type { TypedDraft } from './draft-stand-in';
import type { DraftStore, KeptDraft } from './draft-store';
import { useDraft } from './use-draft';

/** What the item holds now: the property's value, undefined when there is none. */
export interface SavedAnswer {
  value: unknown;
  seen: string | null;
}

/** Another text than the one that the form began from. */
export interface FoundConflict extends AnswerConflict {
  /** Found when a draft was opened again, not when something was sent. */
  drafted?: boolean;
  /** Saved by the reader, in another window. */
  own?: boolean;
}

/** What a form begins from. */
export interface FormStart {
  form: AnswerForm;
  /** Fingerprint of the answer that the writing began from. */
  seen: string | null;
  errors: FormErrors;
  conflict: FoundConflict | null;
}

/** What the form reports to the panel, and to whom it belongs. */
export interface FormEvents {
  /** Who reads it. */
  account: string | undefined;
  onSaved: (saved: SavedAnswer) => void;
  /** The draft as it stands now, also before it is kept; null when it is of no use any more. */
  onDraft: (draft: TypedDraft | null) => void;
  /** A goal was refused: what the page knows of the goals is old. */
  onGoalRefused: () => void;
}

function foundValue({ found }: AnswerConflict): unknown {
  if (found.kind === 'none') return undefined;
  return found.kind === 'value' ? found.answer : found.raw;
}

export interface AnswerFormState {
  form: AnswerForm;
  errors: FormErrors;
  trouble: Trouble | null;
  conflict: FoundConflict | null;
  saving: boolean;
  draft: DraftState;
  /** What another window of this person keeps; null when there is none. */
  rival: KeptDraft | null;
  /** How often a save was refused: each time the focus goes to what is said about it. */
  refused: number;
  change: (part: Partial<AnswerForm>) => void;
  /** A field or the form was left: what was typed is kept at once. */
  leave: () => void;
  /** Saves when complete; else marks what is missing and gives its fields. */
  save: () => FormErrors;
  saveHalf: () => FormErrors;
  saveMine: () => void;
  keepTheirs: () => void;
  discard: () => Promise<void>;
  /** Keeps this window's draft over that of the other. */
  keepThis: () => void;
  /** Keeps nothing from here any more: the other window's draft is gone on with. */
  giveWay: (rival: KeptDraft) => void;
}

/** Runs one form on one item. */
export function useAnswerForm(
  itemId: string,
  store: DraftStore,
  start: FormStart,
  on: FormEvents,
): AnswerFormState {
  const format = useFormat();
  const [form, setForm] = useState(start.form);
  const [seen, setSeen] = useState(start.seen);
  const [errors, setErrors] = useState(start.errors);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [conflict, setConflict] = useState(start.conflict);
  const [saving, setSaving] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const { keeper, state: draft, rival, keepOver } = useDraft(store);

  function keepDraft(next: AnswerForm, against: string | null): void {
    const kept = { texts: textsOf(next), seen: against };
    keeper.typed(kept);
    on.onDraft(kept);
  }

  /** Marks what is on the screen; anything else that was refused is told in general. */
  function mark(refused: FormErrors, general: Trouble): void {
    const entries = Object.entries(refused);
    const shown = entries.filter(([field]) => isShown(field, form));
    setErrors(Object.fromEntries(shown));
    if (shown.length === entries.length && shown.length > 0) return;
    const rest = entries.filter(([field]) => !isShown(field, form)).map(([, sentence]) => sentence);
    setTrouble({ ...general, message: [general.message, ...rest].join(' ') });
  }

  function refuse(error: unknown): void {
    setRefusals((count) => count + 1);
    if (!(error instanceof CallError)) return setTrouble(troubleOf(error));
    // Made by the app from its own types; what Jira held of it was parsed there.
    if (error.code === 'conflict' && error.details) {
      const details = error.details as AnswerConflict;
      return setConflict({ ...details, own: !!details.by && details.by === on.account });
    }
    const refused = errorsOf(error.fields);
    if (refused.goal) on.onGoalRefused();
    mark(refused, troubleOf(error));
  }

  async function send(against: string | null): Promise<void> {
    const checked = checkForm(form, format);
    if (!checked.ok) {
      setRefusals((count) => count + 1);
      return setErrors(checked.errors);
    }
    setSaving(true);
    setTrouble(null);
    setErrors({});
    try {
      // A draft that came in after the save would stay behind.
      await keeper.pause();
      const { answer } = checked;
      const saved = await call('answer.save', { itemId, seen: against, answer, endsDraft: true });
      keeper.stop();
      store.forget();
      on.onSaved({ value: saved.answer, seen: saved.seen });
    } catch (error) {
      keeper.resume();
      refuse(error);
    } finally {
      setSaving(false);
    }
  }

  /** What must be mended before a save; empty when it was sent. */
  function submit(complete: boolean): FormErrors {
    if (saving || conflict) return {};
    const missing = complete ? missingErrors(form, format) : {};
    const checked = checkForm(form, format);
    const found = { ...missing, ...(checked.ok ? {} : checked.errors) };
    setErrors(found);
    if (Object.keys(found).length === 0) void send(seen);
    return found;
  }

  async function discard(): Promise<void> {
    keeper.stop();
    store.forget();
    await keeper.pause();
    on.onDraft(null);
    // Where this fails the draft is there again at the next opening, and can be discarded then.
    await call('draft.discard', { itemId }).catch(() => undefined);
  }

  return {
    form,
    errors,
    trouble,
    conflict,
    saving,
    draft,
    refused: refusals,
    change(part) {
      // What is being sent stands; the fields can only be read meanwhile.
      if (saving) return;
      const next = { ...form, ...part };
      setForm(next);
      keepDraft(next, seen);
      const touched = Object.keys(part);
      setErrors((last) =>
        Object.fromEntries(Object.entries(last).filter(([field]) => !touched.includes(field))),
      );
    },
    leave: keeper.flush,
    save: () => submit(true),
    saveHalf: () => submit(false),
    saveMine() {
      if (!conflict) return;
      setConflict(null);
      setSeen(conflict.seen);
      // A draft may be far from done; it goes on from what the item holds now.
      if (conflict.drafted) keepDraft(form, conflict.seen);
      else void send(conflict.seen);
    },
    keepTheirs() {
      if (!conflict) return;
      void discard();
      on.onSaved({ value: foundValue(conflict), seen: conflict.seen });
    },
    discard,
    rival,
    keepThis: () => keepOver({ texts: textsOf(form), seen }),
    giveWay(other) {
      keeper.stop();
      store.forget();
      store.goOnFrom(other);
    },
  };
}
