// Showing again on their items what storage holds. Properties only show: whatever became of them,
// storage brings them back.
import { dayOf } from '../domain/days';
import { completeAnswer } from '../domain/inherit';
import { checkDayOf, isInJira } from '../domain/result';
import type { KeptResult, Ports } from '../ports';
import { showResult, type ResultPlace } from './keep-result';
import { unwrittenResults } from './read-results';
import { tellPass } from './start-anyway';
import { markWritten, tellCheckDate } from './tell-check-date';

/** How many are shown now, and how many Jira still does not take. */
export interface Repaired {
  written: number;
  left: number;
}

/** Shows results again: those that their items do not show, or all, whatever their items show. */
export async function repairResults(
  ports: Ports,
  projectId: string,
  which: 'unwritten' | 'all',
): Promise<Repaired> {
  const done = { written: 0, left: 0 };
  // One after the other: this runs at night, beside other projects' work.
  for (const { itemId } of await ports.results.ofProject(projectId, which)) {
    const kept = await ports.results.read(itemId);
    // A check date that is not written waits for somebody who may: the app writes no answers.
    if (!kept || (which === 'unwritten' && kept.written)) continue;
    const shown = await showResult(ports, { itemId, projectId }, { ...kept, written: false });
    done[shown.written ? 'written' : 'left'] += 1;
  }
  return done;
}

/** Tells the gate again: of passes that it was not told, or of all that still hold. */
export async function repairPasses(
  ports: Ports,
  projectId: string,
  which: 'unwritten' | 'all',
): Promise<Repaired> {
  const now = ports.clock.now();
  // The earliest day that it is anywhere now; whether a pass holds is told by its instant.
  const scope = which === 'all' ? { until: dayOf(now, 'Etc/GMT+12') } : which;
  const done = { written: 0, left: 0 };
  for (const { itemId } of await ports.passes.ofProject(projectId, scope)) {
    const pass = await ports.passes.read(itemId);
    if (!pass || (which === 'unwritten' ? pass.written : pass.untilAt <= now)) continue;
    const told = await tellPass(ports, { itemId, projectId }, { ...pass, written: false });
    done[told.written ? 'written' : 'left'] += 1;
  }
  return done;
}

/** Writes the check date as the user, unless the answer names it already, or another one since. */
async function repairDate(ports: Ports, place: ResultPlace, kept: KeptResult): Promise<KeptResult> {
  const last = await ports.answers.read(place.itemId);
  const item = await ports.items.read(place.itemId);
  const { goals } = await ports.settings.load(item.projectId);
  const answer = completeAnswer(item.facts.answer, goals);
  const index = kept.later.length - 1;
  const to = kept.later[index]?.to;
  if (!answer || answer.why === 'run' || to === undefined) return kept;
  // It is there, or somebody has set another date since.
  if (answer.checkBy === to || checkDayOf(answer, kept.later) !== to)
    return markWritten(ports, place, kept, index);
  return (await tellCheckDate(ports, place, { item, answer, last }, kept, index)).kept;
}

/** Tries again, as the user, what Jira has not taken of the items that this user sees. */
export async function repairSeen(ports: Ports, by: string, projectId: string): Promise<Repaired> {
  const at = ports.clock.now();
  const done = { written: 0, left: 0 };
  for (const itemId of await unwrittenResults(ports, projectId)) {
    const place = { itemId, projectId, by, at };
    let kept = await ports.results.read(itemId);
    if (!kept || isInJira(kept)) continue;
    if (!kept.written) kept = await showResult(ports, place, kept);
    if (kept.written && !isInJira(kept))
      kept = await repairDate(ports, place, kept).catch((error: unknown) => {
        ports.log.error('check date not repaired', error, { itemId });
        return kept;
      });
    done[kept && isInJira(kept) ? 'written' : 'left'] += 1;
  }
  return done;
}
