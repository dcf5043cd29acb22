// The first nights: everything is warned before it comes on the list.
import { addDays, dayOf, type Day } from '../../../../../../src/domain/days';
import type { OpenProject } from '../../../../../../src/contract/procedures';

/** The day on which the first items can come on the list; null once they could, or while nobody looks. */
export function firstCandidates({ scan, rules, today }: OpenProject): Day | null {
  if (!rules.scan || scan.onSince === null || scan.candidates > 0) return null;
  const first = addDays(dayOf(scan.onSince, rules.timeZone), rules.graceDays);
  return first > today ? first : null;
}
