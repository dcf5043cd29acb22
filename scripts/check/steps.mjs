// The steps of a check. `part` says which command runs a step besides the plain check: 'browser'
// from `npm test` on, 'nightly' only at night.
import { buildBackend } from '../lib/backend.mjs';
import { buildFrontEnd } from '../lib/front-end.mjs';
import { inRoot } from '../lib/root.mjs';
import { runNode } from '../lib/run.mjs';
import { runBrowserTests } from './browser-tests.mjs';
import { runConformance } from './conformance.mjs';
import { runJest } from './jest.mjs';
import { runMutation } from './mutation.mjs';

const bin = (...parts) => inRoot('node_modules', ...parts);

const passes = async (args, options) => {
  const { code, output } = await runNode(args, options);
  return { ok: code === 0, output };
};

/** A linter that was stopped in the middle of its work must not count as one that found nothing. */
async function lint() {
  const { code, output } = await runNode(oxlint, oneCore);
  return { ok: code === 0 && output.includes('Found 0 warnings and 0 errors.'), output };
}

async function buildPages() {
  return { ok: true, output: await buildFrontEnd({ force: true }) };
}

async function bundle() {
  return { ok: true, output: await buildBackend({ force: true }) };
}

const oxfmt = [bin('oxfmt', 'bin', 'oxfmt'), '--check', '--threads', '1'];
// Rules of the syntax, rules that know types, and the compiler's errors, in one go: each file is read by
// the nearest tsconfig.json, so the backend and the local host without the names that only a browser knows.
// On one core, as other steps run beside it; collecting garbage less often spares a quarter of its time.
const oxlint = [bin('oxlint', 'bin', 'oxlint'), '--threads', '1'];
const oneCore = { env: { GOMAXPROCS: '1', GOGC: '400' } };
const cruise = bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const cruised = [
  '--config',
  '.dependency-cruiser.cjs',
  'src',
  'static/src',
  'local',
  'test',
  'bench',
];

const SEEDS = 'test/simulation/swarm';

// The longest steps come first, so that the two lanes end together.
export const steps = [
  // It keeps all cores busy by itself, and says how long its seeds take only when nothing runs beside it.
  {
    name: 'seeds',
    alone: true,
    run: () => runJest('seeds', ['simulation'], ['--testPathPatterns', SEEDS]),
  },
  {
    name: 'unit',
    run: () =>
      runJest(
        'unit',
        ['node', 'ui', 'simulation'],
        ['--testPathIgnorePatterns', '/node_modules/', SEEDS],
      ),
  },
  { name: 'lint', run: lint },
  { name: 'format', run: () => passes(oxfmt) },
  { name: 'pages', run: buildPages },
  { name: 'bundle', run: bundle },
  {
    name: 'atlassian-lint',
    after: ['pages'],
    run: () => passes(['scripts/check/atlassian-lint.mjs']),
  },
  { name: 'unused', run: () => passes([bin('knip', 'bin', 'knip.js'), '--no-progress']) },
  { name: 'arrows', run: () => passes([cruise, '--output-type', 'err-long', ...cruised]) },
  { name: 'manifest', after: ['pages'], run: () => passes(['scripts/check/manifest.mjs']) },
  { name: 'rehearsal', after: ['bundle'], run: () => runJest('rehearsal', ['rehearsal']) },
  { name: 'size', after: ['pages'], run: () => passes(['scripts/check/size.mjs']) },
  { name: 'words', run: () => passes(['scripts/check/words.mjs']) },
  { name: 'docs', run: () => passes(['scripts/check/docs.mjs']) },
  // Hundreds of times as many inputs as by day; Jest takes the time of a test from here, not from a project.
  {
    name: 'long',
    part: 'nightly',
    run: () => runJest('long', ['nightly'], ['--testTimeout', '300000']),
  },
  { name: 'mutation', part: 'nightly', run: (print) => runMutation(print) },
  {
    name: 'browser',
    part: 'browser',
    after: ['pages', 'bundle'],
    alone: true,
    run: runBrowserTests,
  },
  // Last: it reads what the calls of all tests have left behind.
  {
    name: 'conformance',
    after: ['seeds', 'unit', 'rehearsal', 'browser'],
    alone: true,
    run: runConformance,
  },
];
