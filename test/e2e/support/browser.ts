// One window of the browser for all stories of a worker, because a window of its own costs a story
// more than most of its pages. Each story gets a new tab; what it left behind is taken away: cookies,
// what pages stored, its tabs. Only the cache stays, as it would for a person who comes again.
import { test as base, type Browser, type BrowserContext } from '@playwright/test';

interface Window {
  context: BrowserContext;
  /** Takes away what a story left behind. */
  clean(): Promise<void>;
}

async function openWindow(browser: Browser): Promise<Window> {
  const context = await browser.newContext();
  // The tab that keeps the window, and the process that draws it, between stories.
  const keeper = await context.newPage();
  const tools = await context.newCDPSession(keeper);
  const visited = new Set<string>();
  context.on('request', (request) => {
    if (request.isNavigationRequest()) visited.add(new URL(request.url()).origin);
  });
  return {
    context,
    async clean() {
      const left = context.pages().filter((page) => page !== keeper);
      await Promise.all(left.map((page) => page.close()));
      await context.clearCookies();
      for (const origin of visited)
        await tools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage' });
      visited.clear();
    },
  };
}

export const test = base.extend<object, { windows: Window[] }>({
  windows: [
    async ({}, use) => {
      const windows: Window[] = [];
      await use(windows);
      await Promise.all(windows.map(({ context }) => context.close()));
    },
    { scope: 'worker' },
  ],
  // Opened by the first story: only then are the settings of a page known.
  context: async ({ browser, windows }, use) => {
    windows[0] ??= await openWindow(browser);
    await use(windows[0].context);
    await windows[0].clean();
  },
});
