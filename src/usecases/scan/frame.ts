// What a scan's rules rest on: types, goals, and the parents whose answers speak for their children.
import type { Frame } from '../../domain/band';
import { and, is, oneOf, type Clause } from '../../domain/clause';
import { addDays } from '../../domain/days';
import type { Moment } from '../../domain/kill';
import { knownRules, type ProjectSettings } from '../../domain/rules';
import type { ParentFacts } from '../../domain/item';
import type { IssueType, Ports } from '../../ports';

/** Days after which the parents are listed anew even if their number is the same. */
const LISTED_EVERY_DAYS = 7;

/**
 * The answered parents: from storage while a count says that they are as many as when they were
 * listed, and for a week at most. An answer that is saved through Ladder makes them be listed again.
 */
async function parentsOf(
  ports: Ports,
  projectId: string,
  answered: Clause,
  { today }: Moment,
): Promise<ParentFacts[]> {
  const since = ports.clock.now();
  const counted = await ports.backlog.count(projectId, answered);
  const known = await ports.parents.read(projectId);
  const fresh = known && known.listedOn > addDays(today, -LISTED_EVERY_DAYS);
  if (fresh && known.counted === counted) return known.parents;
  const parents = await ports.backlog.parents(projectId, answered);
  await ports.parents.save(projectId, { listedOn: today, counted, parents }, since);
  return parents;
}

/**
 * The frame of a scan's rules, for open items only: it says nothing of what was delivered.
 * @throws AppError as Jira's and storage's calls
 */
export async function frameOf(
  ports: Ports,
  settings: ProjectSettings,
  types: readonly IssueType[],
  moment: Moment,
): Promise<Frame> {
  const { projectId, goals } = settings;
  // Delivered or not is no question for open items.
  const rules = {
    ...knownRules(settings.rules, { typeIds: types.map(({ id }) => id) }),
    undelivered: null,
  };
  const idsAt = (fits: (level: number) => boolean) =>
    types.filter(({ level }) => fits(level)).map(({ id }) => id);
  const above = oneOf(
    'type',
    idsAt((level) => level > 0),
  );
  return {
    goals,
    rules,
    standardTypeIds: idsAt((level) => level === 0),
    undelivered: { resolutionIds: [], statusIds: [] },
    parents: await parentsOf(ports, projectId, and(above, is('state', 'answered')), moment),
  };
}
