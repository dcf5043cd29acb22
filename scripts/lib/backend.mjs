// Bundles the backend into dist/ when its sources have changed since the last time.
import { buildWhenChanged } from './fingerprint.mjs';
import { inRoot } from './root.mjs';
import { runNode } from './run.mjs';

/** Where the bundle is. */
export const bundleFolder = inRoot('dist');

/** Everything that can find its way into the bundle. */
const SOURCES = [
  'src',
  'local/forge/runtime',
  'manifest.yml',
  'tsconfig.json',
  'scripts/bundle.cjs',
];

/**
 * Bundles with Atlassian's bundler unless the last bundle is of these very sources (`force` bundles
 * anyway). Answers what was printed, '' when nothing was done. Throws when it fails.
 */
export function buildBackend({ force = false } = {}) {
  return buildWhenChanged(
    { name: 'backend', sources: SOURCES, result: bundleFolder, force },
    async () => {
      const { code, output } = await runNode([inRoot('scripts', 'bundle.cjs')]);
      if (code !== 0) throw new Error(`The backend could not be bundled:\n${output}`);
      return output;
    },
  );
}
