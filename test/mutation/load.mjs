// Test files as plain modules of this process, each with its own copy of what it needs. Jest's sandbox
// would cost a hundred times of what the tests of the domain cost.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { transformSync } from '@swc/core';

/** A path inside of Stryker's copy of the project, where the process is by the time that it runs tests. */
const inCopy = (file) => path.join(process.cwd(), file);
let load;
const inPackages = `${path.sep}node_modules${path.sep}`;
const compiled = new Map();

/** What a mutated file counts for the dry run is most of its time; later nobody asks for it. */
const countingLess = (source) =>
  source.replace('function cover() {', 'function cover() { if (ns.counted) return;');

function compile(file) {
  const { code } = transformSync(countingLess(readFileSync(file, 'utf8')), {
    filename: file,
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: file.endsWith('x') } },
    module: { type: 'commonjs' },
  });
  compiled.set(file, code);
  return code;
}

for (const extension of ['.ts', '.tsx'])
  Module._extensions[extension] = (module, file) =>
    module._compile(compiled.get(file) ?? compile(file), file);

let most = null;
let cut = false;
/** How many values each property is tried with at most from now on; null for as many as the test says. */
export function limitValues(count) {
  most = count;
  cut = false;
}
/** Whether a property was to be tried with more since then. */
export const wereValuesCut = () => cut;

function quick(fastCheck) {
  // That a property fails is enough; the smallest input is for people.
  fastCheck.configureGlobal({ ...fastCheck.readConfigureGlobal(), endOnFailure: true });
  function assert(property, { numRuns = 100, ...more } = {}) {
    const runs = Math.min(numRuns, most ?? numRuns);
    cut ||= runs < numRuns;
    return fastCheck.assert(property, { ...more, numRuns: runs });
  }
  return { ...fastCheck, assert };
}

const replaced = new Map();
/** What whoever asks for a module by this name gets from now on. */
export const instead = (request, exported) => void replaced.set(request, exported);

/** @param globals what the test files get as `@jest/globals` */
export function prepare(globals) {
  load = createRequire(inCopy('package.json'));
  const original = Module._load;
  const fastCheck = quick(load(inCopy('test/support/seeded-fast-check.cjs')));
  instead('@jest/globals', globals);
  instead('fast-check', fastCheck);
  Module._load = (request, ...rest) => replaced.get(request) ?? original(request, ...rest);
  load(inCopy('test/support/quick-grammar.cjs'));
}

/** Jest's own. */
export const jestExpect = () => load(inCopy('node_modules/expect')).expect;

/** Reads the file and all that it needs of the project anew. @returns what it exports */
export function loadAnew(file) {
  const own = (key) => !key.includes(inPackages) && !key.endsWith('.cjs');
  for (const key of Object.keys(load.cache)) if (own(key)) delete load.cache[key];
  return load(inCopy(file));
}
