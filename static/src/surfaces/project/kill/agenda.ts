// What stands on the agenda, what behind it, and what was decided already.
import { EFFORT_LIMIT } from '../../../../../src/contract/limits';
import type { Day } from '../../../../../src/domain/days';
import type { Candidate } from '../gather/kill-list';
import { isFixedSince, isSettled, type Records } from './records';

export interface AgendaParts {
  /** What the meeting is about, also what is decided and not applied yet. */
  meeting: readonly Candidate[];
  /** Of the meeting, what is not decided. */
  open: readonly Candidate[];
  /** Behind the agenda and not decided. */
  rest: readonly Candidate[];
  fixed: readonly Candidate[];
}

interface AgendaOptions {
  size: number;
  /** Items that are decided in the draft. */
  decided: ReadonlySet<string>;
  records: Records;
  /** Items that were fixed here. */
  fixedHere: ReadonlySet<string>;
  /** When the scan last looked, milliseconds; null for never. */
  lastScan: number | null;
  today: Day;
}

/** Splits the candidates, which are in their order. */
export function agendaOf(
  rows: readonly Candidate[],
  { size, decided, records, fixedHere, lastScan, today }: AgendaOptions,
): AgendaParts {
  const isFixedBefore = ({ id }: Candidate): boolean =>
    !fixedHere.has(id) && isFixedSince(records.get(id), lastScan);
  const awake = rows.filter(({ id }) => !isSettled(records.get(id), today));
  const waiting = awake.filter((row) => !isFixedBefore(row));
  // What is decided or fixed here keeps its place: the agenda of a meeting does not grow in it.
  const meeting = waiting.slice(0, size);
  const isOpen = ({ id }: Candidate): boolean => !decided.has(id) && !fixedHere.has(id);
  return {
    meeting,
    open: meeting.filter(isOpen),
    rest: waiting.slice(size).filter(isOpen),
    fixed: awake.filter((row) => isFixedBefore(row) || fixedHere.has(row.id)),
  };
}

export interface CandidateGroup {
  parent: Candidate['parent'];
  rows: Candidate[];
}

/** Items of one parent together, where the first of them stands. */
export function groupsOf(rows: readonly Candidate[]): CandidateGroup[] {
  const groups = new Map<string, CandidateGroup>();
  for (const row of rows) {
    const id = row.parent?.id ?? '';
    const known = groups.get(id);
    if (known) known.rows.push(row);
    else groups.set(id, { parent: row.parent, rows: [row] });
  }
  return [...groups.values()];
}

/** The order in which a meeting goes through them: as they stand on the page. */
export const inGroups = (rows: readonly Candidate[]): Candidate[] =>
  groupsOf(rows).flatMap((group) => group.rows);

/** The effort of an item that is counted with: null without an estimate, and for one past the limit. */
export const countedEffort = ({ effort }: Pick<Candidate, 'effort'>): number | null =>
  effort !== null && effort <= EFFORT_LIMIT ? effort : null;

export interface EffortSum {
  /** In the list's unit. */
  amount: number;
  /** Items without an estimate. */
  without: number;
  /** Items whose estimate is past the limit and not in the amount. */
  beyond: number;
}

export function effortOf(rows: readonly Candidate[]): EffortSum {
  const amount = rows.reduce((sum, row) => sum + (countedEffort(row) ?? 0), 0);
  const without = rows.filter(({ effort }) => effort === null).length;
  const beyond = rows.filter((row) => countedEffort(row) === null).length - without;
  return { amount: Math.round(amount * 100) / 100, without, beyond };
}
