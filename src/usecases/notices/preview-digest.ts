// How many people would be told in a mode, as of now, whatever is switched on. Nothing is kept or sent.
import { dayOf } from '../../domain/days';
import { mondayOf, planNotices, unplacedOwners } from '../../domain/digest';
import type { Ports } from '../../ports';
import type { Input, Output } from '../../contract/procedures';
import { openBudget } from '../scan/budget';
import { gatherDigest } from './gather-digest';
import { forgottenOn } from './forgotten-on';

/** Due results that a look from the page rests on: it is paid from what the night has as well. */
const PREVIEWED_DUES = 200;

/**
 * People who would get a message tonight and once a week. `atLeast` where not all could be looked at.
 * @throws AppError rate_limited where the app's budget is spent, as Jira's own refusals are
 */
export async function previewDigest(
  all: Ports,
  { projectId, mode }: Input<'digest.preview'>,
): Promise<Output<'digest.preview'>> {
  if (mode === 'off') return { tonight: 0, week: 0, unplaced: 0, atLeast: false };
  const budget = await openBudget(all);
  const ports = all.metered(budget.meter);
  try {
    const saved = await ports.settings.load(projectId);
    const { rules } = saved;
    const settings = { ...saved, rules: { ...rules, digest: { ...rules.digest, mode } } };
    const types = await ports.projects.types(projectId, 'app');
    const today = dayOf(ports.clock.now(), rules.timeZone);
    const week = mondayOf(today);
    const forgotten = await forgottenOn(ports, settings);
    const night = { settings, types, today, week, forgotten, most: PREVIEWED_DUES };
    const { isPart, ...facts } = await gatherDigest(ports, night);
    // Gathering asked only those who would get a message whether they want one.
    const unwilling = await Promise.all(
      unplacedOwners(facts).map((owner) => ports.personal.digestOff(owner, projectId)),
    );
    return {
      tonight: planNotices({ ...facts, week: null }).length,
      week: planNotices(facts).length,
      unplaced: unwilling.filter((isOff) => !isOff).length,
      atLeast: isPart,
    };
  } finally {
    await budget.keep();
  }
}
