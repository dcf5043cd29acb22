// Whether docs/mutation.md shows of each part what the night asks for (test/mutation/parts.mjs), and
// whether each score is what its own row comes to. Nothing is measured for it.

const ROW = /^\| `?([\w/.-]+)`? .*?\| (\d+) +\| (\d+) +\| ([\d.]+) % +\|$/;
/** A section is a part's where its heading is the part's name: "Use cases" is `usecases`. */
const partOf = (heading) => heading.toLowerCase().replaceAll(' ', '');

function rowsOf(text) {
  let section = '';
  return text.split('\n').flatMap((line, at) => {
    if (line.startsWith('## ')) section = partOf(line.slice(3));
    const row = ROW.exec(line);
    if (!row) return [];
    const [, name, mutants, noticed, score] = row;
    const part = name === 'together' ? section : name;
    return [{ line: at + 1, name, part, score, is: (100 * noticed) / mutants }];
  });
}

/** What is wrong with the scores of a page, as { line, text }. */
export function wrongScores(text, parts) {
  const rows = rowsOf(text);
  const sums = rows
    .filter(({ score, is }) => is.toFixed(1) !== Number(score).toFixed(1))
    .map(({ line, name, is }) => ({ line, text: `the score of ${name} is ${is.toFixed(1)} %` }));
  const low = parts.flatMap(({ name, least }) => {
    const row = rows.find(({ part }) => part === name);
    if (!row) return [{ line: 1, text: `it has no score of the part ${name}` }];
    const isEnough = Number(row.score) >= least;
    return isEnough ? [] : [{ line: row.line, text: `the night asks for ${least} % of ${name}` }];
  });
  return [...sums, ...low];
}
