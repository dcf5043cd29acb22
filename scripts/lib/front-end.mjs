// Builds the pages into static/build when their sources have changed since the last build.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { cache, inRoot } from './root.mjs';
import { runNode } from './run.mjs';

/** Everything that can find its way into a page. */
const SOURCES = [
  'static',
  'src/contract',
  'src/domain',
  'src/ports',
  'src/usecases',
  'src/adapters/jira',
];

const stampFile = () => cache('front-end.sha256');

function isCurrent(print) {
  return (
    existsSync(inRoot('static', 'build', 'index.html')) &&
    existsSync(stampFile()) &&
    readFileSync(stampFile(), 'utf8') === print
  );
}

/** Vite's list of chunks is for the size budget only and is not part of the app. */
function keepChunkList() {
  const folder = inRoot('static', 'build', '.vite');
  renameSync(join(folder, 'manifest.json'), cache('front-end-chunks.json'));
  rmSync(folder, { recursive: true });
}

/**
 * Builds the pages unless the last build is of these very sources (`force` builds anyway).
 * Answers what Vite printed, '' without a build. Throws when the build fails.
 */
export async function buildFrontEnd({ print = () => undefined, force = false } = {}) {
  const sources = fingerprint(SOURCES, [inRoot('static', 'build')]);
  if (!force && isCurrent(sources)) return '';
  print('Building the pages.');
  mkdirSync(cache(), { recursive: true });
  rmSync(stampFile(), { force: true });
  const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
  const config = inRoot('static', 'vite.config.mts');
  const { code, output } = await runNode([vite, 'build', '--config', config]);
  if (code !== 0) throw new Error(`The pages could not be built:\n${output}`);
  keepChunkList();
  writeFileSync(stampFile(), sources);
  return output;
}
