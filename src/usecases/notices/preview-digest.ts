// How many people would be told, as of now, whatever is switched on. Nothing is kept or sent.
import { dayOf } from '../../domain/days';
import { mondayOf, planNotices } from '../../domain/digest';
import type { Ports } from '../../ports';
import { openBudget } from '../scan/budget';
import { gatherDigest } from './gather-digest';

export async function previewDigest(
  all: Ports,
  projectId: string,
): Promise<{ tonight: number; week: number }> {
  const budget = await openBudget(all);
  const ports = all.metered(budget.meter);
  try {
    const settings = await ports.settings.load(projectId);
    const types = await ports.projects.types(projectId, 'app');
    const today = dayOf(ports.clock.now(), settings.rules.timeZone);
    const facts = await gatherDigest(ports, { settings, types, today, week: mondayOf(today) });
    return {
      tonight: planNotices({ ...facts, week: null }).length,
      week: planNotices(facts).length,
    };
  } finally {
    await budget.keep();
  }
}
