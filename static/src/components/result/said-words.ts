// What was said of a bet, in words.
import type { ResultView, SaidView } from '../../../../src/contract/procedures';
import { OFTEN_POSTPONED } from '../../../../src/domain/result';
import { fill, type Format } from '../../format';
import { result as text } from '../../messages/result';

/** Name of an account; null while it is not known. */
export type NameOf = (accountId: string) => string | null;
type Later = ResultView['later'][number];

const who = (nameOf: NameOf, by: string): string => nameOf(by) ?? text.somebody;

/** "Moved, measured on 3 Nov 2026". */
export const saidLine = ({ result, evidence, at }: Omit<SaidView, 'by'>, format: Format): string =>
  fill(text.line, {
    result: text.verdict[result].title,
    evidence: text.evidence[evidence],
    day: format.day(at),
  });

/** "Rests on 2.4 % on 30 Oct 2026", or null without a reading. */
export const citedLine = ({ reading }: SaidView, unit: string, format: Format): string | null =>
  reading
    ? fill(text.cites, {
        value: format.amount(reading.value, unit),
        day: format.day(reading.day),
      })
    : null;

const withNote = (line: string, note: string | undefined): string =>
  note ? `${line}. ${note}` : line;

const saidEntry = ({ result, evidence, at, by, note }: SaidView, nameOf: NameOf, format: Format) =>
  withNote(
    fill(text.said, {
      day: format.day(at),
      result: text.verdict[result].title,
      evidence: text.evidence[evidence],
      who: who(nameOf, by),
    }),
    note,
  );

function laterEntry({ from, to, at, by, delivered, note }: Later, nameOf: NameOf, format: Format) {
  const days = { day: format.day(at), to: format.day(to), who: who(nameOf, by) };
  const line =
    from === null ? fill(text.set, days) : fill(text.moved, { ...days, from: format.day(from) });
  return withNote(delivered ? line : `${line}. ${text.notOut}`, note);
}

/** What was said before and when the day was moved, newest first. */
export function historyLines(view: ResultView, nameOf: NameOf, format: Format): string[] {
  const earlier = view.earlier.map((one) => ({
    at: one.at,
    line: saidEntry(one, nameOf, format),
  }));
  const later = view.later.map((one) => ({ at: one.at, line: laterEntry(one, nameOf, format) }));
  return [...earlier, ...later]
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .map(({ line }) => line);
}

/** "Postponed 3 times. …" from the third time on; else null. */
export const oftenLine = (view: ResultView | null, format: Format): string | null =>
  view && view.later.length >= OFTEN_POSTPONED
    ? `${format.plural(text.often, view.later.length)}. ${text.oftenAsk}`
    : null;

/** Accounts named in what is kept. */
export const peopleIn = (view: ResultView): string[] => [
  ...new Set(
    [...(view.given ? [view.given] : []), ...view.earlier, ...view.later].map(({ by }) => by),
  ),
];

/** What somebody else said while this page was about to save. */
export function rivalLines(theirs: ResultView | null, nameOf: NameOf, format: Format): string[] {
  const last = theirs?.later.at(-1);
  const given = theirs?.given;
  const said = given
    ? fill(text.rival.given, {
        who: who(nameOf, given.by),
        result: text.verdict[given.result].title,
        evidence: text.evidence[given.evidence],
        day: format.day(given.at),
      })
    : last
      ? fill(text.rival.later, {
          who: who(nameOf, last.by),
          to: format.day(last.to),
          day: format.day(last.at),
        })
      : text.rival.gone;
  const note = given ? given.note : last?.note;
  return note ? [said, fill(text.rival.note, { note })] : [said];
}
