// Everything that goes wrong in a page and its frames while a story runs: console errors, errors
// nobody caught, and what the content policy refused.
import type { Page } from '@playwright/test';

export interface Problems {
  /** What was found so far, in its order, without what the story expects. */
  found(): string[];
  /** The story makes this problem happen on purpose. */
  expect(pattern: RegExp): void;
}

declare global {
  interface Window {
    reportPolicyViolation?: (text: string) => void;
  }
}

/** Starts to collect; to be called before the first page is opened. */
export async function collectProblems(page: Page): Promise<Problems> {
  const found: string[] = [];
  const expected: RegExp[] = [];
  page.on('pageerror', (error) => found.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    found.push(`console: ${message.text()} (${message.location().url})`);
  });
  await page.exposeFunction('reportPolicyViolation', (text: string) => {
    found.push(`policy: ${text}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.reportPolicyViolation?.(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  return {
    found: () => found.filter((text) => !expected.some((pattern) => pattern.test(text))),
    expect: (pattern) => void expected.push(pattern),
  };
}
