// The `test` of the browser stories: a site for each worker, a browser that is somebody, and a story
// that fails when the page had an error nobody expected. The stories of a worker share its host, and
// each begins on the first day: with the demo's data and clock, whatever ran before it. Stories of
// another site replace `host` for one story each: a `host` of the worker's own would cost a worker.
import { expect, type FrameLocator, type Page } from '@playwright/test';
import { test as base } from './browser';
import type { Host } from '../../../local/host';
import type { Locale } from '../../../local/web/session';
import { collectProblems, type Problems } from './problems';
import { openSite } from './site';

/** Login names of the demo. */
export type User = 'admin' | 'po' | 'dev' | 'viewer' | 'outsider';
export type Theme = 'light' | 'dark';

/** Who opens a page, and how they read. */
interface Reader {
  as?: User;
  theme?: Theme;
  locale?: Locale;
}

/** The app's modules that are pages, by their keys in manifest.yml. */
export type ModuleKey =
  | 'ladder-panel'
  | 'ladder-answered'
  | 'ladder-half'
  | 'ladder-open'
  | 'ladder-page'
  | 'ladder-settings'
  | 'ladder-reading';

export interface Story {
  page: Page;
  host: Host;
  problems: Problems;
  /** Opens an address of the local Jira, such as `/browse/SHOP-12`, as a user. */
  open(address: string, options?: Reader): Promise<void>;
  /** The app's page inside the page of Jira. */
  surface(module: ModuleKey): FrameLocator;
  /** Moves the clock of the site by whole days. */
  wait(days: number): void;
  /** Runs the nightly scan for every project that has it on. */
  scan(): Promise<void>;
}

/**
 * For a story whose sentence another test by day (mostly of the pages, test/static) proves as well: left to
 * `npm run nightly`. Whatever only a browser can show stays in the daily run.
 */
export const BY_NIGHT = { tag: '@nightly' };

const DAY = 86_400_000;

async function become(page: Page, host: Host, reader: Required<Reader>): Promise<void> {
  const { as: user, theme, locale } = reader;
  await page.context().addCookies([
    { name: 'ladder_user', value: user, url: host.url },
    { name: 'ladder_theme', value: theme, url: host.url },
    { name: 'ladder_locale', value: locale, url: host.url },
  ]);
}

async function createStory(page: Page, host: Host): Promise<Story> {
  return {
    page,
    host,
    problems: await collectProblems(page),
    async open(address, { as = 'po', theme = 'light', locale = 'en-US' } = {}) {
      await become(page, host, { as, theme, locale });
      await page.goto(`${host.url}${address}`);
    },
    surface: (module) => page.frameLocator(`.module[data-module="${module}"] iframe`),
    wait: (days) => host.moveClock(host.clock.now() + days * DAY),
    async scan() {
      const { runs, queue } = await host.schedule({ force: true });
      expect(runs.filter(({ ok }) => !ok)).toEqual([]);
      expect(queue.failed).toBe(0);
    },
  };
}

/** The demo shop of a worker as it is on its first day. */
type FirstDay = () => Promise<Host>;

export const test = base.extend<{ host: Host; story: Story }, { firstDay: FirstDay }>({
  firstDay: [
    async ({}, use) => {
      const site = await openSite();
      let used = false;
      await use(async () => {
        if (used) await site.host.reset();
        used = true;
        return site.host;
      });
      await site.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  host: async ({ firstDay }, use) => use(await firstDay()),
  story: async ({ page, host }, use) => {
    const story = await createStory(page, host);
    await use(story);
    expect(story.problems.found(), 'errors in the page').toEqual([]);
  },
});

export { expect };
