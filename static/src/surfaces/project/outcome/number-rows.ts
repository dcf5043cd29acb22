// The numbers that are shown as rows of a table.
import { BANDS } from '../../../../../src/domain/band';
import { BET_STATES } from '../../../../../src/domain/bets';
import type { Day } from '../../../../../src/domain/days';
import type { Goal } from '../../../../../src/domain/goal';
import type { PeriodNumber, WindowNumber } from '../../../../../src/domain/number';
import { periodsOf } from '../../../../../src/domain/periods';
import type { StreamBacklog, StreamOutput } from '../../../../../src/domain/streams';
import type { Cell } from '../../../csv';
import { below } from '../../../messages/project-below';
import { fill } from '../../../format';
import { files } from '../../../messages/project-files';
import { project } from '../../../messages/project';
import { outcome } from '../../../messages/project-outcome';
import type { Days } from '../address';
import type { Numbers } from '../gather/counts';
import {
  betName,
  periodName,
  streamBacklogName,
  streamName,
  type StreamBacklogName,
  type WindowName,
} from '../gather/names';
import { isKnown, type NumberState } from '../gather/number-state';
import type { StreamRow } from './stream-table';

const text = files.output;

const HEADLINE: readonly Exclude<WindowNumber, `goal.${string}`>[] = [
  'output',
  'aimed',
  'aimedBefore',
  ...BANDS.map((band) => `band.${band}` as const),
  'undelivered',
  'movedUnaimed',
  'answered',
  'answeredAfterDone',
  'inBets',
  'inMovedBets',
];
const OF_PERIOD: readonly PeriodNumber[] = [
  'output',
  'aimed',
  ...BANDS.map((band) => `band.${band}` as const),
];
const OF_STREAM: readonly StreamOutput[] = ['shipped', 'aimed', 'moved'];
const OPEN_OF_STREAM: readonly StreamBacklog[] = ['open', 'covered', 'old', 'candidates'];

export const NUMBER_COLUMNS: readonly string[] = [
  text.group,
  text.number,
  text.from,
  text.to,
  text.value,
  text.about,
];

interface Shown {
  days: Days;
  /** By the words they are shown with; null where nothing is narrowed. */
  filter: Record<'goal' | 'stream' | 'type' | 'label', string | null>;
  /** What items count. */
  weight: string;
  numbers: Numbers<WindowName>;
  goals: readonly Goal[];
  /** The rows that are shown. */
  streams: readonly StreamRow[];
  /** What those have open on `today`. */
  backlog: Numbers<StreamBacklogName>;
  today: Day;
  /** For how many days an item is open until it counts as old. */
  oldDays: number;
}

/** One row a number; what is not counted says so instead of a value. */
export function numberRows(shown: Shown): Cell[][] {
  const { days, filter, numbers, goals, streams, backlog, today } = shown;
  const row = (
    group: string,
    name: string,
    state: NumberState | undefined,
    { from, to }: { from: Day | null; to: Day } = days,
  ): Cell[] => [
    group,
    name,
    from,
    to,
    isKnown(state) ? state.value : text.notCounted,
    isKnown(state) && state.about ? text.yes : text.no,
  ];
  const asked = (name: string, value: string): Cell[] => [
    text.asked,
    name,
    days.from,
    days.to,
    value,
    text.no,
  ];
  const words = outcome.filter;
  const oldDays = String(shown.oldDays);
  return [
    asked(text.time, fill(text.span, { from: days.from, to: days.to })),
    ...(['goal', 'stream', 'type', 'label'] as const).map((part) =>
      asked(words[part], filter[part] ?? words.all),
    ),
    asked(words.weight, shown.weight),
    ...HEADLINE.map((name) => row(text.whole, project.what[name], numbers[name])),
    ...goals.map(({ id, achieve }) => row(achieve, project.what.goal, numbers[`goal.${id}`])),
    ...BET_STATES.map((state) =>
      row(below.bets.title, below.bets.state[state], numbers[betName(state)]),
    ),
    ...periodsOf(days).flatMap((period) =>
      OF_PERIOD.map((name) =>
        row(below.months.title, project.what[name], numbers[periodName(period.from, name)], period),
      ),
    ),
    ...streams.flatMap(({ id, name }) => [
      ...OF_STREAM.map((number) =>
        row(name, below.streams.column[number], numbers[streamName(id, number)]),
      ),
      ...OPEN_OF_STREAM.map((number) =>
        row(
          name,
          fill(below.streams.column[number], { days: oldDays }),
          backlog[streamBacklogName(id, number)],
          { from: null, to: today },
        ),
      ),
    ]),
  ];
}
