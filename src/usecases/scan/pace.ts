// The weekly sample of finished items, for the team's own pace.
import type { Frame } from '../../domain/band';
import { standardClause } from '../../domain/bet-clause';
import { and, category } from '../../domain/clause';
import { addDays, type Day } from '../../domain/days';
import { paceOf, SAMPLE, SAMPLE_EVERY_DAYS } from '../../domain/pace';
import type { Pace, Ports } from '../../ports';

/** The pace as it is known, or a new sample where that is a week old. */
export async function samplePace(
  ports: Ports,
  projectId: string,
  frame: Frame,
  known: Pace | null,
  today: Day,
): Promise<Pace | null> {
  if (known && known.day > addDays(today, -SAMPLE_EVERY_DAYS)) return known;
  const statuses = await ports.projects.statuses(projectId, 'app');
  const startedIn = statuses
    .filter((status) => status.category === 'indeterminate')
    .map(({ id }) => id);
  const finished = and(standardClause(frame), category('done'));
  const stays = await ports.backlog.stays(projectId, finished, { startedIn, limit: SAMPLE });
  const pace = paceOf(stays);
  // Too few to tell: asked again in a week.
  return { day: today, ...(pace ?? { of: 0, half: 0, most: 0 }) };
}
