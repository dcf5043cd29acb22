// The steps of a check. `part` says which command runs a step besides the plain check: 'browser'
// from `npm test` on, 'nightly' only at night.
import { buildFrontEnd } from '../lib/front-end.mjs';
import { cache, inRoot } from '../lib/root.mjs';
import { runNode } from '../lib/run.mjs';
import { runBrowserTests } from './browser-tests.mjs';
import { runJest } from './jest.mjs';

const bin = (...parts) => inRoot('node_modules', ...parts);

const passes = async (args, options) => {
  const { code, output } = await runNode(args, options);
  return { ok: code === 0, output };
};

async function buildPages() {
  return { ok: true, output: await buildFrontEnd({ force: true }) };
}

const prettier = [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--cache', '.'];
// The rule compiler/errors says of every file what the compiler says of it, with the names of Node and of
// browsers. The backend and the local host are read once more by Node's ways and without the browser's names.
const types = [
  bin('typescript', 'bin', 'tsc'),
  ...['--project', 'local', '--noEmit', '--incremental'],
  ...['--tsBuildInfoFile', cache('types.tsbuildinfo')],
];
const eslint = [bin('eslint', 'bin', 'eslint.js'), '--max-warnings', '0', '.'];
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

// The longest steps come first, so that the two lanes end together.
export const steps = [
  { name: 'unit', run: () => runJest(['node', 'ui', 'simulation']) },
  { name: 'lint', run: () => passes(eslint) },
  { name: 'types', run: () => passes(types) },
  { name: 'format', run: () => passes(prettier) },
  { name: 'pages', run: buildPages },
  { name: 'bundle', run: () => passes(['scripts/bundle.cjs']) },
  {
    name: 'atlassian-lint',
    after: ['pages'],
    run: () => passes(['scripts/check/atlassian-lint.mjs']),
  },
  { name: 'unused', run: () => passes([bin('knip', 'bin', 'knip.js'), '--no-progress']) },
  { name: 'arrows', run: () => passes([cruise, '--output-type', 'err-long', ...cruised]) },
  { name: 'manifest', after: ['pages'], run: () => passes(['scripts/check/manifest.mjs']) },
  { name: 'rehearsal', after: ['bundle'], run: () => runJest(['rehearsal']) },
  { name: 'size', after: ['pages'], run: () => passes(['scripts/check/size.mjs']) },
  { name: 'words', run: () => passes(['scripts/check/words.mjs']) },
  { name: 'long', part: 'nightly', run: () => runJest(['nightly']) },
  { name: 'browser', part: 'browser', after: ['pages'], alone: true, run: runBrowserTests },
];
