// The first line of the page and what follows from it, as text with places for linked numbers.
import { fill, type Format, type PluralForms } from '../../../format';
import { project as projectText } from '../../../messages/project';
import { isKnown, valueOfNumber, type NumberState } from '../gather/number-state';
import type { Numbers } from '../gather/counts';
import type { EffortUnit } from '../gather/effort';
import type { WindowName } from '../gather/names';

const text = projectText;

/** The form of a message for a number that may still be unknown. */
export const formFor = (forms: PluralForms, state: NumberState | undefined): string =>
  valueOfNumber(state) === 1 ? (forms.one ?? forms.other) : forms.other;

/** "In the last 180 days you shipped {output} items. {aimed} were aimed …" */
export function firstLine(
  numbers: Numbers<WindowName>,
  when: string,
  { withGoals, unit }: { withGoals: boolean; unit: EffortUnit | null },
): string {
  const form = unit ? text.outcome.shippedBy[unit] : formFor(text.outcome.shipped, numbers.output);
  const shipped = fill(form, { when });
  if (!withGoals || numbers.aimed?.kind === 'left-out') return shipped;
  return `${shipped} ${formFor(text.outcome.aimed, numbers.aimed)} ${text.outcome.moved}`;
}

/** Said aloud once all numbers are there; empty until then. */
export function doneSentence(numbers: Numbers<WindowName>, format: Format): string {
  const [output, aimed, moved] = [numbers.output, numbers.aimed, numbers['band.moved']];
  if (!isKnown(output) || !isKnown(aimed) || !isKnown(moved)) return '';
  return fill(text.outcome.done, {
    output: format.number(output.value),
    aimed: format.number(aimed.value),
    moved: format.number(moved.value),
  });
}
