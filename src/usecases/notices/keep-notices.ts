// Keeps the messages of a night, each once for what it tells. They are sent when the night's numbers
// are published.
import type { Day } from '../../domain/days';
import { planNotices, summaryWeek } from '../../domain/digest';
import type { ProjectSettings } from '../../domain/rules';
import type { IssueType, Ports } from '../../ports';
import { gatherDigest } from './gather-digest';
import { forgottenOn } from './forgotten-on';

/** @param lastDay day of the scan before this one; null for none */
export async function keepNotices(
  ports: Ports,
  settings: ProjectSettings,
  types: readonly IssueType[],
  { today, lastDay }: { today: Day; lastDay: Day | null },
): Promise<void> {
  const { projectId, rules } = settings;
  if (rules.digest.mode === 'off') return;
  // Before the erasure of today a summary may have gone out, and nobody knows of it any more.
  const forgotten = await forgottenOn(ports, settings);
  const week = forgotten === today ? null : summaryWeek(rules.digest.weekday, today, lastDay);
  const facts = await gatherDigest(ports, { settings, types, today, week, forgotten });
  for (const notice of planNotices(facts))
    await ports.notices.claim(projectId, notice, ports.clock.now());
}
