// Stryker for one of the parts, named by LADDER_MUTATION (scripts/check/mutation.mjs).
// https://stryker-mutator.io/docs/stryker-js/configuration/
import { parts } from './parts.mjs';

const name = process.env.LADDER_MUTATION;
const part = parts.find((one) => one.name === name);
if (!part) throw new Error(`LADDER_MUTATION is "${name}": ${parts.map((one) => one.name)}`);

export default {
  mutate: part.mutate,
  plugins: [new URL('runner.mjs', import.meta.url).href],
  testRunner: 'plain',
  // Each mutant meets only the tests that run its line.
  coverageAnalysis: 'perTest',
  ignoreStatic: part.ignoreStatic ?? false,
  ignorePatterns: ['/bench', '/dist', '/docs', '/static', '/test-results', '/test/e2e'],
  tempDirName: '.local/stryker',
  concurrency: 2,
  // A machine that does something else too must not pass for an endless loop.
  timeoutMS: 120_000,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `node_modules/.cache/ladder/mutation-${name}.json` },
};
