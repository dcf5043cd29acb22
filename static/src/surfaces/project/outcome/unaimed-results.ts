// What has a result without having been aimed at a goal that was active: in no goal's part of the page
// for print, and in the output all the same.
import type { Numbers } from '../gather/counts';
import type { WindowName } from '../gather/names';
import { isKnown, type NumberState } from '../gather/number-state';

/** What is moved or tested is aimed, or this; what waits is aimed. Unknown as the first of its parts. */
export function unaimedResults(numbers: Numbers<WindowName>): NumberState | undefined {
  const { aimed } = numbers;
  const [moved, tested, waiting] = [
    numbers['band.moved'],
    numbers['band.tested'],
    numbers['band.waiting'],
  ];
  if (!isKnown(aimed)) return aimed;
  if (!isKnown(moved)) return moved;
  if (!isKnown(tested)) return tested;
  if (!isKnown(waiting)) return waiting;
  return {
    kind: 'known',
    // Estimates need not fit together.
    value: Math.max(0, moved.value + tested.value + waiting.value - aimed.value),
    about: [aimed, moved, tested, waiting].some(({ about }) => about),
  };
}
