// Builds the pages into static/build when their sources have changed since the last build.
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenChanged } from './fingerprint.mjs';
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
export function buildFrontEnd({ print = () => undefined, force = false } = {}) {
  const built = {
    name: 'front-end',
    sources: SOURCES,
    left: [inRoot('static', 'build')],
    result: inRoot('static', 'build', 'index.html'),
    force,
  };
  return buildWhenChanged(built, async () => {
    print('Building the pages.');
    const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
    const config = inRoot('static', 'vite.config.mts');
    const { code, output } = await runNode([vite, 'build', '--config', config]);
    if (code !== 0) throw new Error(`The pages could not be built:\n${output}`);
    keepChunkList();
    return output;
  });
}
