// The night's numbers, counted when all its steps are done.
import type { Frame } from '../../domain/band';
import { sumOf, type Counted } from '../../domain/bet-sum';
import { coverageCounted } from '../../domain/coverage';
import { flaggedClause } from '../../domain/number';
import type { Ports, Snapshot } from '../../ports';
import type { Turn } from './steps';

/** Parents that one count names at most. */
const PARENTS_AT_ONCE = 500;

async function countOf(
  ports: Ports,
  projectId: string,
  frame: Frame,
  counted: Counted,
): Promise<number> {
  const { plus, minus } = sumOf(frame, counted, PARENTS_AT_ONCE);
  let sum = 0;
  for (const clause of plus) sum += await ports.backlog.count(projectId, clause);
  for (const clause of minus) sum -= await ports.backlog.count(projectId, clause);
  return Math.max(0, sum);
}

/** The night's numbers, each as search counts it now. */
export async function snapshotOf({ ports, settings, frame, moment }: Turn): Promise<Snapshot> {
  const { projectId } = settings;
  const { asked, own, parent } = coverageCounted(frame);
  const count = (counted: Counted) => countOf(ports, projectId, frame, counted);
  return {
    projectId,
    day: moment.today,
    asked: await count(asked),
    own: await count(own),
    parent: await count(parent),
    warned: await count({ scope: flaggedClause(frame, 'warned') }),
    candidates: await count({ scope: flaggedClause(frame, 'candidate') }),
  };
}
