// What the tests found that does not fit Atlassian's published description of Jira's API. The tests
// check every call where the variable LADDER_OPENAPI names the folder of its files, and write down what
// they find (local/conformance/watch.ts); here it is read and forgotten.
//   --part   after some of the tests: an exception that they did not need is no fault
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cache } from '../lib/root.mjs';

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

function report(partly) {
  const told = lines();
  forget();
  const all = (key) => [...new Set(told.flatMap((line) => line[key] ?? []))].sort();
  const faults = new Map(
    told.flatMap(({ fault }) => (fault ? [[`${fault.call}\t${fault.rule}`, fault]] : [])),
  );
  const needed = new Set(all('excepted'));
  const idle = partly ? [] : all('exceptions').filter((id) => !needed.has(id));
  const sum = told.reduce((total, { checked = 0 }) => total + checked, 0);
  for (const { call, rule, says } of [...faults.values()].sort((a, b) =>
    a.call < b.call ? -1 : 1,
  ))
    console.log(`${call}\n    ${says}\n    rule: ${rule}`);
  for (const id of idle) console.log(`The exception "${id}" is not needed any more.`);
  if (sum === 0) console.log('No call was checked: the tests did not run before.');
  console.log(
    `${sum} calls of ${all('call').length} kinds: ${faults.size} faults, ${needed.size} exceptions`,
  );
  return faults.size === 0 && idle.length === 0 && sum > 0;
}

if (process.argv[1] === import.meta.filename) {
  if (!process.env.LADDER_OPENAPI)
    console.log("Not run: LADDER_OPENAPI names no folder with Atlassian's description.");
  else if (!report(process.argv.includes('--part'))) process.exitCode = 1;
}
