// Axe in the frames of a page, where the app is. Every document is looked at from inside: Axe's own way of
// walking through frames opens a second page, which takes the focus and costs more than the rules.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';

interface Violation {
  id: string;
  help: string;
  nodes: { target: string[]; html: string }[];
}

declare global {
  interface Window {
    axe?: { run(context: Document, options: unknown): Promise<{ violations: Violation[] }> };
  }
}

/** WCAG 2.2 at level AA, with all that came before it. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
// No rule here reads style sheets, and no page has sound: there is nothing for Axe to fetch beforehand.
const OPTIONS = { runOnly: RULES, iframes: false, resultTypes: ['violations'], preload: false };

const beside = createRequire(require.resolve('@axe-core/playwright'));
const SOURCE = readFileSync(beside.resolve('axe-core/axe.min.js'), 'utf8');

async function problemsIn(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => window.axe !== undefined))) await frame.evaluate(SOURCE);
  const { violations } = await frame.evaluate(async (options) => {
    if (!window.axe) throw new Error('Axe is not in this document.');
    return { violations: (await window.axe.run(document, options)).violations };
  }, OPTIONS);
  return violations.map(({ id, help, nodes }) => {
    const [first] = nodes;
    return `${id}: ${help} (${first?.target.join(' ') ?? ''}) ${first?.html.slice(0, 160) ?? ''}`;
  });
}

async function problemsOf(frames: Frame[]): Promise<string[]> {
  const found: string[] = [];
  for (const frame of frames) found.push(...(await problemsIn(frame)));
  return found;
}

/** The rules that the app's pages on this page of Jira break, each with the first element it is about. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const app = page.frames().filter((frame) => frame !== page.mainFrame());
  if (app.length === 0) throw new Error(`${page.url()} shows no page of the app.`);
  return problemsOf(app);
}

/** The same with the local Jira's own page, which its own stories look at. */
export const problemsOfAll = (page: Page): Promise<string[]> => problemsOf(page.frames());
