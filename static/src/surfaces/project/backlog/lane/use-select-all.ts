// Reads the whole list, so that all of it can be chosen, up to a bound and with a way to stop.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Calls } from '../../gather/jira-call';
import type { Where } from '../../use-numbers';
import type { LaneItem } from './lane-item';
import { MOST_CHOSEN, readLanePage, type LanePage, type LanePlace } from './lane-search';

export interface Ended {
  how: 'whole' | 'more' | 'failed';
  /** Items whose answer can't be read here; they are left out. */
  locked: number;
}

export interface ReadAll {
  /** Items read until now; null when nothing is being read. */
  reading: number | null;
  /** How the last reading ended; null before, and when it was stopped. */
  ended: Ended | null;
  start: () => void;
  stop: () => void;
  /** Forgets how the last one ended. */
  clear: () => void;
}

/** `onItems` gets the items page by page. */
export function useSelectAll(
  { openCalls }: Where,
  place: LanePlace,
  onItems: (items: readonly LaneItem[]) => void,
): ReadAll {
  const [reading, setReading] = useState<number | null>(null);
  const [ended, setEnded] = useState<ReadAll['ended']>(null);
  const running = useRef<Calls | null>(null);
  const stop = useCallback(() => {
    running.current?.leave();
    running.current = null;
    setReading(null);
  }, []);
  const start = useCallback(() => {
    if (running.current) return;
    const calls = openCalls();
    running.current = calls;
    const alive = (): boolean => running.current === calls;
    let locked = 0;
    const readOn = async (): Promise<Ended['how']> => {
      let page: LanePage | null = null;
      let done = 0;
      do {
        page = await readLanePage(calls.jira, place, {
          token: page?.next,
          order: page?.order,
          big: true,
        });
        if (!alive()) return 'failed';
        const rows = page.rows.slice(0, MOST_CHOSEN - done);
        done += rows.length;
        locked += rows.filter(({ standing }) => standing === 'locked').length;
        onItems(rows);
        setReading(done);
        if (done === MOST_CHOSEN && (page.next !== undefined || page.rows.length > rows.length))
          return 'more';
      } while (page.next !== undefined);
      return 'whole';
    };
    const end = (how: Ended['how']): void => {
      if (!alive()) return;
      running.current = null;
      setReading(null);
      setEnded({ how, locked });
    };
    setReading(0);
    setEnded(null);
    readOn().then(end, () => end('failed'));
  }, [openCalls, place, onItems]);
  useEffect(() => stop, [stop, place]);
  return { reading, ended, start, stop, clear: useCallback(() => setEnded(null), []) };
}
