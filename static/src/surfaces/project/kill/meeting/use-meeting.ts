// The way through a meeting: which candidates, and where it stands.
import { useState } from 'react';
import type { Candidate } from '../../gather/kill-list';
import { inGroups } from '../agenda';
import type { KillModel } from '../use-kill';

export interface MeetingState {
  /** Null until the list was read. The agenda as it was then: what is decided keeps its place. */
  queue: readonly Candidate[] | null;
  at: number;
  candidate: Candidate | null;
  /** Of the queue, what is decided or fixed by now. */
  done: number;
  isOver: boolean;
  next: () => void;
  previous: () => void;
  finish: () => void;
  resume: () => void;
  /** Takes the last decision back and shows its candidate. */
  undo: () => void;
}

export function useMeeting(model: KillModel): MeetingState {
  const { isWhole, parts } = model;
  const [queue, setQueue] = useState<readonly Candidate[] | null>(null);
  const [at, setAt] = useState(0);
  const [isOver, setOver] = useState(false);
  if (queue === null && isWhole) {
    const begin = inGroups(parts.meeting);
    setQueue(begin);
    const first = begin.findIndex(({ id }) => model.entryOf(id) === undefined);
    // Everything was decided before: there is nothing to go through.
    setAt(Math.max(0, first));
    setOver(begin.length > 0 && first === -1);
  }
  const count = queue?.length ?? 0;
  const fixed = new Set(parts.fixed.map(({ id }) => id));
  const isDone = ({ id }: Candidate): boolean => model.entryOf(id) !== undefined || fixed.has(id);
  const goTo = (to: number): void => {
    model.leave();
    if (to >= count) setOver(true);
    else {
      setOver(false);
      setAt(Math.max(0, to));
    }
  };
  return {
    queue,
    at,
    candidate: queue?.[at] ?? null,
    done: (queue ?? []).filter(isDone).length,
    isOver,
    next: () => goTo(at + 1),
    previous: () => goTo(at - 1),
    finish: () => goTo(count),
    resume: () => goTo(Math.min(at, count - 1)),
    undo: () => {
      const back = model.undoLast();
      const place = (queue ?? []).findIndex(({ id }) => id === back);
      if (place !== -1) goTo(place);
    },
  };
}
