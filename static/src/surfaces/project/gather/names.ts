// The numbers of the page by name, each with what is counted. One name is one number, one search and
// one thing to try again.
import type { Frame, Window } from '../../../../../src/domain/band';
import { ownBetNumbers, type BetState } from '../../../../../src/domain/bets';
import type { Counted } from '../../../../../src/domain/bet-sum';
import type { Day } from '../../../../../src/domain/days';
import {
  filterCounted,
  streamClause,
  type Filter,
  type Stream,
} from '../../../../../src/domain/filter';
import {
  periodNumbers,
  windowNumbers,
  type BacklogNumber,
  type PeriodNumber,
  type WindowNumber,
} from '../../../../../src/domain/number';
import { periodsOf, type DaySpan } from '../../../../../src/domain/periods';
import {
  streamBacklogNumbers,
  streamOutputNumbers,
  streamRows,
  type StreamBacklog,
  type StreamOutput,
} from '../../../../../src/domain/streams';
import { STREAMS_FIRST } from './bounds';
import { windowOf } from './month-chains';

export type BacklogName = BacklogNumber;
export type PeriodName = `period.${Day}.${PeriodNumber}`;
export type StreamName = `stream.${string}.${StreamOutput}`;
export type BetName = `bets.${BetState}`;
export type WindowName = WindowNumber | PeriodName | StreamName | BetName;
export type StreamBacklogName = `stream.${string}.${StreamBacklog}`;

/** A period by its first day. */
export const periodName = (from: Day, number: PeriodNumber): PeriodName =>
  `period.${from}.${number}`;
/** A row of the streams' table: a stream's id, or `none`. */
export const streamName = (row: string, number: StreamOutput): StreamName =>
  `stream.${row}.${number}`;
export const streamBacklogName = (row: string, number: StreamBacklog): StreamBacklogName =>
  `stream.${row}.${number}`;
export const betName = (state: BetState): BetName => `bets.${state}`;

/** What a view of finished work asks. */
export interface Question {
  frame: Frame;
  /** The viewer's zone, in which Jira reads moments and the window's days begin. */
  zone: string;
  days: DaySpan;
  filter: Filter;
  streams: readonly Stream[];
  /** The project's day: what is overdue. */
  today: Day;
}

export const windowFor = ({ days, zone }: Pick<Question, 'days' | 'zone'>): Window =>
  windowOf(days, zone);

const within = ({ frame, filter, streams }: Question): Counted =>
  filterCounted(frame, filter, streams);

const renamed = <N extends string, M extends string>(
  numbers: Record<N, Counted>,
  rename: (name: N) => M,
): [M, Counted][] =>
  Object.entries<Counted>(numbers).map(([name, counted]) => [rename(name as N), counted]);

/** The numbers of the window itself. */
export const headlineNumbers = (question: Question): Record<WindowNumber, Counted> =>
  windowNumbers(question.frame, windowFor(question), within(question));

/** The bands of every period, with output and aimed. */
export function periodsNumbers(question: Question): Record<PeriodName, Counted> {
  const { frame, zone, days } = question;
  const filter = within(question);
  return Object.fromEntries(
    periodsOf(days).flatMap((period) =>
      renamed(periodNumbers(frame, windowOf(period, zone), filter), (name) =>
        periodName(period.from, name),
      ),
    ),
  );
}

/** The rows of the streams' table that are shown first, with *in no stream*. */
export const firstStreamRows = (streams: readonly Stream[]): string[] =>
  streamRows(streams.slice(0, STREAMS_FIRST));
/** The rows that are shown once all are asked for. */
export const otherStreamRows = (streams: readonly Stream[]): string[] =>
  streams.slice(STREAMS_FIRST).map(({ id }) => id);

/** What rows of the streams' table shipped; all of them unless some are named. */
export function streamsNumbers(
  question: Question,
  rows: readonly string[] = streamRows(question.streams),
): Record<StreamName, Counted> {
  const { frame, streams } = question;
  const filter = within(question);
  return Object.fromEntries(
    rows.flatMap((row) =>
      renamed(
        streamOutputNumbers(frame, windowFor(question), streamClause(row, streams), filter),
        (name) => streamName(row, name),
      ),
    ),
  );
}

/** What rows of the streams' table have open; all of them unless some are named. */
export function streamsBacklogNumbers(
  question: Pick<Question, 'frame' | 'filter' | 'streams'>,
  rows: readonly string[] = streamRows(question.streams),
): Record<StreamBacklogName, Counted> {
  const { frame, filter, streams } = question;
  const narrowed = filterCounted(frame, filter, streams);
  return Object.fromEntries(
    rows.flatMap((row) =>
      renamed(streamBacklogNumbers(frame, streamClause(row, streams), narrowed), (name) =>
        streamBacklogName(row, name),
      ),
    ),
  );
}

/** Bets whose sentence a finished item carries itself; those of parents are found one by one. */
export function ownBets(question: Question): Record<BetName, Counted> {
  const { frame, today } = question;
  const own = ownBetNumbers(frame, windowFor(question), within(question), today);
  return Object.fromEntries(renamed(own, betName)) as Record<BetName, Counted>;
}
