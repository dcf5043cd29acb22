// The folder of the project, whatever folder a command was started in.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Full path, with a slash at the end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A path inside the project. */
export const inRoot = (...parts) => join(root, ...parts);

/** Scratch files of the scripts; they go with node_modules. */
export const cache = (...parts) => inRoot('node_modules', '.cache', 'ladder', ...parts);
