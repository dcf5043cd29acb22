// Runs the gathering of numbers for as long as its view is shown.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Frame } from '../../../../src/domain/band';
import type { Day } from '../../../../src/domain/days';
import type { Filter, Stream } from '../../../../src/domain/filter';
import type { DaySpan } from '../../../../src/domain/periods';
import { backlogSums, printSums } from './gather/backlog-counts';
import { LISTED_LIMIT } from './gather/bounds';
import { createCounts, type Counts, type Numbers, type Sum } from './gather/counts';
import type { Calls } from './gather/jira-call';
import {
  streamsBacklogNumbers,
  type BacklogName,
  type StreamBacklogName,
  type WindowName,
} from './gather/names';
import type { Weight } from './gather/tally';
import type { Part } from './gather/window-counts';
import {
  createReport,
  EMPTY_REPORT,
  type RunningReport,
  type WindowReport,
} from './gather/window-report';

export interface Where {
  /** Gives calls that can be dropped when the view is left. */
  openCalls: () => Calls;
  projectId: string;
  zone: string;
  frame: Frame;
}

/**
 * What a view asks of a window. `filter` and `streams` have to stay the same objects for as long as
 * the same is asked.
 */
export interface Asked extends DaySpan {
  filter?: Filter;
  streams?: readonly Stream[];
  /** The project's day. */
  today?: Day;
  weight?: Weight;
}

const NO_FILTER: Filter = {};
const NO_STREAMS: readonly Stream[] = [];

/** The numbers of a window, once they are wanted. A new window drops what the old one still waits for. */
export function useReport(where: Where, asked: Asked, wanted: boolean) {
  const { openCalls, projectId, zone, frame } = where;
  const { from, to, filter = NO_FILTER, streams = NO_STREAMS, today, weight } = asked;
  // A new object for every question, and none for nobody: an answer is shown for its own alone.
  const question = useMemo(
    () =>
      wanted
        ? {
            projectId,
            zone,
            frame,
            days: { from, to },
            filter,
            streams,
            ...(today !== undefined && { today }),
            ...(weight !== undefined && { weight }),
          }
        : null,
    [projectId, zone, frame, from, to, filter, streams, today, weight, wanted],
  );
  const [found, setFound] = useState<{ of: unknown; report: WindowReport } | null>(null);
  const running = useRef<RunningReport | null>(null);
  // Asked before the placeholders are painted: the first number waits for nothing else.
  useLayoutEffect(() => {
    if (!question) return;
    let alive = true;
    const calls = openCalls();
    const created = createReport({
      ...question,
      jira: calls.jira,
      onChange: (report) => {
        if (alive) setFound({ of: question, report });
      },
    });
    running.current = created;
    void created.start();
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, question]);
  const retry = useCallback((name: WindowName) => void running.current?.retry(name), []);
  const ask = useCallback((part: Part) => void running.current?.ask(part), []);
  const report = question && found?.of === question ? found.report : EMPTY_REPORT;
  return { report, retry, ask };
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
export function useBacklog(where: Where, today: Day, wanted: boolean) {
  const sums = useMemo(() => (wanted ? backlogSums(where, today) : null), [where, today, wanted]);
  return useCounts<BacklogName>(where.openCalls, sums);
}

/** What rows of the streams' table have open, once it is wanted. `rows` has to stay the same function. */
export function useStreamsBacklog(
  where: Where,
  {
    filter,
    streams,
    rows,
  }: {
    filter: Filter;
    streams: readonly Stream[];
    rows: (streams: readonly Stream[]) => readonly string[];
  },
  wanted: boolean,
) {
  const sums = useMemo(
    () =>
      wanted
        ? printSums(
            streamsBacklogNumbers({ frame: where.frame, filter, streams }, rows(streams)),
            where,
          )
        : null,
    [where, filter, streams, rows, wanted],
  );
  return useCounts<StreamBacklogName>(where.openCalls, sums);
}
