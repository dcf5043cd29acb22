// Finds a Chromium for the browser tests: named by the variable CHROMIUM, on the PATH, downloaded by
// Playwright, or installed by apt where that is allowed. As a command it prints the path.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './lib/run.mjs';

// The shell is the same browser without windows, and takes a sixth less time for the same stories.
const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const ADVICE = [
  'No Chromium was found for the browser tests. One of these helps:',
  '  - set CHROMIUM to the path of a Chromium or Chrome',
  '  - install chromium or google-chrome so that it is on the PATH',
  '  - run: npx playwright install chromium',
  'Everything else is checked by: npm run check',
].join('\n');

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function fromVariable() {
  const file = process.env.CHROMIUM;
  if (!file) return undefined;
  if (isExecutable(file)) return file;
  throw new Error(`CHROMIUM names ${file}, which is not a program that can be started.`);
}

function fromPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

async function fromPlaywright() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : undefined;
}

async function fromApt(print) {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (!isRoot || !isExecutable('/usr/bin/apt-get')) return undefined;
  print('No Chromium found: installing one with apt-get.');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => run('apt-get', args, { env });
  const install = (name) => apt('install', '-y', '--no-install-recommends', name);
  await apt('update');
  // Older systems have no shell of its own.
  if ((await install(SHELL)).code === 0) return fromPath();
  const { code, output } = await install('chromium');
  if (code !== 0) throw new Error(`apt-get failed:\n${output}\n${ADVICE}`);
  return fromPath();
}

/**
 * Path of a Chromium that can be started.
 * @throws with instructions when there is none and none can be installed
 */
export async function findChromium(print = () => undefined) {
  const file = fromVariable() ?? fromPath() ?? (await fromPlaywright()) ?? (await fromApt(print));
  if (!file) throw new Error(ADVICE);
  return file;
}

if (process.argv[1] === import.meta.filename) {
  findChromium(console.error).then(console.log, (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
