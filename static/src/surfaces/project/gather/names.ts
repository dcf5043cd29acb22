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

/** What each row of the streams' table shipped. */
export function streamsNumbers(question: Question): Record<StreamName, Counted> {
  const { frame, streams } = question;
  const filter = within(question);
  return Object.fromEntries(
    streamRows(streams).flatMap((row) =>
      renamed(
        streamOutputNumbers(frame, windowFor(question), streamClause(row, streams), filter),
        (name) => streamName(row, name),
      ),
    ),
  );
}

/** What each row of the streams' table has open. */
export function streamsBacklogNumbers(
  question: Pick<Question, 'frame' | 'filter' | 'streams'>,
): Record<StreamBacklogName, Counted> {
  const { frame, filter, streams } = question;
  const narrowed = filterCounted(frame, filter, streams);
  return Object.fromEntries(
    streamRows(streams).flatMap((row) =>
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
