// What the app's frames show once a page is quiet.
import type { Frame, Page } from '@playwright/test';

/** Nothing is asked for so long: the page has what it wanted. */
const STILL_MS = 300;
const MOST_MS = 20_000;
/** How a part of a page says that it waits for something. */
const BUSY = '[aria-busy="true"], [role="status"][aria-label="Loading"]';

interface Quiet {
  /** Waits until nothing is asked for and no part of a page says that it is loading. */
  wait(): Promise<void>;
}

/** The frames of a page that are the app's; Jira's own page is around them. */
export const appFrames = (page: Page): Frame[] =>
  page.frames().filter((frame) => frame.parentFrame() === page.mainFrame());

/** Frames inside the app's, which has none: a text became one. They may never answer a question. */
const strangeFrames = (page: Page): string[] =>
  page
    .frames()
    .filter((frame) => frame.parentFrame() && frame.parentFrame() !== page.mainFrame())
    .map((frame) => frame.url());

/** Counts what a page and its frames ask for; to be called before the first page is opened. */
export function watchQuiet(page: Page): Quiet {
  const running = new Set<unknown>();
  let last = Date.now();
  const ended = (request: unknown): void => {
    running.delete(request);
    last = Date.now();
  };
  page.on('request', (request) => {
    running.add(request);
    last = Date.now();
  });
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  const busy = async (): Promise<string> => {
    const frames = appFrames(page);
    for (const frame of frames) {
      const waits = await frame.evaluate(
        (busy) => document.querySelector(busy)?.outerHTML.slice(0, 200) ?? '',
        BUSY,
      );
      if (waits) return waits;
    }
    return frames.length === 0 ? 'no frame of the app' : '';
  };
  return {
    async wait() {
      const until = Date.now() + MOST_MS;
      last = Date.now();
      for (;;) {
        const strange = strangeFrames(page);
        if (strange.length > 0) throw new Error(`frames inside the app: ${strange.join(' ')}`);
        const still = running.size === 0 && Date.now() - last >= STILL_MS;
        const what = still ? await busy() : `${running.size} requests`;
        if (still && what === '') return;
        if (Date.now() > until) throw new Error(`${page.url()} is not quiet: ${what}`);
        await page.waitForTimeout(50);
      }
    },
  };
}

/** The texts that can be seen in a frame, with what stands in its forms. */
const shownIn = (frame: Frame): Promise<string> =>
  frame.evaluate(() => {
    const visible = (element: Element): boolean =>
      (element.closest('select') ?? element).checkVisibility();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode;
      if (parentElement && visible(parentElement)) texts.push(nodeValue ?? '');
    }
    for (const field of document.querySelectorAll('input, textarea'))
      if ('value' in field && visible(field)) texts.push(`${field.value as string}`);
    return texts.join('\n');
  });

/** What the app shows on a page. */
export async function shownOn(page: Page): Promise<string> {
  const texts: string[] = [];
  for (const frame of appFrames(page)) texts.push(await shownIn(frame));
  return texts.join('\n');
}
