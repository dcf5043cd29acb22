// What somebody is about to say of a result, and what will be sent of it.
import type { GoalView, ReadingView } from '../../../../src/contract/goals';
import type { Payload, ResultView } from '../../../../src/contract/procedures';
import { TEXT_LIMIT } from '../../../../src/contract/limits';
import { addDays, isDay, type Day } from '../../../../src/domain/days';
import type { Evidence, ResultValue } from '../../../../src/domain/item';
import { evidenceOf } from '../../../../src/domain/result';
import { result as text } from '../../messages/result';

/** The three results, and the one that is none: look again later. */
export const VERDICTS = ['moved', 'flat', 'unclear', 'early'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Days ahead that are offered for another look, in weeks. */
const WEEKS_AHEAD = [2, 4, 8] as const;
const USUAL_WEEKS = 4;
/** Readings that are offered; older ones are not what a result rests on. */
const READINGS_OFFERED = 50;

export interface ResultDraft {
  isOut: boolean;
  verdict: Verdict | null;
  /** As typed: `yyyy-MM-dd`, or something that is no day yet. */
  checkBy: string;
  /** Day of the cited reading; null cites none; undefined until the reader chooses. */
  reading: Day | null | undefined;
  note: string;
}

/** What a result is asked about. */
export interface AskedBet {
  /** Null where the goal is not one of the project's. */
  goal: GoalView | null;
  /** The day it was done, in the project's zone. */
  delivered: Day;
  /** The project's day. */
  today: Day;
}

export const daysAhead = (today: Day): { weeks: number; day: Day }[] =>
  WEEKS_AHEAD.map((weeks) => ({ weeks, day: addDays(today, weeks * 7) }));

/** An empty draft, or what stands as a draft where it is to be changed. */
export function startDraft(kept: ResultView | null, today: Day): ResultDraft {
  const given = kept?.given;
  return {
    isOut: true,
    verdict: given?.result ?? null,
    checkBy: addDays(today, USUAL_WEEKS * 7),
    reading: given ? (given.reading?.day ?? null) : undefined,
    note: given?.note ?? '',
  };
}

/** Whether the draft ends in another day instead of a result. */
export const isLater = ({ isOut, verdict }: ResultDraft): boolean => !isOut || verdict === 'early';

/** Readings that can be cited, newest first. */
export const readingsOf = ({ goal }: AskedBet): ReadingView[] =>
  [...(goal?.readings ?? [])].sort((a, b) => (a.day < b.day ? 1 : -1)).slice(0, READINGS_OFFERED);

/** The reading that the draft cites: the newest after delivery where nothing was chosen. */
export function citedBy(draft: ResultDraft, bet: AskedBet): ReadingView | null {
  if (isLater(draft) || draft.reading === null) return null;
  const readings = readingsOf(bet);
  if (draft.reading !== undefined) return readings.find(({ day }) => day === draft.reading) ?? null;
  const suggests = draft.verdict === 'moved' || draft.verdict === 'flat';
  return suggests ? (readings.find(({ day }) => day > bet.delivered) ?? null) : null;
}

/** What the result will count as. */
export const evidenceBy = (draft: ResultDraft, bet: AskedBet): Evidence =>
  evidenceOf(citedBy(draft, bet), bet.delivered);

export type DraftErrors = Partial<Record<'result' | 'checkBy' | 'reading' | 'note', string>>;

/** A note that is too long, as an error. It is never cut: the words stay until they are shortened. */
export const noteErrors = ({ note }: Pick<ResultDraft, 'note'>): Pick<DraftErrors, 'note'> =>
  note.trim().length > TEXT_LIMIT ? { note: text.noteLong } : {};

/** What is to be sent, without the item and its revision. */
export type Saying =
  | { kind: 'given'; send: Omit<Payload<'result.give'>, 'itemId' | 'rev'> }
  | { kind: 'later'; send: Omit<Payload<'result.later'>, 'itemId' | 'rev'> };

/** What the draft says, or what is still missing. */
export function sayingOf(draft: ResultDraft, bet: AskedBet): Saying | DraftErrors {
  const { isOut, verdict, checkBy, note } = draft;
  const tooLong = noteErrors(draft);
  if (isLater(draft)) {
    if (!isDay(checkBy) || checkBy <= bet.today) return { checkBy: text.day, ...tooLong };
    if (tooLong.note) return tooLong;
    return { kind: 'later', send: { checkBy, delivered: isOut, note } };
  }
  if (verdict === null || verdict === 'early') return { result: text.choose, ...tooLong };
  if (tooLong.note) return tooLong;
  const cited = citedBy(draft, bet);
  const send: { result: ResultValue; note: string } = { result: verdict, note };
  return {
    kind: 'given',
    send: cited ? { ...send, reading: { goalId: cited.goalId, day: cited.day } } : send,
  };
}

export const isSaying = (said: Saying | DraftErrors): said is Saying => 'kind' in said;
