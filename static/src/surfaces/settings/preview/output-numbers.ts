// What a list of undelivered resolutions and statuses takes out of output, before it is saved.
import type { Frame } from '../../../../../src/domain/band';
import { addDays, dayOf } from '../../../../../src/domain/days';
import { ofOutput, UNFILTERED } from '../../../../../src/domain/number';
import { knownRules, type Rules } from '../../../../../src/domain/rules';
import { windowOf } from '../../project/gather/month-chains';
import type { RuledNumber } from './counting';
import type { PreviewOf } from './use-preview';

export type OutputName = 'now' | 'then';
/** The window that a project page opens with, in days. */
const DAYS = 180;

/** Output of the last 180 days by what is saved, and by what is typed. */
export function outputNumbers({
  rules,
  saved,
  site,
  frame,
  moment,
  zone,
}: PreviewOf): Record<OutputName, RuledNumber> {
  const to = dayOf(moment.now, zone);
  const window = windowOf({ from: addDays(to, 1 - DAYS), to }, zone);
  const of = (by: Rules): RuledNumber => {
    const known = knownRules(by, {
      typeIds: frame.standardTypeIds,
      resolutionIds: site.resolutions.map(({ id }) => id),
      statusIds: site.statuses.map(({ id }) => id),
    });
    const ruled: Frame = { ...frame, rules: known, undelivered: known.undelivered ?? site.usual };
    return { frame: ruled, counted: ofOutput(ruled, window, UNFILTERED) };
  };
  return { now: of(saved), then: of(rules) };
}
