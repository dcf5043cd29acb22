// How many people would be told, as of now, whatever is switched on. Nothing is kept or sent.
import { dayOf } from '../../domain/days';
import { mondayOf, planNotices } from '../../domain/digest';
import type { Ports } from '../../ports';
import type { Output } from '../../contract/procedures';
import { openBudget } from '../scan/budget';
import { gatherDigest } from './gather-digest';
import { importedOn } from './imported-on';

/** Due results that a look from the page rests on: it is paid from what the night has as well. */
const PREVIEWED_DUES = 200;

export async function previewDigest(
  all: Ports,
  projectId: string,
): Promise<Output<'digest.preview'>> {
  const budget = await openBudget(all);
  const ports = all.metered(budget.meter);
  try {
    const settings = await ports.settings.load(projectId);
    const types = await ports.projects.types(projectId, 'app');
    const today = dayOf(ports.clock.now(), settings.rules.timeZone);
    const week = mondayOf(today);
    const imported = await importedOn(ports, settings);
    const night = { settings, types, today, week, imported, most: PREVIEWED_DUES };
    const { isPart, ...facts } = await gatherDigest(ports, night);
    return {
      tonight: planNotices({ ...facts, week: null }).length,
      week: planNotices(facts).length,
      atLeast: isPart,
    };
  } finally {
    await budget.keep();
  }
}
