// The one piece of work that runs on this page: it can be stopped, it says when Jira asks to wait, and
// whoever closes the page while it runs is asked first.
import { useEffect, useRef, useState } from 'react';
import { troubleOf, type Trouble } from '../../../components/failure';
import { StoppedError, type Watcher } from './means';

export type WorkName = 'export' | 'check' | 'import' | 'rebuild' | 'erase';

export interface Work {
  /** What runs; null while nothing does. */
  running: WorkName | null;
  pausedUntil: number | null;
  /** What did not come to its end, and why; null as the reason when somebody stopped it. */
  ended: { name: WorkName; trouble: Trouble | null } | null;
  run: (name: WorkName, task: (watcher: Watcher) => Promise<void>) => Promise<void>;
  stop: () => void;
}

/** Asks whoever leaves while it is busy. */
function useLeaving(isBusy: boolean): void {
  useEffect(() => {
    if (!isBusy) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBusy]);
}

export function useWork(): Work {
  const [running, setRunning] = useState<WorkName | null>(null);
  const [pausedUntil, setPaused] = useState<number | null>(null);
  const [ended, setEnded] = useState<Work['ended']>(null);
  const stopped = useRef(false);
  useLeaving(running !== null);
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );

  async function run(name: WorkName, task: (watcher: Watcher) => Promise<void>): Promise<void> {
    if (running !== null) return;
    stopped.current = false;
    setEnded(null);
    setRunning(name);
    try {
      await task({ onPause: setPaused, isStopped: () => stopped.current });
    } catch (error) {
      const isStopped = error instanceof StoppedError;
      setEnded({ name, trouble: isStopped ? null : troubleOf(error) });
    } finally {
      setPaused(null);
      setRunning(null);
    }
  }

  return {
    running,
    pausedUntil,
    ended,
    run,
    stop: () => {
      stopped.current = true;
    },
  };
}
