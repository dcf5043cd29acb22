// What the rules would do today, before they are saved: counted as the reader.
import type { Frame } from '../../../../../src/domain/band';
import { both, clauseOf, type Counted } from '../../../../../src/domain/bet-sum';
import { oneOf } from '../../../../../src/domain/clause';
import { findingCounted } from '../../../../../src/domain/kill-clause';
import type { Moment } from '../../../../../src/domain/kill';
import { knownRules, type Rules } from '../../../../../src/domain/rules';
import { projectJql } from '../../../../../src/adapters/jira/jql';
import { printSums } from '../../project/gather/backlog-counts';
import type { Sum } from '../../project/gather/counts';

/** A number of the preview: of all items, or of those of one type. */
export type PreviewName = `${'warn' | 'flag'}.${string}`;

export interface PreviewSearch {
  sum: Sum;
  /** The list behind the number. */
  jql: string;
}

export type Preview = Record<PreviewName, PreviewSearch>;

/** The numbers of the preview as they are counted and opened, by these rules. */
export function previewOf(
  rules: Rules,
  frame: Omit<Frame, 'rules'>,
  { projectId, zone, ...moment }: Moment & { projectId: string; zone: string },
): Preview {
  const known = knownRules(rules, { typeIds: frame.standardTypeIds });
  const ruled: Frame = { ...frame, rules: known };
  const numbers: Record<PreviewName, Counted> = {
    'warn.all': findingCounted(ruled, moment, 'warnAfterDays'),
    'flag.all': findingCounted(ruled, moment, 'flagAfterDays'),
  };
  for (const { typeId } of known.agesByType) {
    const ofType: Counted = { scope: oneOf('type', [typeId]) };
    numbers[`warn.${typeId}`] = both(ofType, findingCounted(ruled, moment, 'warnAfterDays'));
    numbers[`flag.${typeId}`] = both(ofType, findingCounted(ruled, moment, 'flagAfterDays'));
  }
  const sums = printSums(numbers, { projectId, zone, frame: ruled });
  return Object.fromEntries(
    Object.entries(numbers).map(([name, counted]) => [
      name,
      {
        sum: sums[name as PreviewName],
        jql: projectJql(projectId, clauseOf(ruled, counted), zone),
      },
    ]),
  ) as Preview;
}
