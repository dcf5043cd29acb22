// The files of the project: what git tracks, and what it would.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot, root } from './root.mjs';

/** Paths from the root; what is deleted and not committed yet is left out. */
export function projectFiles() {
  const list = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return list.split('\0').filter((file) => file !== '' && existsSync(inRoot(file)));
}
