// Browser stories. `npm test` names the Chromium to use; started by hand, the variable CHROMIUM or
// the usual path does.
import { defineConfig } from '@playwright/test';
// The local hosts of the stories run in Playwright's own processes.
import '../support/quick-grammar.cjs';

const byNight = process.env['LADDER_NIGHTLY'] === '1';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  // Each worker has a site of its own; two keep two cores busy.
  workers: 2,
  // By day the dark theme is looked at on every page and every tab; at night every story that has a
  // dark twin is told twice, and what the tests of the pages prove as well is walked through.
  ...(byNight ? {} : { grepInvert: /@nightly|^(?!.*every tab).*\bin the dark theme\b/ }),
  forbidOnly: true,
  // A story that needs its second try is named in the summary; it is a fault to be found.
  retries: 1,
  // A machine that does other work beside the stories is slow, and not wrong.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        // Containers usually run as the superuser, where Chromium's own sandbox cannot start.
        '--no-sandbox',
        '--disable-gpu',
        // One process draws Jira's page and the app's frame, and the next story's too: a new one for each
        // would start with no script compiled. Their origins stay apart.
        '--disable-site-isolation-trials',
        '--renderer-process-limit=1',
      ],
    },
  },
});
