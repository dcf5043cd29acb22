// The way through a meeting: which bets, where it stands, what was said, and the way back.
import { useEffect, useRef, useState } from 'react';
import type { ResultDraft, Saying } from '../../../../components/result/result-draft';
import type { SavedResult } from '../../../../components/result/form-state';
import { sendSaying } from '../../../../forge/use-result-form';
import { troubleOf, type Trouble } from '../../../../components/failure';
import type { KnownBet } from '../result-row';
import { undoOf } from '../use-answering';
import type { Results } from '../use-results';
import { saidOf, type SaidHere } from './minutes';
import type { KeptMinutes } from './typed-minutes';

/** So many bets before the end the next page of the list is read. */
const AHEAD = 5;

interface Step {
  id: string;
  saved: SavedResult;
  undo: Saying | null;
  /** What had been said of it in this meeting before. */
  before: SaidHere | null;
}

export interface MeetingState {
  /** Null until the list of what is due was read. */
  queue: readonly string[] | null;
  at: number;
  bet: KnownBet | null;
  /** What was said of the bet in this meeting. */
  said: SaidHere | null;
  /** In the order it was said. */
  all: readonly SaidHere[];
  /** Bets of the queue that nothing was said of. */
  left: number;
  /** Something was said before the page was loaded. */
  isBack: boolean;
  /** The end was reached, or asked for. */
  isOver: boolean;
  canUndo: boolean;
  isUndoing: boolean;
  /** Something is being saved or undone: until that has ended the meeting stays where it is. */
  isHeld: boolean;
  trouble: Trouble | null;
  /** Something was said already, and is to be said anew. */
  isAgain: boolean;
  next: () => void;
  previous: () => void;
  /** Begins the minutes anew; the results stay. */
  startOver: () => void;
  finish: () => void;
  resume: () => void;
  again: () => void;
  /** Runs a save; nothing else happens meanwhile, so that a refusal finds the words it is about. */
  hold: (save: () => Promise<void>) => Promise<void>;
  save: (bet: KnownBet, saved: SavedResult) => void;
  /** Goes on from a bet that somebody else's words stand for. */
  passOver: (id: string) => void;
  undo: () => Promise<void>;
  /** What was typed for a bet and not saved. */
  draftOf: (id: string) => ResultDraft | undefined;
  keepDraft: (id: string, draft: ResultDraft) => void;
  dropDraft: (id: string) => void;
}

/** Bets that are due when the meeting begins, and those that are read after that. */
function useQueue({ lists, kept }: Results, at: number): readonly string[] | null {
  const [queue, setQueue] = useState<readonly string[] | null>(null);
  const { bets, hasMore, isReading, more, trouble } = lists.due;
  const ids = bets?.map(({ row }) => row.id) ?? null;
  // What storage knows can take a bet off the list.
  const isKnown = ids !== null && (kept.trouble !== null || ids.every((id) => kept.asked.has(id)));
  const fresh = isKnown ? ids.filter((id) => !queue?.includes(id)) : [];
  const key = fresh.join(',');
  useEffect(() => {
    if (!isKnown) return;
    setQueue((before) => [...(before ?? []), ...(key === '' ? [] : key.split(','))]);
  }, [isKnown, key]);
  const isShort = queue !== null && at >= queue.length - AHEAD;
  useEffect(() => {
    if (isShort && hasMore && !isReading && !trouble) more();
  }, [isShort, hasMore, isReading, trouble, more]);
  return queue;
}

export function useMeeting(
  results: Results,
  minutes: KeptMinutes,
  onChanged: () => void,
): MeetingState {
  const [at, setAt] = useState(0);
  const [isOver, setOver] = useState(false);
  const [isAgain, setAgain] = useState(false);
  const [all, setAll] = useState<readonly SaidHere[]>(() => minutes.read());
  const [isBack, setBack] = useState(all.length > 0);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [isUndoing, setUndoing] = useState(false);
  const [isHeld, setHeld] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const drafts = useRef(new Map<string, ResultDraft>());
  const listed = useQueue(results, at);
  const { removed } = results;
  const queue = listed && listed.filter((id) => !removed.has(id));
  const known = Object.values(results.lists).flatMap(({ bets }) => bets ?? []);
  const find = (id: string): KnownBet | null => known.find(({ row }) => row.id === id) ?? null;
  const bet = find(queue?.[at] ?? '');
  // A save ends in the words of the moment in which it began; what is listed by then may be more.
  const latest = useRef({ queue, all });
  latest.current = { queue, all };
  const holding = useRef(false);
  const saidAbout = (id: string): SaidHere | null => all.find((said) => said.id === id) ?? null;
  /** Puts what is said of a bet in its place; null takes it out. */
  function keep(id: string, said: SaidHere | null): void {
    const { all } = latest.current;
    const others = all.filter((one) => one.id !== id);
    const next = !said
      ? others
      : others.length < all.length
        ? all.map((one) => (one.id === id ? said : one))
        : [...all, said];
    setAll(next);
    minutes.write(next);
  }

  async function hold(work: () => Promise<void>): Promise<void> {
    if (holding.current) return;
    holding.current = true;
    setHeld(true);
    try {
      await work();
    } finally {
      holding.current = false;
      setHeld(false);
    }
  }

  /** What the reader asks for, once nothing is being saved. */
  const free =
    (act: () => void): (() => void) =>
    () => {
      if (!holding.current) act();
    };

  function goTo(to: number): void {
    const { queue } = latest.current;
    setAgain(false);
    setTrouble(null);
    if (queue && to >= queue.length) setOver(true);
    else setAt(Math.max(0, to));
  }

  const goOnFrom = (id: string): void => goTo((latest.current.queue?.indexOf(id) ?? at) + 1);

  async function undo(): Promise<void> {
    const last = steps.at(-1);
    const found = last && find(last.id);
    if (!last || !found) return;
    setOver(false);
    setAt(Math.max(0, queue?.indexOf(last.id) ?? 0));
    setTrouble(null);
    // Where nothing stood before, nothing can stand again: it is said anew, and the history keeps both.
    if (!last.undo) return setAgain(true);
    setUndoing(true);
    try {
      const back = await sendSaying(last.id, found.view?.rev ?? last.saved.view.rev, last.undo);
      results.take(found, back);
      setSteps(steps.slice(0, -1));
      keep(last.id, last.before);
      onChanged();
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setUndoing(false);
    }
  }

  return {
    queue,
    at,
    bet,
    said: bet && saidAbout(bet.row.id),
    all,
    left: (queue ?? []).filter((id) => !saidAbout(id)).length,
    isBack,
    isOver: isOver || (queue !== null && queue.length > 0 && at >= queue.length),
    canUndo: steps.length > 0,
    isUndoing,
    isHeld,
    trouble,
    isAgain,
    next: free(() => goTo(at + 1)),
    previous: free(() => goTo(at - 1)),
    startOver: free(() => {
      setAll([]);
      minutes.write([]);
      setSteps([]);
      setBack(false);
    }),
    finish: free(() => setOver(true)),
    resume: () => {
      setOver(false);
      if (queue) setAt(Math.min(at, queue.length - 1));
    },
    again: () => setAgain(true),
    hold,
    save: (from, saved) => {
      drafts.current.delete(from.row.id);
      results.take(from, saved);
      const { id } = from.row;
      const step = { id, saved, undo: undoOf(from.view), before: saidAbout(id) };
      setSteps((before) => [...before, step]);
      keep(id, saidOf(from.row, saved.view));
      onChanged();
      goOnFrom(id);
    },
    passOver: goOnFrom,
    undo: () => hold(undo),
    draftOf: (id) => drafts.current.get(id),
    keepDraft: (id, draft) => drafts.current.set(id, draft),
    dropDraft: (id) => drafts.current.delete(id),
  };
}
