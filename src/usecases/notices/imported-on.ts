// Since when a project knows whom it told: a file brings no messages.
import { dayOf, type Day } from '../../domain/days';
import type { ProjectSettings } from '../../domain/rules';
import type { Ports } from '../../ports';

/**
 * The day on which a file was taken in last; null for none. Whom the project told before an erasure is
 * not known any more, so that nothing of the days before is told as new.
 */
export async function importedOn(
  ports: Ports,
  { projectId, rules }: ProjectSettings,
): Promise<Day | null> {
  const { values } = await ports.acts.page(projectId, ['data.import'], null, 1);
  return values[0] ? dayOf(values[0].at, rules.timeZone) : null;
}
