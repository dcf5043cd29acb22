// What was said in a meeting, as text and as a table. Who was asked is not guessed.
import type { ResultView } from '../../../../../../src/contract/procedures';
import type { Day } from '../../../../../../src/domain/days';
import type { Cell } from '../../../../csv';
import { fill, type Format } from '../../../../format';
import { results } from '../../../../messages/project-results';
import { result as words } from '../../../../messages/result';
import { saidLine } from '../../../../components/result/said-words';
import type { ResultRow } from '../result-row';
import { goalWords, sentenceOf } from '../row-words';

const text = results.minutes;

/** What was said of one bet, with what it is. */
export interface SaidHere {
  id: string;
  key: string;
  summary: string;
  goal: string;
  /** Of the goal's metric; empty where it has none. */
  unit: string;
  sentence: string;
  view: ResultView;
}

export const saidOf = (row: ResultRow, view: ResultView): SaidHere => ({
  id: row.id,
  key: row.key,
  summary: row.summary,
  goal: goalWords(row),
  unit: row.goal?.unit ?? '',
  sentence: sentenceOf(row),
  view,
});

/** The line that stands for a bet: its result, or the day of the next look. */
export function outcomeLine({ view }: Pick<SaidHere, 'view'>, format: Format): string {
  if (view.given) return fill(text.result, { line: saidLine(view.given, format) });
  const last = view.later.at(-1);
  const day = last ? format.day(last.to) : '';
  return fill(last?.delivered === false ? text.notOut : text.later, { day });
}

const noteOf = ({ view }: SaidHere): string | undefined =>
  view.given ? view.given.note : view.later.at(-1)?.note;

function linesOf(said: SaidHere, format: Format): string[] {
  const { key, summary, goal, unit, sentence, view } = said;
  const reading = view.given?.reading;
  const note = noteOf(said);
  return [
    `${key} ${summary}`.trim(),
    `  ${fill(text.goal, { goal })}`,
    `  ${sentence}`,
    `  ${outcomeLine(said, format)}`,
    ...(reading
      ? [
          `  ${fill(text.reading, {
            value: format.amount(reading.value, unit),
            day: format.day(reading.day),
          })}`,
        ]
      : []),
    ...(note ? [`  ${fill(text.note, { note })}`] : []),
  ];
}

interface Head {
  projectKey: string;
  day: Day;
  /** Bets that nothing was said of. */
  left: number;
}

/** The minutes as plain text, to be pasted anywhere. */
export function minutesText(said: readonly SaidHere[], head: Head, format: Format): string {
  const title = fill(text.heading, { project: head.projectKey, day: format.day(head.day) });
  const bodies = said.map((one) => linesOf(one, format).join('\n'));
  const left = head.left > 0 ? [format.plural(text.left, head.left)] : [];
  return [title, ...(bodies.length > 0 ? bodies : [text.none]), ...left].join('\n\n');
}

/** The same as a table: days as `yyyy-MM-dd` and plain numbers, so that they can be worked with. */
export function minutesTable(
  said: readonly SaidHere[],
  day: Day,
): { header: string[]; rows: Cell[][] } {
  const { columns } = text;
  const rows = said.map((one): Cell[] => {
    const { key, summary, goal, sentence, view } = one;
    const { given } = view;
    const last = given ? undefined : view.later.at(-1);
    const early = last?.delivered === false ? text.out : text.early;
    return [
      key,
      summary,
      goal,
      sentence,
      given ? words.verdict[given.result].title : early,
      given ? words.evidence[given.evidence] : null,
      given?.reading?.value ?? null,
      given?.reading?.day ?? null,
      noteOf(one) ?? null,
      last?.to ?? null,
      day,
    ];
  });
  return { header: Object.values(columns), rows };
}
