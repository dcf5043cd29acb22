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

const PROGRAMS = ['.', 'static', 'local', 'test']; // bench is part of test's

async function checkTypes() {
  const outputs = [];
  for (const folder of PROGRAMS) {
    const info = cache(`types-${folder === '.' ? 'src' : folder}.tsbuildinfo`);
    const { code, output } = await runNode([
      bin('typescript', 'bin', 'tsc'),
      ...['--project', folder, '--noEmit', '--incremental', '--tsBuildInfoFile', info],
    ]);
    if (code !== 0) outputs.push(output);
  }
  return { ok: outputs.length === 0, output: outputs.join('\n') };
}

async function buildPages() {
  return { ok: true, output: await buildFrontEnd({ force: true }) };
}

const prettier = [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--cache', '.'];
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
  { name: 'unit', run: () => runJest(['node', 'ui']) },
  { name: 'lint', run: () => passes(eslint) },
  { name: 'types', run: checkTypes },
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
