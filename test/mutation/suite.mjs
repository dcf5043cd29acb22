// What `@jest/globals` gives, as far as the tests of the parts use it: tests in groups, and hooks.
import { jestExpect, loadAnew, prepare } from './load.mjs';

let group;
let tests;

const aGroup = (parent) => ({
  parent,
  ...{ beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] },
});

const hook = (name) => (run) => void group[name].push(run);
const test = (name, run) => void tests.push({ name, run, group });
test.each = (table) => (name, run) =>
  table.forEach((row, at) =>
    test(`${name} ${at}`, () => (Array.isArray(row) ? run(...row) : run(row))),
  );

function describe(_name, define) {
  group = aGroup(group);
  define();
  group = group.parent;
}

const globals = { test, describe };
for (const name of ['beforeAll', 'beforeEach', 'afterEach', 'afterAll']) globals[name] = hook(name);

/** To be called once, before the first test file is read. */
export function prepareSuite() {
  prepare(globals);
  globals.expect = jestExpect();
}

/** Reads the file anew. @returns its tests in their order, each with an id */
export function collectAnew(file) {
  group = aGroup();
  tests = [];
  loadAnew(file);
  return tests.map((one, at) => ({ ...one, id: `${file} ${at} ${one.name}` }));
}

const collected = new Map();

/** The same, read once in this process: enough for a mutant that does nothing while files are read. */
export function collect(file) {
  if (!collected.has(file)) collected.set(file, collectAnew(file));
  return collected.get(file);
}
export const forget = (file) => void collected.delete(file);

/** The groups of a test, the outermost first. */
const groupsOf = ({ group: own }) => {
  const all = [];
  for (let one = own; one; one = one.parent) all.unshift(one);
  return all;
};

async function runOne(one) {
  const groups = groupsOf(one);
  for (const { beforeEach } of groups) for (const run of beforeEach) await run();
  try {
    await one.run();
  } finally {
    for (const { afterEach } of groups.toReversed()) for (const run of afterEach) await run();
  }
}

/**
 * Runs tests of one file up to the first that fails; `before` is called with each.
 * @returns that one's id, and what it says
 */
export async function firstFailure(chosen, before = () => undefined) {
  const begun = new Set();
  let failure;
  const noting = (id) => (error) => {
    failure ??= { id, message: String(error?.message ?? error) };
  };
  for (const one of chosen) {
    before(one);
    const run = async () => {
      for (const each of groupsOf(one)) {
        if (begun.has(each)) continue;
        begun.add(each);
        for (const hookOf of each.beforeAll) await hookOf();
      }
      await runOne(one);
    };
    await run().catch(noting(one.id));
    if (failure) break;
  }
  for (const { afterAll } of [...begun].toReversed())
    for (const run of afterAll) await Promise.resolve().then(run).catch(noting(chosen[0].id));
  return failure;
}
