// Watches a frame of the app from inside for its first number.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Frame, Page } from '@playwright/test';

/** A page to be watched: where it stands, and what holds its first number once it has one. */
export interface Watched {
  /** Address of the local Jira's page around the frame. */
  address: string;
  selector: string;
  /** The folder that the frame is served from. */
  build: string;
}

export interface FirstNumber {
  /** Milliseconds from the navigation of the frame until the number is painted. */
  ms: number;
  /** Until anything was painted, placeholders included. */
  paintedMs: number;
  /** What was shown, as text. */
  text: string;
  /** Bytes after gzip of the app's script that had come before. */
  scriptBytes: number;
  /** Bytes of the frame's JavaScript heap at that moment, garbage not yet collected among it. */
  heap: number;
}

interface Mark {
  at: number;
  painted: number;
  text: string;
  scripts: string[];
  heap: number;
}

declare global {
  interface Window {
    firstNumber?: Mark;
  }
}

const APP = '/__app/';

/** Runs in every document before its scripts. It travels as text: no function in it has a name. */
function watch(selector: string): void {
  new MutationObserver((_changes, observer) => {
    const found = [...document.querySelectorAll(selector)].find((one) =>
      /\d/.test(one.textContent ?? ''),
    );
    if (!found) return;
    observer.disconnect();
    const text = found.textContent ?? '';
    requestAnimationFrame(() => {
      const at = performance.now();
      const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? at;
      const scripts = performance
        .getEntriesByType('resource')
        .filter((one) => one.name.endsWith('.js') && one.startTime + one.duration <= at)
        .map(({ name }) => new URL(name).pathname);
      // Only Chromium tells it, and the types of the web do not know it.
      const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number } };
      const heap = memory?.usedJSHeapSize ?? NaN;
      window.firstNumber = { at, painted, text, scripts, heap };
    });
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

async function frameOf(page: Page): Promise<Frame> {
  const element = await page.locator('.module iframe').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The page of Jira has no frame of the app.');
  return frame;
}

/** Bytes of the app's own files; the scripts of Jira's side belong to neither page. */
function bytesOf(build: string, scripts: readonly string[]): number {
  const files = scripts
    .filter((name) => name.startsWith(APP))
    .map((name) => name.slice(APP.length).split('/').slice(1).join('/'));
  return [...new Set(files)].reduce(
    (sum, file) => sum + gzipSync(readFileSync(path.join(build, file))).length,
    0,
  );
}

/** Opens the page in a new browser profile, so that nothing is kept from the last time. */
export async function firstNumber(
  browser: Browser,
  { address, selector, build }: Watched,
): Promise<FirstNumber> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const { origin } = new URL(address);
    await context.addCookies([{ name: 'ladder_user', value: 'po', url: origin }]);
    await context.addInitScript(watch, selector);
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'commit' });
    const frame = await frameOf(page);
    const mark = await frame.waitForFunction(() => window.firstNumber, undefined, {
      polling: 100,
    });
    const { at, painted, text, scripts, heap } = (await mark.jsonValue()) as Mark;
    return { ms: at, paintedMs: painted, text, scriptBytes: bytesOf(build, scripts), heap };
  } finally {
    await context.close();
  }
}
