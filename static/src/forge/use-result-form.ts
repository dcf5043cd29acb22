// Saying what became of a bet: the draft, its errors, and what somebody else said meanwhile.
import { useState } from 'react';
import type { ResultView } from '../../../src/contract/procedures';
import { troubleOf, type Trouble } from '../components/failure';
import type { ResultForm, SavedResult } from '../components/result/form-state';
import {
  isSaying,
  sayingOf,
  startDraft,
  type AskedBet,
  type DraftErrors,
  type ResultDraft,
  type Saying,
} from '../components/result/result-draft';
import { call } from './call';
import { CallError } from './call-error';

/** Sends what is said. @throws {CallError} */
export async function sendSaying(itemId: string, rev: number, said: Saying): Promise<SavedResult> {
  if (said.kind === 'given')
    return { view: await call('result.give', { itemId, rev, ...said.send }), dated: null };
  const { result, answer, seen } = await call('result.later', { itemId, rev, ...said.send });
  return { view: result, dated: { answer, seen } };
}

interface ResultFormOptions {
  itemId: string;
  /** What the page knows of the result; null when nothing was ever said. */
  kept: ResultView | null;
  bet: AskedBet;
  /** What was typed before, where the form comes back. */
  start?: ResultDraft | undefined;
  onSaved: (saved: SavedResult) => void;
  /** The reader lets stand what somebody else said meanwhile; null when they took it back. */
  onTheirs: (theirs: ResultView | null) => void;
}

const FIELDS = ['checkBy', 'reading', 'note'] as const;

export function useResultForm(options: ResultFormOptions): ResultForm {
  const { itemId, kept, bet, start, onSaved, onTheirs } = options;
  const [draft, setDraft] = useState(() => start ?? startDraft(kept, bet.today));
  const [errors, setErrors] = useState<DraftErrors>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [rival, setRival] = useState<ResultForm['rival']>(null);
  const [isSaving, setSaving] = useState(false);

  function refuse(error: unknown): void {
    if (error instanceof CallError) {
      const { code, fields, details } = error;
      // The app gives what is kept now with this refusal.
      if (code === 'conflict') return setRival({ theirs: (details ?? null) as ResultView | null });
      const found = FIELDS.filter((name) => fields[name] !== undefined);
      if (found.length > 0)
        return setErrors(Object.fromEntries(found.map((name) => [name, fields[name]])));
    }
    setTrouble(troubleOf(error));
  }

  async function save(): Promise<void> {
    if (isSaving) return;
    const said = sayingOf(draft, bet);
    setTrouble(null);
    if (!isSaying(said)) return setErrors(said);
    setErrors({});
    setSaving(true);
    const rev = rival ? (rival.theirs?.rev ?? 0) : (kept?.rev ?? 0);
    try {
      const saved = await sendSaying(itemId, rev, said);
      setRival(null);
      onSaved(saved);
    } catch (error) {
      refuse(error);
    } finally {
      setSaving(false);
    }
  }

  return {
    draft,
    errors,
    trouble,
    rival,
    isSaving,
    change: (change) => {
      setDraft((before) => ({ ...before, ...change }));
      setErrors({});
    },
    save,
    keepTheirs: () => {
      if (rival) onTheirs(rival.theirs);
    },
  };
}
