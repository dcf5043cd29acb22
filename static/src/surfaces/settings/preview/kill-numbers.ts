// What the kill rules would do today, before they are saved.
import { both, type Counted } from '../../../../../src/domain/bet-sum';
import { oneOf } from '../../../../../src/domain/clause';
import { findingCounted } from '../../../../../src/domain/kill-clause';
import { knownRules } from '../../../../../src/domain/rules';
import type { RuledNumber } from './counting';
import type { PreviewOf } from './use-preview';

/** A number of the preview: of all items, or of those of one type. */
export type KillName = `${'warn' | 'flag'}.${string}`;

export function killNumbers({ rules, frame, moment }: PreviewOf): Record<KillName, RuledNumber> {
  const known = knownRules(rules, { typeIds: frame.standardTypeIds });
  const ruled = { ...frame, rules: known };
  const of = (counted: Counted): RuledNumber => ({ frame: ruled, counted });
  const numbers: Record<KillName, RuledNumber> = {
    'warn.all': of(findingCounted(ruled, moment, 'warnAfterDays')),
    'flag.all': of(findingCounted(ruled, moment, 'flagAfterDays')),
  };
  for (const { typeId } of known.agesByType) {
    const ofType: Counted = { scope: oneOf('type', [typeId]) };
    numbers[`warn.${typeId}`] = of(both(ofType, findingCounted(ruled, moment, 'warnAfterDays')));
    numbers[`flag.${typeId}`] = of(both(ofType, findingCounted(ruled, moment, 'flagAfterDays')));
  }
  return numbers;
}
