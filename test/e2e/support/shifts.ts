// What moved on a page after it was drawn, as the browser tells it.
import type { Page } from '@playwright/test';
import type { ModuleKey } from './story';

/** A shift up to this is not taken for a jump; Google's measure of a good page is 0.1 in all. */
const A_LITTLE = 0.05;

interface Shift {
  value: number;
  /** The first words of what moved. */
  moved: string[];
}

/** Takes down every shift of the pages that are opened from now on, in each frame by itself. */
export async function recordShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Moved extends PerformanceEntry {
      value: number;
      sources: { node: Node | null }[];
    }
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Moved[])
        shifts.push({
          value,
          moved: sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? ''),
        });
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The shifts in the frame of a module since it was opened. */
export const shiftsIn = (page: Page, module: ModuleKey): Promise<Shift[]> =>
  page
    .frameLocator(`.module[data-module="${module}"] iframe`)
    .locator('body')
    .evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);

/** The shifts that a reader notices: words that move. A placeholder may make room. */
export const jumpsOf = (shifts: readonly Shift[]): Shift[] =>
  shifts.filter(({ value, moved }) => value > A_LITTLE && moved.some((words) => words !== ''));
