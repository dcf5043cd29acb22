// Whether what was built before still stands for what it was built from.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fingerprint } from '../../../scripts/lib/fingerprint.mjs';
import { cache } from '../../../scripts/lib/root.mjs';

/**
 * Runs `build` into `cache(name)` unless it was built from the same files (paths from the root).
 * Two runs at once build beside each other, and the later one takes the place of the earlier.
 */
export async function builtOnce(name, entries, build) {
  const folder = cache(name);
  const stamp = path.join(folder, 'stamp');
  const hash = fingerprint([...entries, 'test/support/prebuilt']);
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
