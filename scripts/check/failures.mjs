// The end of a check's output: what failed, each with the first lines of its reason.

const LINES_EACH = 6;
const LINES_IN_ALL = 40;
const WIDTH = 200;

// The linter reads an escape character in a pattern as a slip of the hand.
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** A text without the colours of a terminal. */
export const plain = (text) => text.replace(COLOURS, '');

const filledLines = (text) =>
  plain(text)
    .split('\n')
    .map((line) => line.trimEnd().slice(0, WIDTH))
    .filter((line) => line !== '');

/** What a failed step says: its failed tests, or the end of its output where it names none. */
function reasonsOf({ failures = [], output = '' }) {
  if (failures.length === 0) return [filledLines(output).slice(-LINES_EACH)];
  return failures.map(({ title, text }) => [
    title,
    ...filledLines(text)
      .slice(0, LINES_EACH)
      .map((line) => `  ${line}`),
  ]);
}

/** The reasons of all failed steps; what does not fit is counted. Nothing when all passed. */
export function failureLines(results) {
  const reasons = results
    .filter(({ ok }) => !ok)
    .flatMap((result) =>
      reasonsOf(result).map(([first = '', ...rest]) => [
        `  ${result.name}: ${first}`,
        ...rest.map((line) => `      ${line}`),
      ]),
    );
  if (reasons.length === 0) return [];
  const lines = [];
  let told = 0;
  for (const reason of reasons) {
    if (lines.length + reason.length > LINES_IN_ALL && told > 0) break;
    lines.push(...reason);
    told += 1;
  }
  const left = reasons.length - told;
  return ['', 'Failed:', ...lines, ...(left > 0 ? [`  and ${left} more, further up`] : [])];
}
