// Runs the browser stories with Playwright against the built pages and the local host.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findChromium } from '../find-chromium.mjs';
import { buildFrontEnd } from '../lib/front-end.mjs';
import { cache, inRoot } from '../lib/root.mjs';
import { runNode } from '../lib/run.mjs';

/** Runs all stories of test/e2e. A skipped story, or none at all, fails the step. */
export async function runBrowserTests(print) {
  const chromium = await findChromium(print);
  await buildFrontEnd();
  const report = cache('playwright.json');
  mkdirSync(cache(), { recursive: true });
  rmSync(report, { force: true });
  const { code, output } = await runNode(
    [
      inRoot('node_modules', '@playwright', 'test', 'cli.js'),
      ...['test', '--config', 'test/e2e/playwright.config.ts', '--reporter', 'list,json'],
    ],
    { env: { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  const notice = stats.skipped > 0 ? `\n${stats.skipped} stories are skipped.` : '';
  return {
    ok: code === 0 && stats.skipped === 0 && stats.expected > 0,
    output: `${output}${notice}`,
    tests: { passed: stats.expected, failed: stats.unexpected + stats.flaky },
  };
}
