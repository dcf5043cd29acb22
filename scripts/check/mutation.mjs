// Changes the sources in small ways and looks whether a test notices. A step of the night, or
// `node scripts/check/mutation.mjs guard domain` for some parts (test/mutation/parts.mjs), and
// `node scripts/check/mutation.mjs domain src/domain/goal.ts` for some files of a part.
import { readFileSync, rmSync } from 'node:fs';
import { parts } from '../../test/mutation/parts.mjs';
import { installDependencies } from '../lib/dependencies.mjs';
import { cache, inRoot } from '../lib/root.mjs';
import { runNode } from '../lib/run.mjs';

/** Stryker has a folder of its own: nobody else needs its packages. */
const HOME = 'test/mutation';

const NOTICED = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];

const oneLine = (text) => text.replace(/\s+/g, ' ').trim().slice(0, 120);

/** How a mutant is told, and named in `equal` of the parts: by its text, whatever line it is on. */
const said = ({ file, source, mutant }) => {
  const { start } = mutant.location;
  const from = oneLine(originalOf(source, mutant.location));
  return {
    place: `${file}:${start.line}`,
    text: {
      ...{ file, line: oneLine(source.split('\n')[start.line - 1]) },
      change: `${from} → ${oneLine(mutant.replacement)}`,
    },
  };
};

/** The text that a mutant replaces. Lines and columns count from 1. */
function originalOf(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last].slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join('\n');
}

const same = (a, b) => a.file === b.file && a.line === b.line && a.change === b.change;

/** What a report of Stryker comes to. @throws when nothing was mutated */
function scoreOf({ files }, { equal }) {
  const all = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ mutant, ...said({ file, source, mutant }) })),
  );
  const noticed = all.filter(({ mutant }) => NOTICED.includes(mutant.status)).length;
  const missed = all.filter(({ mutant }) => MISSED.includes(mutant.status));
  const survivors = missed.filter(({ text }) => !equal.some((one) => same(one, text)));
  // An entry that stands for nothing would one day hide something else.
  const idle = equal.filter((one) => !missed.some(({ text }) => same(one, text)));
  const counted = noticed + survivors.length;
  if (counted === 0) throw new Error('Stryker mutated nothing.');
  return { noticed, counted, survivors, idle, percent: (100 * noticed) / counted };
}

/** A row of docs/mutation.md for each file. */
function rowsOf({ files }) {
  const count = (mutants, kinds) => mutants.filter(({ status }) => kinds.includes(status)).length;
  return Object.entries(files)
    .map(([file, { mutants }]) => {
      const noticed = count(mutants, NOTICED);
      return { file, noticed, all: noticed + count(mutants, MISSED) };
    })
    .filter(({ all }) => all > 0)
    .map(({ file, noticed, all }) => {
      const score = ((100 * noticed) / all).toFixed(1);
      return `| \`${file}\` | ${all} | ${noticed} | ${score} % |`;
    });
}

async function runPart(part, some) {
  // Runs of some files may go on side by side.
  const file = cache(`mutation-${some.length > 0 ? `some-${process.pid}` : part.name}.json`);
  const { code, output } = await runNode(
    [
      inRoot(HOME, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js'),
      ...['run', `${HOME}/stryker.config.mjs`],
    ],
    {
      env: {
        ...{ LADDER_MUTATION: part.name, LADDER_REPORT: file },
        ...(some.length > 0 && { LADDER_MUTATE: some.join() }),
      },
    },
  );
  if (code !== 0) return { ok: false, output };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  if (some.length > 0) rmSync(file);
  const { noticed, counted, survivors, idle, percent } = scoreOf(report, part);
  const score = `${part.name}: ${noticed} of ${counted} noticed, ${percent.toFixed(1)} % (at least ${part.least} %)`;
  const lines = [
    ...rowsOf(report),
    ...survivors.map(({ place, text }) => `  ${place} ${text.change}`),
    ...idle.map(({ file, change }) => `  Not a survivor any more, take it out: ${file} ${change}`),
  ];
  return {
    ok: percent >= part.least && idle.length === 0,
    score,
    output: [score, ...lines].join('\n'),
  };
}

/** Runs the parts with these names, all where none is named; or some files of them. */
export async function runMutation(print, given = []) {
  const some = given.filter((one) => one.startsWith('src/'));
  const names = given.filter((one) => !some.includes(one));
  const chosen = parts.filter(({ name }) => names.length === 0 || names.includes(name));
  if (chosen.length < names.length) throw new Error(`Parts: ${parts.map(({ name }) => name)}`);
  await installDependencies(print, HOME);
  const results = [];
  for (const part of chosen) results.push(await runPart(part, some));
  return {
    ok: results.every(({ ok }) => ok),
    output: results.map(({ output }) => output).join('\n'),
    notes: results.map(({ score }) => score).filter(Boolean),
  };
}

if (process.argv[1] === import.meta.filename) {
  const { ok, output } = await runMutation(console.log, process.argv.slice(2));
  console.log(output);
  if (!ok) process.exitCode = 1;
}
