// `npm run bench`: what Ladder costs a site, on the local Jira in memory.
import { findChromium } from './find-chromium.mjs';
import { installDependencies } from './lib/dependencies.mjs';
import { buildFrontEnd } from './lib/front-end.mjs';
import { demandNode } from './lib/node-version.mjs';
import { cache, inRoot, root } from './lib/root.mjs';
import { runNode } from './lib/run.mjs';
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
  return { chromium, root, bareRoot };
}

async function bench() {
  demandNode();
  await installDependencies(print);
  process.env.TZ = 'UTC';
  const { HELP, parseOptions } = await load('bench/options.ts');
  const options = parseOptions(process.argv.slice(2));
  if (options.help) return print(HELP);
  const { runSections } = await load('bench/sections.ts');
  const kept = await runSections({ ...options, print, browser });
  if (!kept) process.exitCode = 1;
}

bench().catch((error) => {
  console.error(error.name === 'OptionsError' ? error.message : error.stack);
  process.exitCode = 1;
});
