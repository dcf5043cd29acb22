// The numbers of listed items. Each item is looked at once, when its page arrives.
import { lookAt, wasFinished, type Look } from '../../../../../src/domain/band';
import {
  addToBets,
  BET_STATES,
  betSums,
  type BetsById,
  type BetState,
} from '../../../../../src/domain/bets';
import { fitsFilter } from '../../../../../src/domain/filter';
import { addTo, emptyOutput, type Output } from '../../../../../src/domain/output';
import { periodsOf } from '../../../../../src/domain/periods';
import {
  rowsOf,
  streamOutputOf,
  streamRows,
  type StreamOutput,
} from '../../../../../src/domain/streams';
import type { Numbers } from './counts';
import type { EffortUnit } from './effort';
import type { ListedItem } from './listed-item';
import { windowOf } from './month-chains';
import {
  betName,
  periodName,
  streamName,
  windowFor,
  type Question,
  type WindowName,
} from './names';
import type { NumberState } from './number-state';

/** What items count: one each, or their estimate. */
export type Weight = 'count' | 'estimate';

/** Which estimates were found. */
export interface Effort {
  /** Points where any item has points, else hours; null when no item has any: all count as one. */
  unit: EffortUnit | null;
  /** Delivered items without an estimate: they weigh nothing. */
  without: number;
}

export interface Tally {
  add: (item: ListedItem) => void;
  numbers: (stateOf: (value: number) => NumberState) => Numbers<WindowName>;
  /** Null where items are not weighed. */
  effort: () => Effort | null;
}

type Measure = 'count' | EffortUnit;

interface Sums {
  total: Output;
  periods: Output[];
  rows: Map<string, Record<StreamOutput, number>>;
}

const BASE = [
  'output',
  'undelivered',
  'aimed',
  'aimedBefore',
  'answered',
  'answeredAfterDone',
  'movedUnaimed',
  'inBets',
  'inMovedBets',
] as const satisfies readonly (keyof Output)[];

const parentsOf = (bets: BetsById, state: BetState): string[] =>
  [...bets].flatMap(([id, bet]) => (bet.isParent && bet.state === state ? [id] : []));

const withParents = (state: NumberState, parents: readonly string[]): NumberState =>
  state.kind === 'known' && parents.length > 0 ? { ...state, parents } : state;

/** Folds items into all numbers of a question. `now` (milliseconds) is what streams may ask ages by. */
export function createTally(question: Question, weight: Weight, now: number): Tally {
  const { frame, streams, filter, today, days, zone } = question;
  const window = windowFor(question);
  const periods = periodsOf(days).map(({ from, ...rest }) => ({
    from,
    window: windowOf({ from, ...rest }, zone),
  }));
  const rows = streamRows(streams);
  const emptySums = (): Sums => ({
    total: emptyOutput(frame),
    periods: periods.map(() => emptyOutput(frame)),
    rows: new Map(rows.map((row) => [row, { shipped: 0, aimed: 0, moved: 0 }])),
  });
  const sums: Partial<Record<Measure, Sums>> & { count: Sums } = {
    count: emptySums(),
    ...(weight === 'estimate' && { points: emptySums(), hours: emptySums() }),
  };
  const bets: BetsById = new Map();
  const estimated: Record<EffortUnit, number> = { points: 0, hours: 0 };

  const addIn = (look: Look, rowsOfItem: readonly string[], into: Sums, weighs: number): void => {
    const at = look.item.categoryChanged;
    addTo(into.total, look, weighs);
    const period = into.periods[periods.findIndex((one) => at < one.window.to)];
    if (period) addTo(period, look, weighs);
    if (!look.delivered) return;
    const counts = streamOutputOf(look);
    for (const row of rowsOfItem) {
      const sum = into.rows.get(row);
      if (!sum) continue;
      for (const name of Object.keys(counts) as StreamOutput[])
        if (counts[name]) sum[name] += weighs;
    }
  };
  const effort = (): Effort | null => {
    if (weight === 'count') return null;
    const unit = estimated.points > 0 ? 'points' : estimated.hours > 0 ? 'hours' : null;
    return { unit, without: sums.count.total.output - (unit ? estimated[unit] : 0) };
  };

  return {
    effort,
    add: ({ facts, estimate }) => {
      if (!wasFinished(facts, window) || !fitsFilter(facts, frame, { filter, streams, now }))
        return;
      const look = lookAt(facts, frame);
      const itsRows = rowsOf(facts, streams, now);
      addIn(look, itsRows, sums.count, 1);
      addToBets(bets, look, today);
      for (const unit of ['points', 'hours'] as const) {
        const value = estimate[unit];
        const into = sums[unit];
        if (value === null || !into) continue;
        addIn(look, itsRows, into, value);
        if (look.delivered) estimated[unit] += 1;
      }
    },
    numbers: (stateOf) => {
      const unit = effort()?.unit ?? 'count';
      const { total, periods: parts, rows: byRow } = sums[unit] ?? sums.count;
      const numbers: Numbers<WindowName> = {};
      for (const name of BASE) numbers[name] = stateOf(total[name]);
      for (const [band, n] of Object.entries(total.bands))
        numbers[`band.${band as keyof Output['bands']}`] = stateOf(n);
      for (const [id, n] of Object.entries(total.goals)) numbers[`goal.${id}`] = stateOf(n);
      for (const [index, { from }] of periods.entries()) {
        const part = parts[index];
        if (!part) continue;
        numbers[periodName(from, 'output')] = stateOf(part.output);
        numbers[periodName(from, 'aimed')] = stateOf(part.aimed);
        for (const [band, n] of Object.entries(part.bands))
          numbers[periodName(from, `band.${band as keyof Output['bands']}`)] = stateOf(n);
      }
      for (const [row, sum] of byRow)
        for (const name of Object.keys(sum) as StreamOutput[])
          numbers[streamName(row, name)] = stateOf(sum[name]);
      const found = betSums(bets);
      for (const state of BET_STATES)
        numbers[betName(state)] = withParents(stateOf(found[state]), parentsOf(bets, state));
      return numbers;
    },
  };
}
