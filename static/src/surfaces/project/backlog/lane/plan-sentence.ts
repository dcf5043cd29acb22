// What will become of the chosen items, in one or two sentences, before anything is saved.
import { fill, type Format } from '../../../../format';
import { lane } from '../../../../messages/project-lane';
import type { Act, PlanCounts } from './plan';

const text = lane.plan;

function outcomeSentence({ whole, half }: PlanCounts, format: Format): string {
  const parts = { whole: format.plural(text.whole, whole), half: format.plural(text.half, half) };
  if (half === 0) return fill(text.allWhole, parts);
  if (whole === 0) return fill(half === 1 ? text.oneHalf : text.allHalf, parts);
  return fill(half === 1 ? text.bothOne : text.both, parts);
}

/** "12 become whole answers and 30 become half: their sentence is still to be written." */
export function planSentence(kind: Act['kind'], counts: PlanCounts, format: Format): string {
  const said =
    kind === 'run' ? format.plural(text.run, counts.whole) : outcomeSentence(counts, format);
  const losing = counts.losing > 0 ? format.plural(text.losing, counts.losing) : '';
  const numbers = counts.numbers > 0 ? format.plural(text.numbers, counts.numbers) : '';
  const enabling = counts.enabling > 0 ? format.plural(text.enabling, counts.enabling) : '';
  return [said, losing, numbers, enabling].filter(Boolean).join(' ');
}
