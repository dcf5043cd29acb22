// Installs the packages of the lock file when they are missing or others than it names.
import { existsSync, readFileSync } from 'node:fs';
import { run } from './run.mjs';
import { inRoot } from './root.mjs';

const readLock = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Packages that every machine needs; binaries for other machines are optional. */
function neededPackages(folder) {
  return Object.entries(readLock(inRoot(folder, 'package-lock.json'))).filter(
    ([path, entry]) => path.startsWith('node_modules/') && !entry.optional && !entry.devOptional,
  );
}

/** npm writes its own list as the last act of an install, so a broken install is found too. */
function installedPackages(folder) {
  const file = inRoot(folder, 'node_modules', '.package-lock.json');
  return existsSync(file) ? readLock(file) : {};
}

function isCurrent(needed, folder) {
  const installed = installedPackages(folder);
  return needed.every(([path, entry]) => installed[path]?.version === entry.version);
}

/** The npm that started this script, else the one on the PATH. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script)) return [process.execPath, [script], {}];
  const isWindows = process.platform === 'win32';
  return [isWindows ? 'npm.cmd' : 'npm', [], { shell: isWindows }];
}

/**
 * Runs `npm ci` when needed and prints how far it is. Throws with npm's own words when it fails.
 * `folder` is a folder of the project with a lock file of its own.
 */
export async function installDependencies(print, folder = '') {
  const needed = neededPackages(folder);
  if (isCurrent(needed, folder)) return;
  const started = Date.now();
  print(`Installing ${needed.length} packages. The first time takes about a minute.`);
  const timer = setInterval(() => {
    const there = needed.filter(([path]) =>
      existsSync(inRoot(folder, path, 'package.json')),
    ).length;
    const seconds = Math.round((Date.now() - started) / 1000);
    print(`  ${there} of ${needed.length} packages after ${seconds} s`);
  }, 5000);
  const [command, first, options] = npmCommand();
  // `--include=dev`: with NODE_ENV=production npm would leave out the build tools.
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund'];
  const { code, output } = await run(command, args, { ...options, cwd: inRoot(folder) });
  clearInterval(timer);
  if (code !== 0) {
    throw new Error(`npm ci ended with code ${code}. It said:\n${output}`);
  }
  print(`  done after ${Math.round((Date.now() - started) / 1000)} s`);
}
