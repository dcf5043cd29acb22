// The acts that were read so far, the newest first, page by page.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActView } from '../../../../../../src/contract/decision-procedures';
import { troubleOf, type Trouble } from '../../../../components/failure';
import { CallError } from '../../../../forge';
import { readActs } from './acts';

interface Read {
  acts: readonly ActView[];
  next: string | null;
}

export interface ReadActs {
  /** Null until the first page was read. */
  read: Read | null;
  trouble: Trouble | null;
  isReading: boolean;
  /** Reads the next page; from the beginning where the place in the list is not known any more. */
  more: () => void;
}

/** `kind` empty for all of them. */
export function useActs(projectId: string, kind: string): ReadActs {
  const [read, setRead] = useState<Read | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isReading, setReading] = useState(false);
  const [isLost, setLost] = useState(false);
  // What was asked for last: an answer to anything earlier is about another kind.
  const asked = useRef<object | null>(null);
  const more = useCallback(
    async (before: Read | null) => {
      const mine = {};
      asked.current = mine;
      setReading(true);
      setTrouble(null);
      try {
        const page = await readActs(projectId, kind === '' ? null : [kind], before?.next ?? null);
        if (asked.current !== mine) return;
        setLost(false);
        setRead({ acts: [...(before?.acts ?? []), ...page.acts], next: page.next });
      } catch (error) {
        if (asked.current !== mine) return;
        setLost(error instanceof CallError && error.code === 'invalid_input');
        setTrouble(troubleOf(error));
      }
      setReading(false);
    },
    [projectId, kind],
  );
  useEffect(() => {
    setRead(null);
    void more(null);
    return () => {
      asked.current = null;
    };
  }, [more]);
  return { read, trouble, isReading, more: () => void more(isLost ? null : read) };
}
