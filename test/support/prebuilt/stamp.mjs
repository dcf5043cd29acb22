// Whether what was built before still stands for what it was built from.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';

import path from 'node:path';
import { cache, inRoot } from '../../../scripts/lib/root.mjs';

function* filesIn(entry) {
  if (!statSync(entry).isDirectory()) return yield entry;
  for (const name of readdirSync(entry).sort()) yield* filesIn(path.join(entry, name));
}

function hashOf(entries) {
  const hash = createHash('sha256');
  for (const file of entries.flatMap((entry) => [...filesIn(inRoot(entry))]))
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/**
 * Runs `build` into `cache(name)` unless it was built from the same files (paths from the root).
 * Two runs at once build beside each other, and the later one takes the place of the earlier.
 */
export async function builtOnce(name, entries, build) {
  const folder = cache(name);
  const stamp = path.join(folder, 'stamp');
  const hash = hashOf([...entries, 'package-lock.json', 'test/support/prebuilt']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  const draft = `${folder}-${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  await build(draft);
  writeFileSync(path.join(draft, 'stamp'), hash);
  const old = `${draft}-old`;
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(draft, folder);
  rmSync(old, { recursive: true, force: true });
}
