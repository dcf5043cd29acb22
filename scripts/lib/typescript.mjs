// Lets a script load the project's TypeScript.
import { createRequire } from 'node:module';
import { inRoot } from './root.mjs';

/** Exports of a TypeScript file of the project, by its path from the root. */
export async function load(file) {
  await import('tsx');
  return createRequire(import.meta.url)(inRoot(file));
}
