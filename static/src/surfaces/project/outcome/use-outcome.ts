// What the tab asks of its window, and the answers as they come. It lives as long as the page, so that
// changing tabs counts nothing again.
import { useMemo, useState } from 'react';
import type { OpenProject } from '../../../../../src/contract/procedures';
import type { BetState } from '../../../../../src/domain/bets';
import { NO_STREAM, type Filter, type Stream } from '../../../../../src/domain/filter';
import type { Named } from '../../../../../src/domain/rules';
import { isPlain, knownNarrowing, type Address } from '../address';
import type { FirstFinished } from '../gather/opening';
import type { Question } from '../gather/names';
import { hasBegun } from '../gather/number-state';
import type { BrokenStream, StreamList } from '../use-streams';
import { useReport, type Where } from '../use-numbers';
import { windowSearch } from './number-searches';

const NO_STREAMS: readonly Stream[] = [];
const NO_BROKEN: readonly BrokenStream[] = [];

interface Options {
  project: Pick<OpenProject, 'goals' | 'today'>;
  address: Address;
  types: readonly Named[];
  /** Null while they are read. */
  streams: StreamList | null;
  /** What was finished in the window of the first question, known before it is asked. */
  firstFinished: FirstFinished | null;
  wanted: boolean;
}

/** The numbers start once the streams are known: each is a row, and one may be the filter. */
export function useOutcome(where: Where, options: Options) {
  const { project, address, types, streams: list, firstFinished, wanted } = options;
  const { from, to, weight } = address;
  const streams = list?.streams ?? NO_STREAMS;
  const { goals } = project;
  const { narrowing, unused } = useMemo(
    () =>
      knownNarrowing(address.narrowing, {
        goal: goals.map(({ id }) => id),
        type: types.map(({ id }) => id),
        // What is in none of saved conditions has no search of its own, so that nothing is narrowed to it.
        stream:
          list === null
            ? null
            : [...list.streams.map(({ id }) => id), ...(list.saved ? [] : [NO_STREAM])],
      }),
    [address.narrowing, goals, types, list],
  );
  const { goal, stream, type, label } = narrowing;
  const filter = useMemo<Filter>(
    () => ({ goalId: goal, stream, typeId: type, label }),
    [goal, stream, type, label],
  );
  const { today } = project;
  const { frame, zone, projectId } = where;
  const question = useMemo<Question>(
    () => ({ frame, zone, days: { from, to }, filter, streams, today }),
    [frame, zone, from, to, filter, streams, today],
  );
  const asked = { from, to, filter, streams, today, weight };
  const { report, retry, ask } = useReport(where, asked, wanted && list !== null);
  // For good: what has come to stand beside the numbers stays when another window is counted.
  const [begun, setBegun] = useState(false);
  if (!begun && hasBegun(report.numbers.output)) setBegun(true);
  // Until the first report has counted it again.
  const isFirst =
    !begun && firstFinished?.from === from && firstFinished.to === to && isPlain(address);
  const search = useMemo(() => windowSearch(question, projectId), [question, projectId]);
  return {
    question,
    asked,
    report,
    /** Whether the first number has been there: nothing else is fetched or counted before it. */
    begun,
    /** What was finished, undelivered items too; null until it is counted. */
    finished: report.finished ?? (isFirst ? firstFinished.value : null),
    retry,
    ask,
    narrowing,
    unused: useMemo(() => [...address.unused, ...unused], [address.unused, unused]),
    streams,
    /** Saved ones that Jira does not take any more. */
    brokenStreams: list?.broken ?? NO_BROKEN,
    /** The project says itself which items belong to a stream. */
    savedStreams: list?.saved === true,
    /** Whether the streams are still read, or could not be. */
    streamsAre: list === null ? 'loading' : list.failed ? 'failed' : 'known',
    searchOf: search.of,
    /** The list behind bets of these states, for their numbers as they are known. */
    betsSearch: (states: readonly BetState[]) => search.bets(states, report.numbers),
  } as const;
}

export type OutcomeModel = ReturnType<typeof useOutcome>;
