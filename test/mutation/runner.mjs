// Stryker's runner of tests for the parts: everything in the process that Stryker starts.
// https://stryker-mutator.io/docs/stryker-js/guides/create-a-plugin/
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { provideHosts } from './hosts.mjs';
import { limitValues, wereValuesCut } from './load.mjs';
import { parts } from './parts.mjs';
import { collect, collectAnew, firstFailure, forget, prepareSuite } from './suite.mjs';

/** What the mutated sources read and count in. */
const shared = (globalThis.__stryker__ ??= {});

/**
 * How many values of a property a mutant meets at most: a few of each, and more where nobody notices it then.
 * Fewer notice less, so no score gets better by it.
 */
const FEW = 10;
const MORE = 60;

/** What the dry run learnt, for each process: what the tests cost and need, by their ids. */
const LEARNT = 'dry-run.json';
let learnt;
const about = (id) => (learnt ??= JSON.parse(readFileSync(LEARNT, 'utf8')))[id];

const part = parts.find(({ name }) => name === process.env.LADDER_MUTATION);

function testFiles() {
  // Fewer tests than those of the part, for whoever writes some.
  const entries = process.env.LADDER_TESTS?.split(',') ?? part.tests;
  return entries.flatMap((entry) =>
    statSync(entry).isFile()
      ? [entry]
      : readdirSync(entry, { recursive: true })
          .filter((file) => file.endsWith('.test.ts'))
          .map((file) => path.join(entry, file))
          .sort(),
  );
}

/** Runs a test with a number of values. @returns also the milliseconds it took */
async function measure(one, values) {
  limitValues(values);
  const started = performance.now();
  const failure = await firstFailure([one]);
  return { failure, ms: performance.now() - started, values, canTakeMore: wereValuesCut() };
}

/**
 * With few values; some tests pass only with all, as they look whether each case was met. Over a local host
 * once more: one that passes only once would notice nothing afterwards.
 */
async function measured(one) {
  const few = await measure(one, FEW);
  const enough = few.failure ? await measure(one, null) : few;
  return enough.failure || !part.hosts ? enough : measure(one, enough.values);
}

/**
 * Runs each test alone, with its hooks, and notes which mutants it reaches. One that needs another before it
 * fails here: it would seem to notice every mutant.
 */
async function dryRun(files) {
  shared.mutantCoverage ??= { static: {}, perTest: {} };
  const results = [];
  const known = {};
  for (const file of files) {
    warm.add(file);
    for (const one of collect(file)) {
      shared.currentTestId = one.id;
      const { failure, ms, ...needs } = await measured(one);
      shared.currentTestId = undefined;
      known[one.id] = { file, ms, ...needs };
      const result = { id: one.id, name: one.name, fileName: path.resolve(file), timeSpentMs: ms };
      results.push(
        failure
          ? { ...result, status: 1, failureMessage: failure.message }
          : { ...result, status: 0 },
      );
    }
  }
  shared.counted = true;
  writeFileSync(LEARNT, JSON.stringify(known));
  return { status: 'complete', tests: results, mutantCoverage: shared.mutantCoverage };
}

const ownTest = (id) => collect(about(id).file).find((one) => one.id === id);

/** As many values as the test needs, or so many. */
const limitFor = ({ id }, values) => limitValues(about(id)?.values === null ? null : values);
const tryOne = (one, values) => firstFailure([one], () => limitFor(one, values));

async function withMutant(id, { activeMutant }, values) {
  shared.activeMutant = activeMutant.id;
  const failure = await tryOne(ownTest(id), values);
  if (shared.activeMutant === activeMutant.id) shared.activeMutant = undefined;
  return failure;
}

const isEndless = () => shared.hitCount > shared.hitLimit;

/** Files whose tests ran in this process without a mutant: what they keep for later comes from such a run. */
const warm = new Set();

/** What waits for an answer that a mutant keeps back would wait for ever. */
async function inTime(running, id) {
  let timer;
  const late = new Promise((resolve) => {
    const failure = { id, message: 'It takes too long.', isLate: true };
    timer = setTimeout(() => resolve(failure), 10_000 + 10 * about(id).ms);
  });
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
}

/**
 * Whether the test fails with the mutant, and passes without it: over a local host, what a mutant left behind
 * is no failure.
 */
async function noticesAlone(id, options, values) {
  const { file } = about(id);
  for (;;) {
    const isFirst = !warm.has(file);
    if (isFirst) for (const one of collect(file)) await tryOne(one, FEW);
    warm.add(file);
    const failure = await inTime(withMutant(id, options, values), id);
    shared.activeMutant = undefined;
    if (failure?.isLate) {
      forget(file);
      return failure;
    }
    if (!failure || isEndless() || !(await tryOne(ownTest(id), values))) return failure;
    // It fails without a mutant, too: it can't tell.
    if (isFirst) return undefined;
    forget(file);
    warm.delete(file);
  }
}

/** How many mutants of a file a test has noticed so far. */
const kills = new Map();

/** The tests that reach a mutant: first the quick ones, and those that noticed others of its file. */
function inOrder({ testFilter, sandboxFileName }) {
  const noticed = (id) => kills.get(`${sandboxFileName} ${id}`) ?? 0;
  const cost = (id) => about(id).ms / (1 + noticed(id)) ** 2;
  return testFilter.toSorted((a, b) => cost(a) - cost(b));
}

/** What fails of a file that is read anew with the mutant; undefined when nothing does. */
async function failureAnew(file, { activeMutant }, values) {
  shared.activeMutant = activeMutant.id;
  try {
    return await firstFailure(collectAnew(file), (one) => limitFor(one, values));
  } catch (error) {
    // The file cannot even be read any more.
    return { id: file, message: String(error) };
  } finally {
    shared.activeMutant = undefined;
  }
}

/** The mutated file's own tests: what it made while it was read, or keeps for later, would hide the mutant. */
function ownAnew(options) {
  const own = `/${path.basename(options.sandboxFileName, '.ts')}.test.ts`;
  const file = options.testFilter.map((id) => about(id).file).find((name) => name.endsWith(own));
  return file && failureAnew(file, options, FEW);
}

/** All that reach it with few values, then those with values once more, with more of them. */
async function whileRunning(options) {
  const ordered = inOrder(options);
  const again = ordered.filter((id) => about(id).canTakeMore);
  const rounds = [...ordered.map((id) => [id, FEW]), ...again.map((id) => [id, MORE])];
  for (const [id, values] of rounds) {
    const failure = await (part.hosts ? noticesAlone : withMutant)(id, options, values);
    if (!failure) continue;
    const key = `${options.sandboxFileName} ${id}`;
    kills.set(key, (kills.get(key) ?? 0) + 1);
    return failure;
  }
  return part.hosts ? undefined : ownAnew(options);
}

/** All tests with a mutant that acts while files are read: it may change which tests there are. */
async function whileReading(files, options) {
  for (const file of files) {
    const failure = await failureAnew(file, options, null);
    if (failure) return failure;
  }
}

async function mutantRun(files, options) {
  const { hitLimit, mutantActivation, testFilter } = options;
  shared.counted = true;
  shared.hitCount = hitLimit === undefined ? undefined : 0;
  shared.hitLimit = hitLimit;
  const failure = await (mutantActivation === 'static'
    ? whileReading(files, options)
    : whileRunning(options));
  if (isEndless()) return { status: 'timeout', reason: 'It goes on for ever.' };
  if (!failure) return { status: 'survived', nrOfTests: testFilter?.length ?? 0 };
  const { id, message } = failure;
  return { status: 'killed', killedBy: [id], failureMessage: message, nrOfTests: 1 };
}

function createRunner() {
  const files = testFiles();
  return {
    capabilities: () => ({ reloadEnvironment: true }),
    init() {
      // A mutant may leave a promise behind that nobody waits for.
      process.on('unhandledRejection', () => undefined);
      prepareSuite();
      if (part.hosts) provideHosts();
      return Promise.resolve();
    },
    dryRun: () => dryRun(files),
    mutantRun: (options) => mutantRun(files, options),
  };
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'plain', factory: createRunner }];
