// The numbers that are shown as rows of a table.
import { BANDS } from '../../../../../src/domain/band';
import { BET_STATES } from '../../../../../src/domain/bets';
import type { Goal } from '../../../../../src/domain/goal';
import type { PeriodNumber, WindowNumber } from '../../../../../src/domain/number';
import { periodsOf } from '../../../../../src/domain/periods';
import type { StreamOutput } from '../../../../../src/domain/streams';
import type { Cell } from '../../../csv';
import { below } from '../../../messages/project-below';
import { files } from '../../../messages/project-files';
import { project } from '../../../messages/project';
import type { Days } from '../address';
import type { Numbers } from '../gather/counts';
import { betName, periodName, streamName, type WindowName } from '../gather/names';
import { isKnown, type NumberState } from '../gather/number-state';

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
  numbers: Numbers<WindowName>;
  goals: readonly Goal[];
  streams: readonly { id: string; name: string }[];
}

/** One row a number; what is not counted says so instead of a value. */
export function numberRows({ days, numbers, goals, streams }: Shown): Cell[][] {
  const row = (
    group: string,
    name: string,
    state: NumberState | undefined,
    { from, to }: Days = days,
  ): Cell[] => [
    group,
    name,
    from,
    to,
    isKnown(state) ? state.value : text.notCounted,
    isKnown(state) && state.about ? text.yes : text.no,
  ];
  return [
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
    ...streams.flatMap(({ id, name }) =>
      OF_STREAM.map((number) =>
        row(name, below.streams.column[number], numbers[streamName(id, number)]),
      ),
    ),
  ];
}
