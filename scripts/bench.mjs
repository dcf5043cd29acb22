// `npm run bench`: what Ladder costs a site, on the local Jira in memory, printed and kept as a page.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { buildFrontEnd } from './lib/front-end.mjs';
import { demandNode } from './lib/node-version.mjs';
import { cache, inRoot, root } from './lib/root.mjs';
import { run, runNode } from './lib/run.mjs';
import { load } from './lib/typescript.mjs';

const print = (line) => console.log(line);

/** Builds the page to compare with, by the settings of the app's own pages. */
async function buildBarePage(bareRoot) {
  const { code, output } = await runNode([
    inRoot('node_modules', 'vite', 'bin', 'vite.js'),
    ...['build', inRoot('bench', 'bare'), '--config', inRoot('static', 'vite.config.mts')],
    ...['--outDir', `${bareRoot}/static/build`, '--emptyOutDir'],
  ]);
  if (code !== 0) throw new Error(`The bare page could not be built:\n${output}`);
}

async function browser() {
  const chromium = await findChromium(print);
  await buildFrontEnd({ print });
  const bareRoot = cache('bare');
  await buildBarePage(bareRoot);
  return { chromium, root, bareRoot, sizes: await sizes() };
}

/** The lines of the check: `surface item: 139752 of 143360 bytes`. */
async function sizes() {
  const { output } = await runNode([inRoot('scripts', 'check', 'size.mjs')]);
  return [...output.matchAll(/^(.+): (\d+) of (\d+) bytes$/gm)].map(([, name, bytes, budget]) => ({
    name,
    bytes: Number(bytes),
    budget: Number(budget),
  }));
}

/** Where the sources stand; outside of a checkout nobody can say. */
async function commit() {
  const { code, output } = await run('git', ['rev-parse', '--short', 'HEAD']);
  return code === 0 ? output.trim() : 'an unknown commit';
}

/** Puts what was measured into the page, in the format that the check asks for. */
async function keep(title, text) {
  const { measuredOn, renewed } = await load('bench/page.ts');
  const { TITLES } = await load('bench/sections.ts');
  const page = inRoot('docs', 'benchmarks.md');
  const measured = new Map([[title, `${measuredOn(await commit())}\n\n${text}`]]);
  const old = existsSync(page) ? readFileSync(page, 'utf8') : '';
  writeFileSync(page, renewed(old, Object.values(TITLES), measured));
  await runNode([inRoot('node_modules', 'oxfmt', 'bin', 'oxfmt'), page]);
}

async function bench() {
  demandNode();
  await installDependencies(print);
  process.env.TZ = 'UTC';
  const { HELP, parseOptions } = await load('bench/options.ts');
  const options = parseOptions(process.argv.slice(2));
  if (options.help) return print(HELP);
  const { runSections } = await load('bench/sections.ts');
  const kept = await runSections({ ...options, print, browser, keep });
  print(
    kept
      ? '\nKept in docs/benchmarks.md.'
      : '\nA section failed; docs/benchmarks.md keeps the others.',
  );
  if (!kept) process.exitCode = 1;
}

bench().catch((error) => {
  console.error(error.name === 'OptionsError' ? error.message : error.stack);
  process.exitCode = 1;
});
