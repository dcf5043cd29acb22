// What the tests found that does not fit Atlassian's published description of Jira's API. The tests
// check every call where the variable LADDER_OPENAPI names the folder of its files, and write down what
// they find (local/conformance/watch.ts); here it is read and forgotten.
//   --part   after some of the tests: an exception that they did not need is no fault, and neither is a
//            call of the app that they did not make
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cache } from '../lib/root.mjs';
import { runNode } from '../lib/run.mjs';

const FILE = import.meta.filename;

/** Forgets what an earlier run wrote down. */
export const forget = () => rmSync(cache('conformance'), { recursive: true, force: true });

function lines() {
  const folder = cache('conformance');
  try {
    return readdirSync(folder).flatMap((name) =>
      readFileSync(path.join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    );
  } catch {
    return [];
  }
}

/** A call whose placeholders have no names: the app's table has others than the description. */
const unnamed = (call) => call.replaceAll(/\{\w+\}/g, '{}');

/**
 * The step: without the description there is nothing to do, and that is no success. After steps that were
 * asked for by name it knows of some tests only.
 */
export async function runConformance() {
  if (!process.env.LADDER_OPENAPI)
    return { ok: true, output: '', notRun: 'LADDER_OPENAPI is not set' };
  const { code, output } = await runNode([FILE, ...(process.env.LADDER_PART ? ['--part'] : [])]);
  const sums = output.trimEnd().split('\n').slice(-1);
  return { ok: code === 0, output, notes: code === 0 ? sums : [] };
}

function report(partly) {
  const told = lines();
  forget();
  const all = (key) => [...new Set(told.flatMap((line) => line[key] ?? []))].sort();
  const faults = new Map(
    told.flatMap(({ fault }) => (fault ? [[`${fault.call}\t${fault.rule}`, fault]] : [])),
  );
  const needed = new Set(all('excepted'));
  const idle = partly ? [] : all('exceptions').filter((id) => !needed.has(id));
  const answered = new Set(all('answered').map(unnamed));
  const endpoints = all('endpoints');
  const seen = endpoints.filter((call) => answered.has(unnamed(call)));
  const unseen = partly ? [] : endpoints.filter((call) => !seen.includes(call));
  const sum = told.reduce((total, { checked = 0 }) => total + checked, 0);
  for (const { call, rule, says } of [...faults.values()].sort((a, b) =>
    a.call < b.call ? -1 : 1,
  ))
    console.log(`${call}\n    ${says}\n    rule: ${rule}`);
  for (const id of idle) console.log(`The exception "${id}" is not needed any more.`);
  for (const call of unseen)
    console.log(`${call}\n    The app can make this call, and no test saw Jira grant it.`);
  if (sum === 0) console.log('No call was checked: the tests did not run before.');
  console.log(
    `${sum} calls of ${all('call').length} kinds: ${faults.size} faults, ${needed.size} exceptions, ` +
      `${seen.length} of ${endpoints.length} calls of the app granted`,
  );
  return faults.size + idle.length + unseen.length === 0 && sum > 0;
}

if (process.argv[1] === FILE) {
  if (!process.env.LADDER_OPENAPI) console.log('not run: LADDER_OPENAPI is not set');
  else if (!report(process.argv.includes('--part'))) process.exitCode = 1;
}
