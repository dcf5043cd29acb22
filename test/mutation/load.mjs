// Test files as plain modules of this process: read anew for each mutant, compiled once. Jest's sandbox
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

function compile(file) {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  compiled.set(file, code);
  return code;
}

Module._extensions['.ts'] = (module, file) =>
  module._compile(compiled.get(file) ?? compile(file), file);

/** @param globals what the test files get as `@jest/globals` */
export function prepare(globals) {
  load = createRequire(inCopy('package.json'));
  const original = Module._load;
  const fastCheck = load(inCopy('test/support/seeded-fast-check.cjs'));
  // That a property fails is enough; the smallest input is for people.
  fastCheck.configureGlobal({ ...fastCheck.readConfigureGlobal(), endOnFailure: true });
  Module._load = (request, ...rest) => {
    if (request === '@jest/globals') return globals;
    return request === 'fast-check' ? fastCheck : original(request, ...rest);
  };
  load(inCopy('test/support/quick-grammar.cjs'));
}

/** Jest's own. */
export const jestExpect = () => load(inCopy('node_modules/expect')).expect;

/** Reads the file and all it needs anew. @returns the files of the project that it needs */
export function loadAnew(file) {
  const own = () => Object.keys(load.cache).filter((key) => !key.includes(inPackages));
  for (const key of own()) if (!key.endsWith('.cjs')) delete load.cache[key];
  load(inCopy(file));
  return new Set(own());
}
