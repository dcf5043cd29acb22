// Changes the sources in small ways and looks whether a test notices. Hours: a step of the night, or
// `node scripts/check/mutation.mjs guard domain` for some parts (test/mutation/parts.mjs).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parts } from '../../test/mutation/parts.mjs';
import { cache, inRoot } from '../lib/root.mjs';
import { runNode } from '../lib/run.mjs';

const NOTICED = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];

const oneLine = (text) => text.replace(/\s+/g, ' ').trim().slice(0, 120);

/** A mutant as a line of the output; `equal` of the parts names it by what comes after the place. */
const said = ({ file, mutant, original }) => ({
  place: `${file}:${mutant.location.start.line}`,
  change: `${oneLine(original)} → ${oneLine(mutant.replacement)}`,
});

/** The text that a mutant replaces. Lines and columns count from 1. */
function originalOf(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last].slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join('\n');
}

/** What a report of Stryker comes to. @throws when nothing was mutated */
function scoreOf({ files }, { equal }) {
  const all = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ file, mutant, original: originalOf(source, mutant.location) })),
  );
  const noticed = all.filter(({ mutant }) => NOTICED.includes(mutant.status)).length;
  const missed = all.filter(({ mutant }) => MISSED.includes(mutant.status)).map(said);
  const survivors = missed.filter(({ change }) => !equal.includes(change));
  const counted = noticed + survivors.length;
  if (counted === 0) throw new Error('Stryker mutated nothing.');
  return { noticed, counted, survivors, percent: (100 * noticed) / counted };
}

async function runPart(part) {
  const { code, output } = await runNode(
    [
      inRoot('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js'),
      ...['run', 'test/mutation/stryker.config.mjs'],
    ],
    { env: { LADDER_MUTATION: part.name } },
  );
  if (code !== 0) return { ok: false, output };
  const report = JSON.parse(readFileSync(cache(`mutation-${part.name}.json`), 'utf8'));
  const { noticed, counted, survivors, percent } = scoreOf(report, part);
  const ok = percent >= part.least;
  const lines = [
    `${part.name}: ${noticed} of ${counted} noticed, ${percent.toFixed(1)} % (at least ${part.least} %)`,
    ...survivors.map(({ place, change }) => `  ${place} ${change}`),
  ];
  return { ok, output: lines.join('\n') };
}

/** Runs the parts with these names; all where none is named. */
export async function runMutation(names = []) {
  const chosen = parts.filter(({ name }) => names.length === 0 || names.includes(name));
  if (chosen.length < names.length) throw new Error(`Parts: ${parts.map(({ name }) => name)}`);
  const results = [];
  for (const part of chosen) results.push(await runPart(part));
  return {
    ok: results.every(({ ok }) => ok),
    output: results.map(({ output }) => output).join('\n'),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { ok, output } = await runMutation(process.argv.slice(2));
  console.log(output);
  if (!ok) process.exitCode = 1;
}
