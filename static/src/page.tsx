// What all surfaces stand on: React, and who reads the page.
import type { ComponentType, ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { ReaderProvider } from './components/reader';
import { navigate, open, type PageContext } from './forge';
import { createFormat } from './format';
import type { SurfaceProps } from './surface';
import { FirstLook, PageFrame } from './surfaces/project/first-look';
import type { FirstOpening } from './surfaces/project/gather/opening';

/** How long the project page waits with its own drawing for what comes before it, in milliseconds. */
const FIRST_LOOK_WAITS = 1_000;
/** A page that nobody looks at has no frames. */
const FRAME_WAITS = 100;

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Until what was drawn is painted: the frame after it has begun. */
const painted = (): Promise<void> =>
  Promise.race([
    new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    after(FRAME_WAITS),
  ]);

/**
 * Draws a surface into `element`, and for a project page what is known of it before its code is there.
 * Rejects, with nothing drawn, when the surface can't be fetched.
 */
export async function show(
  element: HTMLElement,
  context: PageContext,
  surface: Promise<ComponentType<SurfaceProps>>,
  opening?: FirstOpening,
): Promise<void> {
  const format = createFormat(context.locale, context.timezone);
  const reader = { format, siteUrl: context.siteUrl, navigate, open };
  const root = createRoot(element);
  const draw = (children: ReactNode): void =>
    root.render(<ReaderProvider value={reader}>{children}</ReaderProvider>);
  const drawFirst = (): void =>
    draw(
      <PageFrame>
        <FirstLook finished={opening?.finished.known() ?? null} />
      </PageFrame>,
    );
  try {
    if (opening) {
      drawFirst();
      const counted = opening.finished.soon.then(async (finished) => {
        if (!finished) return;
        drawFirst();
        await painted();
      });
      // The page draws much more than the first number, and would keep it waiting.
      await Promise.race([counted, after(FIRST_LOOK_WAITS)]);
    }
    const Surface = await surface;
    draw(<Surface context={context} />);
  } catch (error) {
    root.unmount();
    throw error;
  }
}
