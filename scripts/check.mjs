// `npm run check`, `npm test` (--all: with the browser tests) and `npm run nightly` (--nightly: with
// the long tests too). Runs every step, also after one has failed, and ends with the line
// `N passed, N failed`: each test counts as one and each step as one.
import { parseArgs } from 'node:util';
import { forget } from './check/conformance.mjs';
import { runSteps, summary } from './check/runner.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { demandNode } from './lib/node-version.mjs';

const HELP = `Usage: node scripts/check.mjs [--all] [--nightly] [--only <step>]...
  (nothing)   everything but the browser tests
  --all       with the browser tests: this is npm test
  --nightly   with the browser tests and the long tests
  --only      one step by its name; may be given several times
  --help      this text`;

function options() {
  const { values } = parseArgs({
    options: {
      all: { type: 'boolean', default: false },
      nightly: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}

function chosen(steps, { all, nightly, only }) {
  if (only.length > 0) {
    const unknown = only.filter((name) => !steps.some((step) => step.name === name));
    if (unknown.length > 0) {
      const names = steps.map((step) => step.name).join(', ');
      throw new Error(`There is no step "${unknown.join('", "')}". Steps: ${names}`);
    }
    return steps.filter((step) => only.includes(step.name));
  }
  const parts = ['always', ...(all || nightly ? ['browser'] : []), ...(nightly ? ['nightly'] : [])];
  return steps.filter((step) => parts.includes(step.part ?? 'always'));
}

async function check() {
  const wanted = options();
  if (wanted.help) return console.log(HELP);
  demandNode();
  // The stories read it: at night they are told in both themes.
  if (wanted.nightly) process.env.LADDER_NIGHTLY = '1';
  // The conformance reads it: not every call was made.
  if (wanted.only.length > 0) process.env.LADDER_PART = '1';
  await installDependencies(console.log);
  forget();
  // Only now: the steps are the first to need a package.
  const { steps } = await import('./check/steps.mjs');
  const started = Date.now();
  const results = await runSteps(chosen(steps, wanted), console.log);
  console.log(summary(results, Date.now() - started));
  if (results.some((result) => !result.ok)) process.exitCode = 1;
}

check().catch((error) => {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
