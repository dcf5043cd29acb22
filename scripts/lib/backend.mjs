// Bundles the backend into dist/ when its sources have changed since the last time.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cache, inRoot } from './root.mjs';
import { fingerprint } from './fingerprint.mjs';
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

const stampFile = () => cache('backend.sha256');

/**
 * Bundles with Atlassian's bundler unless the last bundle is of these very sources (`force` bundles
 * anyway). Answers what was printed, '' when nothing was done. Throws when it fails.
 */
export async function buildBackend({ force = false } = {}) {
  const sources = fingerprint(SOURCES);
  const known = existsSync(bundleFolder) && existsSync(stampFile());
  if (!force && known && readFileSync(stampFile(), 'utf8') === sources) return '';
  mkdirSync(cache(), { recursive: true });
  rmSync(stampFile(), { force: true });
  const { code, output } = await runNode([inRoot('scripts', 'bundle.cjs')]);
  if (code !== 0) throw new Error(`The backend could not be bundled:\n${output}`);
  writeFileSync(stampFile(), sources);
  return output;
}
