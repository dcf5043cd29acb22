// The app's functions as they were built before the tests began (prebuilt/functions.mjs).
import path from 'node:path';
import type { FunctionSource } from '../../local/forge/functions/protocol';

const folder = path.join(__dirname, '../../node_modules/.cache/ladder/functions');

export const prebuiltFunctions: FunctionSource = {
  kind: 'bundle',
  folder,
  worker: path.join(folder, 'worker.cjs'),
};
