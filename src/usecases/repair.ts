// Showing again on their items what storage holds. Properties only show: whatever became of them,
// storage brings them back.
import type { Input } from '../contract/procedures';
import type { Day } from '../domain/days';
import { completeAnswer } from '../domain/inherit';
import { checkDayOf, isInJira } from '../domain/result';
import type { KeptResult, Ports, StoredResult } from '../ports';
import { showResult, type ResultPlace } from './keep-result';
import { unwrittenResults } from './read-results';
import { showAgain, type Repaired } from './show-again';
import { tellPass } from './start-anyway';
import { markWritten, tellCheckDate } from './tell-check-date';

/** When something was said or taken back last; older records tell the day, which counts from its beginning. */
const saidAtOf = ({ kept: { saidAt, given, earlier } }: StoredResult): number =>
  saidAt ?? (Date.parse(given?.at ?? earlier.at(-1)?.at ?? '') || 0);

/**
 * Shows results again that their items do not show, as many as one night tries.
 * @param today the project's day
 * @throws AppError rate_limited when Jira asks to wait; what is shown stays shown
 */
export async function repairResults(
  ports: Ports,
  projectId: string,
  today: Day,
): Promise<Repaired> {
  const stored = await ports.results.ofProject(projectId, 'unwritten');
  return showAgain(ports, today, {
    // A check date that is not written waits for somebody who may: the app writes no answers.
    waiting: stored.filter(({ kept }) => !kept.written),
    saidAt: saidAtOf,
    read: (itemId) => ports.results.read(itemId),
    show: (itemId, kept) => showResult(ports, { itemId, projectId }, kept, 'night'),
  });
}

/** The same of passes that the gate was not told of, those that have run out or were taken back among them. */
export async function repairPasses(ports: Ports, projectId: string, today: Day): Promise<Repaired> {
  return showAgain(ports, today, {
    waiting: await ports.passes.unwritten(projectId),
    saidAt: ({ pass }) => pass.at,
    read: (itemId) => ports.passes.read(itemId),
    show: (itemId, pass) => tellPass(ports, { itemId, projectId }, pass, 'night'),
  });
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

/**
 * What one call of a page takes: a function ends after 25 seconds, and an item needs up to ten calls.
 * https://developer.atlassian.com/platform/forge/platform-quotas-and-limits/
 */
const BUDGET = { items: 25, ms: 10_000 };

/** How far a round has come. */
export interface RepairedPart extends Repaired {
  /** The item that was tried last, for the next call to go on after; null at the end. */
  next: string | null;
  /** Items after it that are still to be tried. */
  remaining: number;
}

/**
 * Tries again, as the user, what Jira has not taken of the items that this user sees: in the order of
 * their ids from `after` on, as many as one call has time for.
 */
export async function repairSeen(
  ports: Ports,
  by: string,
  { projectId, after }: Input<'results.repair'>,
  budget: Partial<typeof BUDGET> = {},
): Promise<RepairedPart> {
  const at = ports.clock.now();
  const { items, ms } = { ...BUDGET, ...budget };
  const unwritten = await unwrittenResults(ports, projectId);
  const waiting = unwritten
    .filter((itemId) => after === undefined || Number(itemId) > Number(after))
    .sort((a, b) => Number(a) - Number(b));
  const done = { written: 0, left: 0 };
  let tried = 0;
  for (const itemId of waiting) {
    // At least one each time, so that a round always comes to its end.
    if (tried === items || (tried > 0 && ports.clock.now() - at >= ms)) break;
    tried += 1;
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
  const remaining = waiting.length - tried;
  return { ...done, next: remaining > 0 ? (waiting[tried - 1] ?? null) : null, remaining };
}
