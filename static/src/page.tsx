// What all surfaces stand on: React, and who reads the page.
import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { ReaderProvider } from './components/reader';
import { navigate, open, type PageContext } from './forge';
import { createFormat } from './format';
import type { SurfaceProps } from './surface';

/** Draws a surface into `element` in place of what is there. */
export function show(
  element: HTMLElement,
  context: PageContext,
  Surface: ComponentType<SurfaceProps>,
): void {
  const format = createFormat(context.locale, context.timezone);
  const reader = { format, siteUrl: context.siteUrl, navigate, open };
  createRoot(element).render(
    <ReaderProvider value={reader}>
      <Surface context={context} />
    </ReaderProvider>,
  );
}
