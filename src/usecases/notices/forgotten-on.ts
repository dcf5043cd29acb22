// Since when a project knows whom it told: after an erasure nothing of the days before is told as new.
import { dayOf, type Day } from '../../domain/days';
import type { ProjectSettings } from '../../domain/rules';
import type { Ports } from '../../ports';

/**
 * The day on which the project last forgot whom it told: its data was erased, or a file came to where
 * nothing was; null for never. A file taken in besides what is there forgets nothing.
 */
export async function forgottenOn(
  ports: Ports,
  { projectId, rules }: ProjectSettings,
): Promise<Day | null> {
  // Not by the acts: a file may bring some that nobody did.
  const at = (await ports.data.job(projectId))?.job.forgotten ?? null;
  return at === null ? null : dayOf(at, rules.timeZone);
}
