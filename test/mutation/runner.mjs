// Stryker's runner of tests for the parts: everything in the process that Stryker starts.
// https://stryker-mutator.io/docs/stryker-js/guides/create-a-plugin/
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { parts } from './parts.mjs';
import { collect, prepareSuite, runTests } from './suite.mjs';

/** What the mutated sources read and count in. */
const shared = (globalThis.__stryker__ ??= {});

function testFilesOf(name) {
  const part = parts.find((one) => one.name === name);
  return part.tests.flatMap((entry) =>
    statSync(entry).isFile()
      ? [entry]
      : readdirSync(entry, { recursive: true })
          .filter((file) => file.endsWith('.test.ts'))
          .map((file) => path.join(entry, file))
          .sort(),
  );
}

const messageOf = (error) => String(error?.message ?? error);

/** Runs all tests once and notes which of them reaches which mutant. */
async function dryRun(files) {
  shared.mutantCoverage = { static: {}, perTest: {} };
  const results = [];
  for (const file of files) {
    const { tests } = collect(file);
    await runTests(tests, async ({ id, name }, run) => {
      const started = performance.now();
      shared.currentTestId = id;
      const result = { id, name, fileName: path.resolve(file) };
      try {
        await run();
        results.push({ ...result, status: 0, timeSpentMs: performance.now() - started });
      } catch (error) {
        results.push({ ...result, status: 1, timeSpentMs: 0, failureMessage: messageOf(error) });
      }
      shared.currentTestId = undefined;
      return true;
    });
  }
  return { status: 'complete', tests: results, mutantCoverage: shared.mutantCoverage };
}

/** The file's own tests first: they are the likeliest to notice. */
function inOrder(files, mutated) {
  const own = `${path.basename(mutated, '.ts')}.test.ts`;
  return files.toSorted((a, b) => Number(b.endsWith(own)) - Number(a.endsWith(own)));
}

/** @returns the test that fails first; undefined when all pass */
async function firstFailure(file, options) {
  const { activeMutant, mutantActivation, sandboxFileName, testFilter } = options;
  let failure;
  const failed = (id, error) => {
    failure = { id, message: messageOf(error) };
  };
  shared.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
  try {
    const { tests, needed } = collect(file);
    if (!needed.has(path.resolve(sandboxFileName))) return undefined;
    shared.activeMutant = activeMutant.id;
    // A mutant that acts while the file is read may have changed which tests there are.
    const chosen =
      mutantActivation === 'static'
        ? tests
        : tests.filter(({ id }) => !testFilter || testFilter.includes(id));
    await runTests(chosen, async ({ id }, run) => {
      await run().catch((error) => failed(id, error));
      return !failure;
    });
  } catch (error) {
    // Neither the file nor its hooks can be run any more.
    failed(file, error);
  }
  return failure;
}

async function mutantRun(files, options) {
  const { hitLimit, sandboxFileName, testFilter } = options;
  shared.hitCount = hitLimit === undefined ? undefined : 0;
  shared.hitLimit = hitLimit;
  const reached = files.filter(
    (file) => !testFilter || testFilter.some((id) => id.startsWith(`${file} `)),
  );
  const ordered = inOrder(reached, sandboxFileName);
  for (const file of ordered) {
    const failure = await firstFailure(file, options);
    if (shared.hitCount > hitLimit) return { status: 'timeout', reason: 'It goes on for ever.' };
    if (failure) {
      const { id, message } = failure;
      return { status: 'killed', killedBy: [id], failureMessage: message, nrOfTests: 1 };
    }
  }
  return { status: 'survived', nrOfTests: testFilter?.length ?? 0 };
}

function createRunner() {
  const files = testFilesOf(process.env.LADDER_MUTATION);
  return {
    capabilities: () => ({ reloadEnvironment: true }),
    init() {
      // A mutant may leave a promise behind that nobody waits for.
      process.on('unhandledRejection', () => undefined);
      prepareSuite();
      return Promise.resolve();
    },
    dryRun: () => dryRun(files),
    mutantRun: (options) => mutantRun(files, options),
  };
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'plain', factory: createRunner }];
