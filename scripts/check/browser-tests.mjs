// Runs the browser stories with Playwright against the built pages, the bundle that a deployment would
// upload and the local host.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findChromium } from '../find-chromium.mjs';
import { buildBackend, bundleFolder } from '../lib/backend.mjs';
import { buildFrontEnd } from '../lib/front-end.mjs';
import { cache, inRoot } from '../lib/root.mjs';
import { runNode } from '../lib/run.mjs';
import { failedStories, flakyStories, shownStory } from './stories.mjs';

/**
 * Runs all stories of test/e2e. A skipped story, or none at all, fails the step. A story that passed
 * only at its second try counts as passed, and is named with the error and the page of its first.
 */
export async function runBrowserTests(print) {
  const chromium = await findChromium(print);
  await buildFrontEnd();
  await buildBackend();
  const report = cache('playwright.json');
  mkdirSync(cache(), { recursive: true });
  rmSync(report, { force: true });
  const { code, output } = await runNode(
    [
      inRoot('node_modules', '@playwright', 'test', 'cli.js'),
      ...['test', '--config', 'test/e2e/playwright.config.ts', '--reporter', 'list,json'],
    ],
    {
      env: {
        CHROMIUM: chromium,
        LADDER_BUNDLE: bundleFolder,
        LADDER_DEPLOYED: '1',
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    },
  );
  const { stats, suites } = JSON.parse(readFileSync(report, 'utf8'));
  const flaky = flakyStories(suites);
  for (const story of flaky) print(shownStory(story));
  const notice = stats.skipped > 0 ? `\n${stats.skipped} stories are skipped.` : '';
  return {
    ok: code === 0 && stats.skipped === 0 && stats.expected + stats.flaky > 0,
    output: `${output}${notice}`,
    tests: { passed: stats.expected + stats.flaky, failed: stats.unexpected },
    failures: failedStories(suites),
    notes: flaky.map(({ title }) => `passed only at the second try: ${title}`),
  };
}
