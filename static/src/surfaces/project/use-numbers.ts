// Runs the gathering of numbers for as long as its view is shown.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Frame } from '../../../../src/domain/band';
import type { Days } from './address';
import { createBacklogCounts } from './gather/backlog-counts';
import type { Counts, Numbers } from './gather/counts';
import type { Calls } from './gather/jira-call';
import type { BacklogName, WindowName } from './gather/names';
import { createReport, type RunningReport, type WindowReport } from './gather/window-report';

export interface Where {
  /** Gives calls that can be dropped when the view is left. */
  openCalls: () => Calls;
  projectId: string;
  zone: string;
  frame: Frame;
}

const EMPTY: WindowReport = { mode: null, numbers: {}, reading: null };

/** The numbers of a window, once they are wanted. A new window drops what the old one still waits for. */
export function useReport(where: Where, { from, to }: Days, wanted: boolean) {
  const { openCalls, projectId, zone, frame } = where;
  const [report, setReport] = useState<WindowReport>(EMPTY);
  const running = useRef<RunningReport | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let alive = true;
    const calls = openCalls();
    const created = createReport({
      jira: calls.jira,
      projectId,
      zone,
      frame,
      days: { from, to },
      onChange: (next) => {
        if (alive) setReport(next);
      },
    });
    running.current = created;
    void created.start();
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, projectId, zone, frame, from, to, wanted]);
  const retry = useCallback((name: WindowName) => void running.current?.retry(name), []);
  return { report, retry };
}

/** The counts of the open backlog, once they are wanted; the window does not change them. */
export function useBacklog(where: Where, wanted: boolean) {
  const { openCalls, projectId, zone, frame } = where;
  const [numbers, setNumbers] = useState<Numbers<BacklogName>>({});
  const counts = useRef<Counts<BacklogName> | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let alive = true;
    const calls = openCalls();
    const created = createBacklogCounts({
      jira: calls.jira,
      projectId,
      zone,
      frame,
      onChange: (next) => {
        if (alive) setNumbers(next);
      },
    });
    counts.current = created;
    void created.start();
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, projectId, zone, frame, wanted]);
  const retry = useCallback((name: BacklogName) => void counts.current?.retry(name), []);
  return { numbers, retry };
}
