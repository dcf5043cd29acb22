// Whether what was built still stands for the files it was built from.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cache, inRoot } from './root.mjs';

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

/**
 * Runs `build` unless `result` (a full path) is there and was built from these very files; `force` runs it
 * anyway. Answers what it answers, '' when it was not run. A build that throws is run again the next time.
 */
export async function buildWhenChanged({ name, sources, left, result, force = false }, build) {
  const stamp = cache(`${name}.sha256`);
  const hash = fingerprint(sources, left);
  const known = existsSync(result) && existsSync(stamp);
  if (!force && known && readFileSync(stamp, 'utf8') === hash) return '';
  mkdirSync(cache(), { recursive: true });
  rmSync(stamp, { force: true });
  const output = await build();
  writeFileSync(stamp, hash);
  return output;
}
