// What a row says in words.
import type { Day } from '../../../../../src/domain/days';
import { valueOf } from '../../../../../src/domain/item';
import { goalSentence } from '../../../components/goal-summary';
import { citedLine, saidLine, type NameOf } from '../../../components/result/said-words';
import { fill, type Format } from '../../../format';
import { results as text } from '../../../messages/project-results';
import { result as words } from '../../../messages/result';
import { checkDay, isLate, listOf, type KnownBet, type ResultRow } from './result-row';

/** Longer sentences are shortened in lists, in characters. */
const SENTENCE = 220;

const cut = (sentence: string): string =>
  sentence.length > SENTENCE ? `${sentence.slice(0, SENTENCE).trimEnd()}…` : sentence;

const trimEnd = (part: string | undefined): string => (part ?? '').trim().replace(/[.\s]+$/, '');

export const sentenceOf = ({ answer }: Pick<ResultRow, 'answer'>): string =>
  fill(text.row.sentence, { by: trimEnd(answer.by), expect: trimEnd(answer.expect) });

export const shortSentence = (row: Pick<ResultRow, 'answer'>): string => cut(sentenceOf(row));

/** The sentence as it is read out. */
export function wholeSentence({ answer, goal }: ResultRow, day: Day, format: Format): string[] {
  const said = [
    fill(text.meeting.prose, {
      by: trimEnd(answer.by),
      expect: trimEnd(answer.expect),
      measure: trimEnd(answer.measure) || (goal?.metric ?? ''),
      day: format.day(day),
    }),
  ];
  if (answer.whom) said.push(fill(text.meeting.whom, { whom: trimEnd(answer.whom) }));
  if (answer.because) said.push(fill(text.meeting.because, { because: trimEnd(answer.because) }));
  if (answer.delta !== undefined)
    said.push(
      fill(text.meeting.expected, { change: format.change(answer.delta, goal?.unit ?? '') }),
    );
  return said;
}

export const goalWords = ({ goal }: Pick<ResultRow, 'goal'>): string =>
  goal ? goalSentence(goal) : text.row.unknownGoal;

/** "Check date 3 Nov 2026, 18 days ago: late". */
export function checkWords(bet: KnownBet, today: Day, format: Format): string {
  const day = checkDay(bet);
  const relative = format.relative(day, today);
  const values = { day: format.day(day), ago: relative, ahead: relative };
  if (listOf(bet, today) !== 'due') return fill(text.row.waits, values);
  return fill(isLate(bet, today) ? text.row.late : text.row.due, values);
}

/** What stands of the result, line by line; none while there is no result. */
export function resultLines({ row, view }: KnownBet, nameOf: NameOf, format: Format): string[] {
  const given = view?.given;
  if (!given) {
    const shown = view ? null : valueOf(row.facts.result);
    return shown ? [saidLine(shown, format)] : [];
  }
  const cited = citedLine(given, row.goal?.unit ?? '', format);
  return [
    saidLine(given, format),
    fill(words.by, { who: nameOf(given.by) ?? words.somebody }),
    ...(cited ? [cited] : []),
    ...(given.note ? [given.note] : []),
  ];
}

/** Whether a moved date stands in storage only. */
export const isDateKept = ({ view }: Pick<KnownBet, 'view'>): boolean =>
  view?.later.at(-1)?.written === false;
