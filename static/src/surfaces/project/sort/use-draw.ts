// A draw as state: it is read when it is wanted, grows, and can be read again after a failure.
import { useCallback, useEffect, useState } from 'react';
import { troubleOf, type Trouble } from '../../../components/failure';
import type { Where } from '../use-numbers';
import { readDraw, type Draw, type DrawOf } from './draw-source';
import type { SortPlace } from './sort-search';

export interface DrawState {
  /** Null while the first one is being read. A larger one is read behind it. */
  draw: Draw | null;
  trouble: Trouble | null;
  /** Whether it is being read, also when a smaller one is shown. */
  reading: boolean;
  retry: () => void;
}

/** Reads a draw of that size, once it is wanted. `place` and `of` have to stay the same objects. */
export function useDraw(
  { openCalls }: Pick<Where, 'openCalls'>,
  place: SortPlace,
  of: DrawOf,
  { size, wanted = true }: { size: number; wanted?: boolean },
): DrawState {
  const [read, setRead] = useState<{ of: DrawOf; size: number; draw: Draw } | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [round, setRound] = useState(0);
  const shown = read?.of === of ? read : null;
  const complete = shown !== null && shown.size >= size;
  useEffect(() => {
    if (!wanted || complete) return;
    const calls = openCalls();
    let alive = true;
    setTrouble(null);
    readDraw(calls.jira, place, of, size).then(
      (draw) => alive && setRead({ of, size, draw }),
      (error: unknown) => alive && setTrouble(troubleOf(error)),
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, place, of, size, wanted, complete, round]);
  const retry = useCallback(() => setRound((before) => before + 1), []);
  return {
    draw: shown?.draw ?? null,
    trouble,
    reading: wanted && !complete && trouble === null,
    retry,
  };
}
