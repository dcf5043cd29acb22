// The time to the first number of the project page in a browser, beside a bare page with the same
// libraries and the same duties to Jira: built by the same settings, served by the same local host, its
// context read, Jira's theme taken, one call to Jira behind it. Both are timed from the navigation of
// their frame to their first number on screen, each time in a new browser profile. The same bare page
// says what drawing alone takes: its heading and button are painted before its number.
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { firstNumber, type FirstNumber, type Watched } from './first-number';
import { median, spread } from './spread';
import { kib, table } from './table';
import { startHost, type Host } from '../local/host';

const RUNS = 7;
/** The promise: so many times the bare page's time at most. */
const MOST = 1.5;
const NOW = Date.parse('2026-11-02T09:00:00Z');

export interface FirstOptions {
  /** Path of a Chromium. */
  chromium: string;
  /** The app's folder, with the pages built. */
  root: string;
  /** A folder of its own in which the bare page is built as `static/build`. */
  bareRoot: string;
  /** What a reader waits for, in bytes after gzip. */
  sizes: readonly Size[];
}

/** A part of the pages by its name. */
export interface Size {
  name: string;
  bytes: number;
  budget: number;
}

/** The demo at a fixed moment around the pages that `folder` has built. */
const hostOf = (folder: string, root: string): Promise<Host> =>
  startHost({
    root: folder,
    functions: { kind: 'sources', folder: path.join(root, 'src') },
    source: { kind: 'demo', issues: 600, projects: 2 },
    now: NOW,
    lagMs: 0,
  });

/** The app's manifest and the texts that it names: only its pages are looked at there. */
function copyManifest(root: string, bareRoot: string): void {
  for (const name of ['manifest.yml', 'locales'])
    cpSync(path.join(root, name), path.join(bareRoot, name), { recursive: true });
}

const addressOf = (host: Host): string => `${host.url}/projects/SHOP/ladder`;

/** Script and style of the bare page, as it is built. */
function bareSize(bareRoot: string): number {
  const folder = path.join(bareRoot, 'static', 'build');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(js|css)$/.test(file))
    .reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length, 0);
}

function sizeLines({ sizes, bareRoot }: FirstOptions): string[] {
  const rows = sizes.map(({ name, bytes, budget }) => [name, kib(bytes), kib(budget)]);
  return table(
    ['after gzip', 'size', 'at most'],
    [...rows, ['the bare page, script and style', kib(bareSize(bareRoot)), '']],
  );
}

/** Prints both times and their ratio; false when it is more than promised. */
export async function benchFirst({
  print,
  ...options
}: FirstOptions & { print: (line: string) => void }): Promise<boolean> {
  const { root, bareRoot } = options;
  sizeLines(options).forEach(print);
  copyManifest(root, bareRoot);
  const hosts = [await hostOf(root, root), await hostOf(bareRoot, root)] as const;
  const [page, bare] = hosts.map((host, n): Watched => ({
    address: addressOf(host),
    // The first sentence of the tab, whose numbers are set in figures of one width.
    selector: n === 0 ? 'section p span[style*="tabular-nums"]' : 'section p',
    build: path.join(n === 0 ? root : bareRoot, 'static', 'build'),
  })) as [Watched, Watched];
  const browser = await chromium.launch({
    executablePath: options.chromium,
    args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'],
  });
  try {
    // The first look at each warms up the host and its functions, and does not count.
    await firstNumber(browser, page);
    await firstNumber(browser, bare);
    const runs: { page: FirstNumber; bare: FirstNumber }[] = [];
    for (let run = 0; run < RUNS; run += 1)
      runs.push({ page: await firstNumber(browser, page), bare: await firstNumber(browser, bare) });
    const row = (what: string, figure: (one: FirstNumber) => number, digits = 0) => [
      what,
      ...(['page', 'bare'] as const).map((name) =>
        spread(
          runs.map((run) => figure(run[name])),
          digits,
        ),
      ),
    ];
    const head = [`median of ${RUNS} (least to most)`, 'project page', 'bare page'];
    const rows = [
      row('first number, ms', ({ ms }) => ms),
      row('first thing painted, ms', ({ paintedMs }) => paintedMs),
      row('script before the number, KiB', ({ scriptBytes }) => scriptBytes / 1024, 1),
      row('heap of JavaScript at the number, MiB', ({ heap }) => heap / 1024 / 1024, 1),
    ];
    table(head, rows).forEach(print);
    const ratioTo = (bareMs: (one: FirstNumber) => number) =>
      median(runs.map((run) => run.page.ms)) / median(runs.map((run) => bareMs(run.bare)));
    const ratio = ratioTo(({ ms }) => ms);
    const pairs = spread(
      runs.map((run) => run.page.ms / run.bare.ms),
      2,
    );
    const kept = ratio <= MOST;
    print(
      `- Ratio ${ratio.toFixed(2)} to the bare page with its number, by pairs ${pairs}: ` +
        `${kept ? 'within' : 'MORE than'} ${MOST}.`,
    );
    const drawn = ratioTo(({ paintedMs }) => paintedMs).toFixed(2);
    print(`- Ratio ${drawn} to the bare page without a number, as soon as it has drawn anything.`);
    return kept;
  } finally {
    await browser.close();
    for (const host of hosts) await host.close();
  }
}
