// "Start anyway": one item passes the gate for seven days, for a reason that everybody can read.
// Storage holds the truth; the item's property tells the gate.
import type { GivenPass } from '../contract/procedures';
import { DAY_MS, dayOf } from '../domain/days';
import { AppError } from '../domain/errors';
import { MESSAGES } from '../domain/messages';
import type { KeptPass, Ports } from '../ports';
import { showKept, stopsRound, type ShownBy } from './show-kept';

const SAY = MESSAGES.pass;
/** How long a pass holds, in days. */
const HOLDS_DAYS = 7;

/** A pass as pages are told of it, without its revision. */
export const shownPass = (itemId: string, pass: KeptPass): GivenPass => {
  const { rev: _rev, ...shown } = pass;
  return { itemId, ...shown };
};

/** Stores the pass with its act, then tells the gate. What Jira does not take is kept and marked. */
async function keepPass(
  ports: Ports,
  where: { itemId: string; projectId: string; by: string; at: number },
  next: Omit<KeptPass, 'rev' | 'written'>,
  before: KeptPass | null,
): Promise<GivenPass> {
  const { itemId, projectId, by, at } = where;
  const over = before?.rev ?? 0;
  const kept: KeptPass = { ...next, rev: over + 1, written: false };
  await ports.passes.save(itemId, projectId, kept, over, {
    projectId,
    subject: itemId,
    kind: next.withdrawn ? 'start.withdraw' : 'start.anyway',
    by,
    at,
    before: before && shownPass(itemId, before),
    after: { until: next.until, reason: next.reason },
  });
  return tellPass(ports, where, kept);
}

/** Tells the gate of a pass that is kept. What Jira does not take stays marked as not written. */
export async function tellPass(
  ports: Ports,
  where: { itemId: string; projectId: string },
  kept: KeptPass,
  shownBy: ShownBy = 'page',
): Promise<GivenPass> {
  try {
    const { itemId, projectId } = where;
    const shown = await showKept(
      {
        show: ({ until, untilAt }) => ports.items.writePass(itemId, { until, untilAt }),
        mark: (one) => ({ ...one, written: true, rev: one.rev + 1 }),
        save: (next, { rev }) => ports.passes.save(itemId, projectId, next, rev, null),
        read: () => ports.passes.read(itemId),
      },
      kept,
    );
    return shownPass(itemId, shown);
  } catch (error) {
    if (stopsRound(shownBy, error)) throw error;
    ports.log.error('pass kept, not shown in Jira', error, { itemId: where.itemId });
    return shownPass(where.itemId, kept);
  }
}

/**
 * Lets an item start without an answer until seven days from now.
 * @throws AppError invalid_input for items that are done, sub-tasks, and what is above the standard level
 */
export async function startAnyway(
  ports: Ports,
  by: string,
  { itemId, reason }: { itemId: string; reason: string },
): Promise<GivenPass> {
  const item = await ports.items.read(itemId);
  if (item.facts.level !== 0) throw new AppError('invalid_input', SAY.notAsked);
  if (item.facts.category === 'done') throw new AppError('invalid_input', SAY.notOpen);
  const { rules } = await ports.settings.load(item.projectId);
  const before = await ports.passes.read(itemId);
  const at = ports.clock.now();
  const untilAt = at + HOLDS_DAYS * DAY_MS;
  const until = dayOf(untilAt, rules.timeZone);
  const where = { itemId, projectId: item.projectId, by, at };
  return keepPass(ports, where, { until, untilAt, reason, by, at, withdrawn: false }, before);
}

/**
 * Takes a pass back; the record of it stays. One that is taken back already stays as it is, but the
 * gate is told again where it does not know yet.
 */
export async function withdrawStart(
  ports: Ports,
  by: string,
  { itemId }: { itemId: string },
): Promise<GivenPass> {
  const [item, before] = await Promise.all([ports.items.read(itemId), ports.passes.read(itemId)]);
  if (!before) throw new AppError('not_found', SAY.none);
  const { projectId } = item;
  if (before.withdrawn)
    return before.written
      ? shownPass(itemId, before)
      : tellPass(ports, { itemId, projectId }, before);
  const { rules } = await ports.settings.load(projectId);
  const at = ports.clock.now();
  const untilAt = Math.min(before.untilAt, at);
  const next = { ...before, until: dayOf(untilAt, rules.timeZone), untilAt, withdrawn: true };
  return keepPass(ports, { itemId, projectId, by, at }, next, before);
}

/** The passes of these items, in their order. The caller may see every one of them. */
export async function readPasses(ports: Ports, itemIds: readonly string[]): Promise<GivenPass[]> {
  const found = await Promise.all(
    itemIds.map(async (itemId) => {
      const pass = await ports.passes.read(itemId);
      return pass ? [shownPass(itemId, pass)] : [];
    }),
  );
  return found.flat();
}
