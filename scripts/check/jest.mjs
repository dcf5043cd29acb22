// Runs Jest projects and counts their tests.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cache, inRoot, root } from '../lib/root.mjs';
import { runNode } from '../lib/run.mjs';
import { plain } from './failures.mjs';

/**
 * Runs projects of jest.config.cjs, all of their files or those that `files` chooses (options of Jest), as
 * the step `name`. A skipped test fails the step.
 */
export async function runJest(name, projects, files = []) {
  const report = cache(`jest-${name}.json`);
  mkdirSync(cache(), { recursive: true });
  rmSync(report, { force: true });
  const { code, output } = await runNode([
    // Pages that are drawn and thrown away: more room for what is young means less to be moved about.
    '--max-semi-space-size=64',
    inRoot('node_modules', 'jest', 'bin', 'jest.js'),
    ...['--selectProjects', ...projects],
    ...files,
    // Jest alone would leave one of two cores to the steps beside it, which are done long before it.
    ...['--maxWorkers', '2', '--json', '--outputFile', report, '--silent=false'],
  ]);
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  const skipped = counts.numPendingTests + counts.numTodoTests;
  const notice = skipped > 0 ? `\n${skipped} tests are skipped: run them or delete them.` : '';
  return {
    ok: code === 0 && skipped === 0 && counts.numPassedTests > 0,
    output: `${withoutReport(output)}${notice}`,
    tests: { passed: counts.numPassedTests, failed: counts.numFailedTests },
    failures: counts.testResults.flatMap(failuresOf),
  };
}

/** The failed tests of a file; a file that could not be run is one failure. */
function failuresOf({ name, status, message, assertionResults }) {
  const file = path.relative(root, name);
  const failed = assertionResults.filter((one) => one.status === 'failed');
  if (failed.length === 0)
    return status === 'failed' ? [{ title: file, text: plain(message) }] : [];
  return failed.map(({ fullName, failureMessages }) => ({
    title: `${file}: ${fullName}`,
    text: plain(failureMessages.join('\n')),
  }));
}

/** Jest repeats the whole report on its output when it is asked for one. */
function withoutReport(output) {
  return output
    .split('\n')
    .filter((line) => !line.startsWith('{"numFailedTestSuites"'))
    .join('\n');
}
