// The numbers of a window with items counted one each, also where the page weighs them.
import type { Numbers } from '../gather/counts';
import type { Question, WindowName } from '../gather/names';
import { createTally } from '../gather/tally';
import type { WindowReport } from '../gather/window-report';

/** Empty while weighed items are still read. */
export function numbersByCount(
  { numbers, items, effort }: Pick<WindowReport, 'numbers' | 'items' | 'effort'>,
  question: Question,
  now: number,
): Numbers<WindowName> {
  if (!effort?.unit) return numbers;
  if (!items) return {};
  const tally = createTally(question, 'count', now);
  for (const item of items) tally.add(item);
  return tally.numbers((value) => ({ kind: 'known', value, about: false }));
}
