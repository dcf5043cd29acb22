// Tells whether what was built still stands for the files it was built from.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './root.mjs';

function* filesBelow(path, left) {
  if (!existsSync(path) || left.includes(path)) return;
  if (!statSync(path).isDirectory()) return yield path;
  for (const name of readdirSync(path).sort()) yield* filesBelow(join(path, name), left);
}

/** A hash of all files in `sources` and of the lock file; `left` are full paths to leave out. */
export function fingerprint(sources, left = []) {
  const hash = createHash('sha256');
  for (const source of ['package-lock.json', ...sources])
    for (const file of filesBelow(inRoot(source), left))
      hash
        .update(`${file.slice(inRoot().length)}\0`)
        .update(readFileSync(file))
        .update('\0');
  return hash.digest('hex');
}
