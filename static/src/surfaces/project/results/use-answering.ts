// Which row is being answered, what was saved last, and taking it back.
import { useState } from 'react';
import type { ResultView, SaidView } from '../../../../../src/contract/procedures';
import type { Saying } from '../../../components/result/result-draft';
import type { SavedResult } from '../../../components/result/form-state';
import { hasTypedResult } from '../../../forge/typed-result';
import { sendSaying } from '../../../forge/use-result-form';
import { troubleOf, type Trouble } from '../../../components/failure';
import type { KnownBet } from './result-row';
import type { Results } from './use-results';

/** What is said after a save. */
export type SavedNote =
  | { kind: 'saved'; bet: KnownBet; saved: SavedResult; undo: Saying | null }
  | { kind: 'undone'; bet: KnownBet; said: SaidView }
  | { kind: 'theirs'; bet: KnownBet };

export interface Answering {
  /** The item whose form is open. */
  asked: string | null;
  /** The reader chose it here; else it is open because something was typed before. */
  isChosen: boolean;
  note: SavedNote | null;
  isUndoing: boolean;
  /** Why it could not be undone. */
  trouble: Trouble | null;
  ask: (itemId: string) => void;
  leave: () => void;
  /** Takes the bet off the list: it is gone, or open again. */
  close: (bet: KnownBet) => void;
  saved: (bet: KnownBet, saved: SavedResult) => void;
  theirs: (bet: KnownBet, theirs: ResultView | null) => void;
  undo: () => Promise<void>;
}

/** Gives again what stood before; null where nothing did: nothing is ever erased. */
export function undoOf(before: ResultView | null): Saying | null {
  const given = before?.given;
  if (!given) return null;
  const { result, note, reading } = given;
  const send = { result, note };
  return {
    kind: 'given',
    send: reading ? { ...send, reading: { goalId: reading.goalId, day: reading.day } } : send,
  };
}

export function useAnswering(results: Results, onChanged: () => void): Answering {
  const { take, takeTheirs, remove, lists } = results;
  const [chosen, setAsked] = useState<string | null>();
  // Until the reader chooses, what was typed before is open again.
  const asked =
    chosen === undefined
      ? (Object.values(lists)
          .flatMap(({ bets }) => bets ?? [])
          .find(({ row }) => hasTypedResult(row.id))?.row.id ?? null)
      : chosen;
  const [note, setNote] = useState<SavedNote | null>(null);
  const [isUndoing, setUndoing] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  async function undo(): Promise<void> {
    if (note?.kind !== 'saved' || !note.undo || isUndoing) return;
    const { bet, saved, undo: said } = note;
    setUndoing(true);
    setTrouble(null);
    try {
      const back = await sendSaying(bet.row.id, saved.view.rev, said);
      take(bet, back);
      setNote(back.view.given ? { kind: 'undone', bet, said: back.view.given } : null);
      onChanged();
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setUndoing(false);
    }
  }

  return {
    asked,
    isChosen: chosen !== undefined,
    note,
    isUndoing,
    trouble,
    ask: (itemId) => {
      setAsked(itemId);
      setNote(null);
      setTrouble(null);
    },
    leave: () => setAsked(null),
    close: ({ row }) => {
      setAsked(null);
      remove(row.id);
    },
    saved: (bet, saved) => {
      take(bet, saved);
      setAsked(null);
      setTrouble(null);
      setNote({ kind: 'saved', bet, saved, undo: undoOf(bet.view) });
      onChanged();
    },
    theirs: (bet, theirs) => {
      takeTheirs(bet, theirs);
      setAsked(null);
      setNote({ kind: 'theirs', bet });
    },
    undo,
  };
}
