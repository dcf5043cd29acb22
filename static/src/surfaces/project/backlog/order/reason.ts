// Why an item stands where it stands, in words.
import { onDemand } from '../../../../../../src/contract/on-demand';
import type { Ordered } from '../../../../../../src/domain/order';
import { fill, type Format } from '../../../../format';
import { order as text } from '../../../../messages/project-order';
import type { EffortUnit } from '../../gather/effort';
import type { GoalItem } from './goal-items';
import { textLanguage } from '../../../../words';

/** Shares that have a name, and how far a share may be from it. */
const NAMED = [
  [1, text.part.all],
  [3 / 4, text.part.threeQuarters],
  [2 / 3, text.part.twoThirds],
  [1 / 2, text.part.half],
  [1 / 3, text.part.third],
  [1 / 4, text.part.quarter],
  [1 / 5, text.part.fifth],
  [1 / 10, text.part.tenth],
] as const;
const NEAR = 0.015;

/** "a third", "34%", "more than all". */
export function partWords(share: number, format: Format): string {
  if (share > 1 + NEAR) return text.part.more;
  const named = NAMED.find(([value]) => Math.abs(share - value) <= NEAR);
  return named ? named[1] : format.share(share);
}

/** "3 points", "1.5 hours". */
export const effortWords = (effort: number, unit: EffortUnit, format: Format): string =>
  format.plural(text.unit[unit], effort);

const capital = (sentence: string): string =>
  sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);

/**
 * "Most for its effort: a third of the gap for 3 points".
 * @param first whether it is the first of the order
 * @param unit of the efforts; null when no item has any
 */
export function reasonOf(
  { item, share, perEffort }: Ordered<GoalItem>,
  { first, unit }: { first: boolean; unit: EffortUnit | null },
  format: Format,
): string {
  const part = partWords(share, format);
  if (unit === null || item.effort === null || perEffort === null) {
    const said = unit === null ? text.reason.share : text.reason.noEffort;
    const sentence = capital(fill(said, { part }));
    return unit === null && first
      ? fill(text.reason.most, { reason: fill(said, { part }) })
      : sentence;
  }
  const effort = effortWords(item.effort, unit, format);
  const reason = fill(text.reason.effort, { part, effort });
  return first ? fill(text.reason.mostForEffort, { reason }) : capital(reason);
}

const ordinals = onDemand(() => new Intl.PluralRules(textLanguage(), { type: 'ordinal' }));

/** "8th". */
export const ordinal = (place: number, format: Format): string =>
  fill(text.ordinal[ordinals().select(place) as keyof typeof text.ordinal] ?? text.ordinal.other, {
    count: format.number(place),
  });
