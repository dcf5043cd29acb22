// The project page before its own code is there, drawn without React: React would take longer to
// begin than Jira takes to count, and what is shown so far never changes but once.
import type { PageContext } from '../../forge';
import { createFormat } from '../../format';
import { drawPlain } from '../../plain-dom';
import { firstPage } from './first-look';
import type { FirstOpening } from './gather/opening';

/** A page that nobody looks at has no frames: this long its next one is waited for, in milliseconds. */
const FRAME_WAITS = 100;

/** Until what was drawn is painted: the frame after it has begun. */
const painted = (): Promise<void> =>
  Promise.race([
    new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    new Promise<void>((resolve) => setTimeout(resolve, FRAME_WAITS)),
  ]);

/**
 * Draws places for what will come, and what was finished as soon as that is counted. Resolves once the
 * count is painted, or it is known that there is none. @param taken by whoever draws the page itself
 */
export async function drawFirst(
  element: HTMLElement,
  { locale, timezone }: Pick<PageContext, 'locale' | 'timezone'>,
  finished: FirstOpening['finished'],
  taken: AbortSignal,
): Promise<void> {
  const format = createFormat(locale, timezone);
  const draw = (): void => {
    if (!taken.aborted) drawPlain(element, firstPage(finished.known(), format));
  };
  draw();
  if (finished.known() === null) {
    if ((await finished.soon) === null) return;
    draw();
  }
  await painted();
}
