// Stories of the local host itself: over a fixture page that lets a story call the bridge.
import { expect, type Frame, type Page } from '@playwright/test';
import type { Host } from '../../../local/host';
import { startFixtureHost } from '../../local/web/support';
import { collectProblems } from '../support/problems';
import { test as base } from '../support/story';

declare global {
  interface Window {
    testCall: (method: string, data?: unknown) => Promise<unknown>;
    testContext: Record<string, unknown>;
    seen: unknown[];
  }
}

export const test = base.extend<{ host: Host; quiet: void }>({
  host: async ({}, use) => {
    const host = await startFixtureHost({ lagMs: 0 });
    await use(host);
    await host.close();
  },
  quiet: [
    async ({ page }, use) => {
      const problems = await collectProblems(page);
      await use();
      expect(problems.found()).toEqual([]);
    },
    { auto: true },
  ],
});

/** The app's page of a module, once it has its context. */
export async function frameOf(page: Page, module: string): Promise<Frame> {
  const handle = await page.locator(`[data-module="${module}"] iframe`).first().elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error(`There is no frame of ${module}.`);
  await frame.waitForFunction(() => window.testContext !== undefined);
  return frame;
}

export const call = (frame: Frame, method: string, data?: unknown): Promise<unknown> =>
  frame.evaluate(([name, given]) => window.testCall(name as string, given), [method, data]);

/** The text of the error that a call is rejected with. */
export const failure = (frame: Frame, method: string, data?: unknown): Promise<unknown> =>
  call(frame, method, data).then(
    () => 'no error',
    (error: unknown) => String(error),
  );

export { expect };
