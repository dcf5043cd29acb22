// Stryker for one of the parts, named by LADDER_MUTATION, with its report at LADDER_REPORT
// (scripts/check/mutation.mjs).
// https://stryker-mutator.io/docs/stryker-js/configuration/
import { parts } from './parts.mjs';

const name = process.env.LADDER_MUTATION;
const part = parts.find((one) => one.name === name);
if (!part) throw new Error(`LADDER_MUTATION is "${name}": ${parts.map((one) => one.name)}`);

/** Some files of the part, or lines of them (`src/domain/goal.ts:10-20`), for whoever writes tests for them. */
const some = process.env.LADDER_MUTATE;

export default {
  mutate: some?.split(',') ?? part.mutate,
  plugins: [new URL('runner.mjs', import.meta.url).href],
  testRunner: 'plain',
  // Each mutant meets only the tests that run its line.
  coverageAnalysis: 'perTest',
  ignoreStatic: part.ignoreStatic ?? false,
  ignorePatterns: [
    '/.local',
    '/bench',
    '/dist',
    '/docs',
    '/static/build',
    '/test-results',
    '/test/e2e',
  ],
  // Of each run its own, as it goes with the run.
  tempDirName: `.local/stryker-${process.pid}`,
  concurrency: 2,
  // Endless loops are counted, so what takes longer waits for something. Stryker then begins a new process.
  timeoutMS: 20_000,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: process.env.LADDER_REPORT },
};
