// A part of the app on paper: what the browser's own print would give of its frame.
import type { Frame, Page } from '@playwright/test';

/** How many sheets a frame takes when it is printed alone, with the paper size that its styles ask for. */
export async function sheetsOf(page: Page, frame: Frame): Promise<number> {
  const { css, body, theme } = await frame.evaluate(() => ({
    css: [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
      .join('\n'),
    body: document.body.innerHTML,
    theme: [...document.documentElement.attributes]
      .map(({ name, value }) => `${name}="${value}"`)
      .join(' '),
  }));
  // A page of its own: a browser prints a frame that is inside another one only as far as it shows.
  const paper = await page.context().newPage();
  await paper.setContent(
    `<!doctype html><html ${theme}><head><style>${css}</style></head><body>${body}</body></html>`,
  );
  const pdf = await paper.pdf({ preferCSSPageSize: true });
  await paper.close();
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
