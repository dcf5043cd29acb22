// docs/advice.md as made from the table of advice.
import { ADVICE, type Advised, type Hint } from '../../src/domain/advice';

/** What each hint looks for, and why that is worth a second look. */
const ABOUT: Record<Hint, { name: string; looks: string; why: string }> = {
  'fake-user': {
    name: 'Nobody outside asks for it',
    looks: 'a story told by somebody who builds the product: “As a developer, I want …”',
    why: 'It says who does the work, not whose life gets better. Name the person who notices when it is out.',
  },
  'thing-is-value': {
    name: 'The thing is its own value',
    looks: 'what is expected repeats what is done',
    why: 'Having the thing is no result. Say what people will do differently once they have it.',
  },
  'to-do': {
    name: 'A to-do in place of an effect',
    looks: 'what is expected begins with a task, or ends when something is done, live or in place',
    why: 'A list of tasks can be finished without anything moving. Say what can be seen afterwards.',
  },
  'no-number': {
    name: 'No number',
    looks: '“Move a goal” without a number in the sentence or in the expected change',
    why: 'Without one nobody can tell later whether it worked. A rough number is enough.',
  },
  'check-too-early': {
    name: 'Checked before it is out',
    looks: 'a check date before the due date of the item',
    why: 'On that day there is nothing to see yet. Leave people time to notice.',
  },
};

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The parts of an example that a hint is about, in words. */
const WORDS: Record<Hint, (example: Advised) => string> = {
  'fake-user': ({ summary }) => `Item: “${summary}”`,
  'thing-is-value': ({ answer }) => `By “${answer.by ?? ''}” we expect “${answer.expect ?? ''}”`,
  'to-do': ({ answer }) => `We expect “${answer.expect ?? ''}”`,
  'no-number': ({ answer: { expect, delta } }) =>
    `We expect “${expect ?? ''}”; expected change: ${delta ?? 'left empty'}`,
  'check-too-early': ({ answer, due }) => `Checked on ${answer.checkBy ?? ''}, due ${due ?? ''}`,
};

/** The whole page; the formatter's form of it is what stands in the folder. */
export function advicePage(): string {
  const rows = ADVICE.map(({ hint, examples: { gets, not } }) => {
    const { name, looks, why } = ABOUT[hint];
    return [`**${name}**`, looks, WORDS[hint](gets), WORDS[hint](not), why].map(cell).join(' | ');
  });
  return [
    '# Advice on the wording of an answer',
    'While somebody answers, Ladder looks at the wording and gives a hint where an answer will be hard to check later. A hint never keeps anybody from saving, and who dismisses one does not see it again on that item. “Keep it running” gets none.',
    [
      '| hint | given for | gets it | does not | why |',
      '| --- | --- | --- | --- | --- |',
      ...rows.map((row) => `| ${row} |`),
    ].join('\n'),
    'The hints look for patterns of English words; they may miss one and may be wrong. Made from `src/domain/advice.ts`, where a test runs every example; another says when this page has to be written again.',
    '',
  ].join('\n\n');
}
