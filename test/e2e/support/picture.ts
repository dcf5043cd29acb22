// Pictures of the docs, taken where a story shows what they show; with WRITE_DOCS=1 only, because
// every browser draws a little differently.
import type { Locator, Page } from '@playwright/test';

/** Writes `docs/pictures/<name>.png` of a page or of a part of it. */
export async function picture(name: string, of: Page | Locator): Promise<void> {
  if (process.env['WRITE_DOCS'] !== '1') return;
  await of.screenshot({ path: `docs/pictures/${name}.png`, animations: 'disabled' });
}
