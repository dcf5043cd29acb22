// The record of a project's decisions as rows: what rests, what was decided, what was taken back.
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import type { EffortUnit } from '../../gather/effort';
import { startOfDay, type Day } from '../../../../../../src/domain/days';
import {
  allOf,
  decisionNumbers,
  isReversal,
  type Decided,
  type DecisionKind,
  type DecisionNumbers,
  type Ended,
} from '../../../../../../src/domain/decision';
import { firstDayOfQuarter, quarterBefore, quarterOf } from '../../../../../../src/domain/quarter';

export type LogKind = 'parked' | 'decided' | 'reversed';

export interface LogRow {
  /** Stands for the decision itself: an item can have several. */
  id: string;
  itemId: string;
  decided: Decided;
  ended: Ended | null;
  /** What is kept of the item, where this decision stands and can be taken back. */
  standing: DecisionView | null;
}

function rowsOf(view: DecisionView): LogRow[] {
  const { itemId, now } = view;
  return allOf(view).map(({ decided, ended }) => ({
    id: `${itemId} ${decided.at}`,
    itemId,
    decided,
    ended,
    standing: now !== null && decided === now ? view : null,
  }));
}

const newest = (a: LogRow, b: LogRow): number => b.decided.at - a.decided.at;
const wakes = ({ decided }: LogRow): string => decided.until ?? '';

/** The rows of one part of the record, in its order. */
export function logRows(views: readonly DecisionView[], kind: LogKind): LogRow[] {
  const all = views.flatMap(rowsOf);
  switch (kind) {
    case 'parked':
      return all
        .filter(({ standing, decided }) => standing !== null && decided.kind !== 'kill')
        .sort((a, b) => wakes(a).localeCompare(wakes(b)) || newest(a, b));
    case 'decided':
      return all.sort(newest);
    case 'reversed':
      return all.filter(isReversal).sort((a, b) => (b.ended?.at ?? 0) - (a.ended?.at ?? 0));
  }
}

export interface LogFilter {
  kind: DecisionKind | '';
  /** Account; empty for everybody. */
  person: string;
}

export const fits = ({ decided }: LogRow, { kind, person }: LogFilter): boolean =>
  (kind === '' || decided.kind === kind) && (person === '' || decided.by === person);

/** The numbers of the quarter that `today` is in, and of the one before, by the project's days. */
export function quarterNumbers(
  views: readonly DecisionView[],
  today: Day,
  zone: string,
): { now: DecisionNumbers; before: DecisionNumbers } {
  const quarter = quarterOf(today);
  const from = startOfDay(firstDayOfQuarter(quarter), zone);
  const earlier = startOfDay(firstDayOfQuarter(quarterBefore(quarter)), zone);
  return {
    now: decisionNumbers(views, { from, to: Infinity, zone }),
    before: decisionNumbers(views, { from: earlier, to: from, zone }),
  };
}

/** The unit of the latest decision that stands and has one; null without any. */
export function unitOf(views: readonly DecisionView[]): EffortUnit | null {
  const latest = views
    .flatMap(({ now }) => (now?.unit ? [now] : []))
    .sort((a, b) => b.at - a.at)[0];
  return latest?.unit ?? null;
}
