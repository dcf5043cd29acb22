// What `@jest/globals` gives, as far as the tests of the parts use it: tests in groups, and hooks.
import { jestExpect, loadAnew, prepare } from './load.mjs';

/** As in jest.config.cjs. */
const TEST_MS = 30_000;

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

/** @returns the tests of a file in their order, each with an id, and the files that they need */
export function collect(file) {
  group = aGroup();
  tests = [];
  const needed = loadAnew(file);
  return {
    needed,
    tests: tests.map((one, at) => ({ ...one, id: `${file} ${at} ${one.name}` })),
  };
}

/** The groups of a test, the outermost first. */
const groupsOf = ({ group: own }) => {
  const all = [];
  for (let one = own; one; one = one.parent) all.unshift(one);
  return all;
};

async function within(run) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The test takes too long.')), TEST_MS);
  });
  try {
    await Promise.race([run(), late]);
  } finally {
    clearTimeout(timer);
  }
}

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
 * Runs tests of one file. `around` is called with each test's id and a function that runs it, and
 * answers whether to go on.
 */
export async function runTests(chosen, around) {
  const begun = new Set();
  for (const one of chosen) {
    for (const each of groupsOf(one)) {
      if (begun.has(each)) continue;
      begun.add(each);
      for (const run of each.beforeAll) await run();
    }
    if (!(await around(one, () => within(() => runOne(one))))) break;
  }
  for (const { afterAll } of [...begun].toReversed()) for (const run of afterAll) await run();
}
