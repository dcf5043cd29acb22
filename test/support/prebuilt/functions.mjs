// The app's functions and the worker that runs them, each as one file: a host of a test would
// otherwise compile all of `src` anew, which takes longer than most tests.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../../scripts/lib/root.mjs';
import buildGrammar from './grammar.mjs';
import { builtOnce } from './stamp.mjs';

const RUNTIME = 'local/forge/runtime/dist/wrapper.js';

/** Shaped like what Atlassian's bundler makes: the host runs it as a bundle. */
const entryText = `'use strict';
const { run } = require(${JSON.stringify(inRoot(RUNTIME))});
exports.main = (event, context) =>
  run((handler) => require('./index.cjs')[handler.split('.')[1]], event, context);
`;

export default async function buildFunctions() {
  await buildGrammar();
  await builtOnce('functions', ['src', 'local/forge/functions'], async (folder) => {
    const { bundle } = await import('./bundle.mjs');
    await bundle({ name: 'index', entry: inRoot('src/index.ts'), folder });
    await bundle({ name: 'worker', entry: inRoot('local/forge/functions/worker.ts'), folder });
    writeFileSync(path.join(folder, '__forge__.cjs'), entryText);
  });
}
