// The rows of the streams' table: those that are shown are counted, once somebody looks at them.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { NO_STREAM, type Stream } from '../../../../../src/domain/filter';
import { below } from '../../../messages/project-below';
import { STREAMS_FIRST } from '../gather/bounds';
import type { Numbers } from '../gather/counts';
import {
  firstStreamRows,
  otherStreamRows,
  streamsBacklogNumbers,
  type StreamBacklogName,
} from '../gather/names';
import { useStreamsBacklog, type Where } from '../use-numbers';
import type { BrokenStream } from '../use-streams';
import { searchOf } from './number-searches';
import type { StreamRow } from './stream-table';
import type { OutcomeModel } from './use-outcome';

export interface StreamRows {
  /** Those that are shown, with *in no stream* as the last; none without streams. */
  rows: readonly StreamRow[];
  /** How many streams there are, where not all of them are shown first. */
  more: number | null;
  all: boolean;
  showAll: (all: boolean) => void;
  /** What the shown rows have open. */
  backlog: Numbers<StreamBacklogName>;
  jql: (name: StreamBacklogName) => string | null;
  retry: (name: StreamBacklogName) => void;
  /** Begins to count. */
  look: () => void;
}

const shownOf = (
  streams: readonly Stream[],
  broken: readonly BrokenStream[],
  all: boolean,
): StreamRow[] => {
  const without = broken.map(({ id, name, why }) => ({ id, name, broken: why }));
  if (streams.length === 0) return without;
  const named = all ? streams : streams.slice(0, STREAMS_FIRST);
  return [
    ...named.map(({ id, name }) => ({ id, name })),
    ...without,
    { id: NO_STREAM, name: below.streams.none },
  ];
};

export function useStreamRows(
  where: Where,
  {
    question,
    streams,
    brokenStreams,
    ask,
  }: Pick<OutcomeModel, 'question' | 'streams' | 'brokenStreams' | 'ask'>,
): StreamRows {
  const { filter } = question;
  const [looked, setLooked] = useState(false);
  const [all, showAll] = useState(false);
  const look = useCallback(() => setLooked(true), []);
  const isLooked = looked && streams.length > 0;
  const asksOthers = isLooked && all;
  useEffect(() => {
    if (isLooked) ask('streams');
    if (asksOthers) ask('otherStreams');
  }, [ask, question, isLooked, asksOthers]);
  const first = useStreamsBacklog(where, { filter, streams, rows: firstStreamRows }, isLooked);
  const others = useStreamsBacklog(where, { filter, streams, rows: otherStreamRows }, asksOthers);
  const jql = useMemo(() => {
    const { projectId, zone, frame } = where;
    const numbers = streamsBacklogNumbers({ frame, filter, streams });
    return searchOf(numbers, { projectId, zone, frame });
  }, [where, filter, streams]);
  const backlog = useMemo(
    () => ({ ...others.numbers, ...first.numbers }),
    [others.numbers, first.numbers],
  );
  return {
    rows: useMemo(() => shownOf(streams, brokenStreams, all), [streams, brokenStreams, all]),
    more: streams.length > STREAMS_FIRST ? streams.length : null,
    all,
    showAll,
    backlog,
    jql,
    retry: (name) => (name in first.numbers ? first : others).retry(name),
    look,
  };
}
