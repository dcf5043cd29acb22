// What was said on this page of the listed bets, against what the lists say: the newest of the two
// counts. A search may lag behind a save, and a list that is read later may know more.
import { readAnswer } from '../../../../../src/contract/properties';
import type { ResultView } from '../../../../../src/contract/procedures';
import type { KeptAnswer } from '../../../../../src/domain/answer';
import type { Day } from '../../../../../src/domain/days';
import type { Goal } from '../../../../../src/domain/goal';
import { completeAnswer } from '../../../../../src/domain/inherit';
import type { ResultNumber } from '../../../../../src/domain/results-clause';
import type { SavedResult } from '../../../components/result/form-state';
import type { Numbers } from '../gather/counts';
import { numbersOf, type KnownBet, type ResultRow } from './result-row';

/** What was saved of one bet here. */
export interface OwnSave {
  view: ResultView;
  /** The answer with the date that "too early" wrote, and the fingerprints of those it stands for. */
  dated: { answer: KeptAnswer; seen: string; over: readonly (string | null)[] } | null;
  /** Of which lists the row was, and how many saves of the page there were with it. */
  of: unknown;
  nth: number;
}

/** Adds a save to what was saved of the bet before. */
export function ownSaveOf(
  { view, dated }: SavedResult,
  bet: Pick<KnownBet, 'row'>,
  before: OwnSave | undefined,
  { goals, of, nth }: Pick<OwnSave, 'of' | 'nth'> & { goals: readonly Goal[] },
): OwnSave {
  const answer = dated && completeAnswer(readAnswer(dated.answer), goals);
  const over = [...(before?.dated?.over ?? []), bet.row.seen];
  return {
    view,
    dated: dated && answer ? { answer, seen: dated.seen, over } : (before?.dated ?? null),
    of,
    nth,
  };
}

/**
 * The row with the date that was saved here. What somebody wrote onto the item since, or said of its
 * result, is newer.
 */
export function newestRow(
  row: ResultRow,
  own: OwnSave | undefined,
  view: ResultView | null,
): ResultRow {
  if (!own?.dated || (view?.rev ?? 0) > own.view.rev) return row;
  const { answer, seen, over } = own.dated;
  return over.includes(row.seen) ? { ...row, answer, seen } : row;
}

/** The row as Jira counts it once it has noticed the save: only what it has taken. */
function noticedRow(row: ResultRow, own: OwnSave): ResultRow {
  const { view } = own;
  const dated = view.later.at(-1)?.written === false ? row : newestRow(row, own, null);
  if (!view.written) return dated;
  const { given } = view;
  const result = given
    ? ({
        kind: 'value',
        value: { result: given.result, evidence: given.evidence, at: given.at },
      } as const)
    : ({ kind: 'none' } as const);
  return { ...dated, facts: { ...dated.facts, result } };
}

/** A listed row, and what is known of the bet by now. */
export interface ListedBet {
  row: ResultRow;
  now: KnownBet;
  own: OwnSave | undefined;
}

/** The numbers as they are since: Jira counts what items show, and its search lags. */
export function adjustNumbers(
  numbers: Numbers<ResultNumber>,
  changes: readonly { from: readonly ResultNumber[]; to: readonly ResultNumber[] }[],
): Numbers<ResultNumber> {
  const next = { ...numbers };
  const add = (name: ResultNumber, by: 1 | -1): void => {
    const state = next[name];
    if (state?.kind === 'known') next[name] = { ...state, value: Math.max(0, state.value + by) };
  };
  for (const { from, to } of changes) {
    for (const name of from) if (!to.includes(name)) add(name, -1);
    for (const name of to) if (!from.includes(name)) add(name, 1);
  }
  return next;
}

/**
 * The numbers with what was said since each of them was counted. One that was counted anew knows the
 * saves before that already.
 * @param countedAt saves of the page before a number was counted anew, of these lists
 */
export function numbersSince(
  numbers: Numbers<ResultNumber>,
  rows: readonly ListedBet[],
  { of, countedAt, today }: { of: unknown; countedAt: (name: ResultNumber) => number; today: Day },
): Numbers<ResultNumber> {
  const names = Object.keys(numbers) as ResultNumber[];
  const since = (name: ResultNumber) =>
    adjustNumbers(
      numbers,
      rows.map(({ row, now, own }) => {
        const isIn = own !== undefined && own.of === of && own.nth <= countedAt(name);
        const counted = isIn ? noticedRow(row, own) : row;
        return { from: numbersOf({ row: counted, view: null }, today), to: numbersOf(now, today) };
      }),
    )[name];
  return Object.fromEntries(names.map((name) => [name, since(name)]));
}
