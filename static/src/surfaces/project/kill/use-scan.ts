// The nightly look as it is now: it can be ordered, and is watched until it has ended.
import { useCallback, useEffect, useState } from 'react';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { troubleOf, type Trouble } from '../../../components/failure';
import { call } from '../../../forge';

/** Between two looks at a scan under way, milliseconds: a function run each, so ever slower. */
const FIRST_LOOK = 3_000;
const LAST_LOOK = 30_000;
const SLOWER = 1.5;

export type ScanView = OpenProject['scan'];

/** When one last ended, whole or not. */
const endOf = ({ lastAt, failed }: ScanView): number | null =>
  failed?.part === 'scan' ? Math.max(failed.at, lastAt ?? 0) : lastAt;

export interface WatchedScan {
  scan: ScanView;
  /** It was ordered here and has not been seen to begin. */
  ordered: boolean;
  /** It was watched to its end. */
  done: boolean;
  trouble: Trouble | null;
  /** Orders one now. */
  order: () => void;
}

/** `onDone` gets the project once a watched scan has ended; it has to stay the same function. */
export function useScan(
  { projectId, scan: opened }: Pick<OpenProject, 'projectId' | 'scan'>,
  onDone: ((project: OpenProject) => void) | undefined,
): WatchedScan {
  const [scan, setScan] = useState<ScanView>(opened);
  const [before, setBefore] = useState(opened);
  // The project was opened anew.
  if (before !== opened) {
    setBefore(opened);
    setScan(opened);
  }
  /** The last end when one was ordered; undefined when none was. */
  const [orderedOver, setOrderedOver] = useState<number | null | undefined>(undefined);
  const [done, setDone] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const waits = orderedOver !== undefined && endOf(scan) === orderedOver;
  const watched = scan.running !== null || waits;
  useEffect(() => {
    if (!watched) return;
    let alive = true;
    let pause = FIRST_LOOK;
    let timer: ReturnType<typeof setTimeout>;
    const look = async (): Promise<void> => {
      const project = await call('project.open', { projectId }).catch(() => null);
      if (!alive) return;
      if (project) {
        setScan(project.scan);
        const ended = project.scan.running === null && endOf(project.scan) !== orderedOver;
        if (ended) {
          setDone(project.scan.failed?.part !== 'scan');
          setOrderedOver(undefined);
          onDone?.(project);
          return;
        }
      }
      pause = Math.min(LAST_LOOK, pause * SLOWER);
      timer = setTimeout(() => void look(), pause);
    };
    timer = setTimeout(() => void look(), pause);
    return () => {
      alive = false;
      clearTimeout(timer);
    };
  }, [watched, projectId, orderedOver, onDone]);
  const order = useCallback(() => {
    setTrouble(null);
    setDone(false);
    call('scan.now', { projectId }).then(
      ({ ordered, nextAt }) => {
        setScan((one) => ({ ...one, byHandFrom: nextAt }));
        if (ordered) setOrderedOver(endOf(scan));
      },
      (error: unknown) => setTrouble(troubleOf(error)),
    );
  }, [projectId, scan]);
  return { scan, ordered: waits && scan.running === null, done, trouble, order };
}
