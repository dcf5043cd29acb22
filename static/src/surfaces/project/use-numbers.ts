// Runs the gathering of numbers for as long as its view is shown.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Frame } from '../../../../src/domain/band';
import type { Days } from './address';
import { backlogSums } from './gather/backlog-counts';
import { LISTED_LIMIT } from './gather/bounds';
import { createCounts, type Counts, type Numbers, type Sum } from './gather/counts';
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

/**
 * Counts a set of numbers, once it is wanted (null until then); another set drops the one before.
 * `searches` has to stay the same object for as long as the same is asked.
 */
export function useCounts<N extends string>(
  openCalls: Where['openCalls'],
  searches: Record<N, Sum> | null,
): { numbers: Numbers<N>; retry: (name: N) => void } {
  const [counted, setCounted] = useState<{ of: unknown; numbers: Numbers<N> } | null>(null);
  const counts = useRef<Counts<N> | null>(null);
  useEffect(() => {
    if (!searches) return;
    let alive = true;
    const calls = openCalls();
    const created = createCounts<N>({
      jira: calls.jira,
      searches,
      aboutAbove: LISTED_LIMIT,
      onChange: (numbers) => {
        if (alive) setCounted({ of: searches, numbers });
      },
    });
    counts.current = created;
    void created.start();
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, searches]);
  const retry = useCallback((name: N) => void counts.current?.retry(name), []);
  return { numbers: counted && counted.of === searches ? counted.numbers : {}, retry };
}

/** The short counts of the open backlog, once they are wanted; the window does not change them. */
export function useBacklog(where: Where, wanted: boolean) {
  const sums = useMemo(() => (wanted ? backlogSums(where) : null), [where, wanted]);
  return useCounts<BacklogName>(where.openCalls, sums);
}
