// Saying what became of a bet: the draft, its errors, and what somebody else said meanwhile.
import { useMemo, useState } from 'react';
import type { ResultView } from '../../../src/contract/procedures';
import { troubleOf, type Trouble } from '../components/failure';
import type { Lost, ResultForm, SavedResult } from '../components/result/form-state';
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
import { typedResult } from './typed-result';

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
  /** The item was deleted or hidden while the form was open. */
  isGone?: boolean;
  onSaved: (saved: SavedResult) => void;
  /** The reader lets stand what somebody else said meanwhile; null when they took it back. */
  onTheirs: (theirs: ResultView | null) => void;
}

const FIELDS = ['checkBy', 'reading', 'note'] as const;

/** Why the item takes no result any more; null where something else was wrong. */
function lostBy({ code, reason }: CallError): Lost | null {
  if (code === 'not_found') return 'gone';
  return reason === 'item_not_done' ? 'reopened' : null;
}

/** What is typed is kept in this browser until it is saved, or left. */
export function useResultForm(options: ResultFormOptions): ResultForm {
  const { itemId, kept, bet, start, isGone = false, onSaved, onTheirs } = options;
  const typed = useMemo(() => typedResult(itemId), [itemId]);
  const [back, setBack] = useState(() => typed.read());
  const [isBack, setIsBack] = useState(back !== null && start === undefined);
  const [draft, setDraft] = useState(() => start ?? back?.draft ?? startDraft(kept, bet.today));
  const [lost, setLost] = useState<Lost | null>(null);
  const [errors, setErrors] = useState<DraftErrors>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [rival, setRival] = useState<ResultForm['rival']>(null);
  const [isSaving, setSaving] = useState(false);

  const begunOn = back?.rev ?? kept?.rev ?? 0;

  function refuse(error: unknown): void {
    if (error instanceof CallError) {
      const { code, fields, details } = error;
      const why = lostBy(error);
      if (why) return setLost(why);
      // The app gives what is kept now with this refusal.
      if (code === 'conflict') return setRival({ theirs: (details ?? null) as ResultView | null });
      const found = FIELDS.filter((name) => fields[name] !== undefined);
      if (found.length > 0)
        return setErrors(Object.fromEntries(found.map((name) => [name, fields[name]])));
    }
    setTrouble(troubleOf(error));
  }

  async function save(): Promise<void> {
    if (isSaving || lost) return;
    const said = sayingOf(draft, bet);
    setTrouble(null);
    if (!isSaying(said)) return setErrors(said);
    setErrors({});
    setSaving(true);
    const rev = rival ? (rival.theirs?.rev ?? 0) : begunOn;
    try {
      const saved = await sendSaying(itemId, rev, said);
      setRival(null);
      typed.drop();
      onSaved(saved);
    } catch (error) {
      refuse(error);
    } finally {
      setSaving(false);
    }
  }

  return {
    draft,
    isBack,
    lost: isGone ? 'gone' : lost,
    errors,
    trouble,
    rival,
    isSaving,
    change: (change) => {
      const next = { ...draft, ...change };
      setDraft(next);
      typed.write({ draft: next, rev: begunOn });
      setErrors({});
    },
    save,
    keepTheirs: () => {
      if (!rival) return;
      typed.drop();
      onTheirs(rival.theirs);
    },
    startOver: () => {
      typed.drop();
      setBack(null);
      setIsBack(false);
      setDraft(startDraft(kept, bet.today));
      setErrors({});
      setRival(null);
    },
    drop: typed.drop,
  };
}
