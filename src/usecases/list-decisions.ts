// Decisions and acts of a project, page by page, and decisions about named items: without those about
// items that this person does not see.
import type { Input, Output } from '../contract/procedures';
import type { Ports, StoredAct } from '../ports';
import { decisionViewOf } from './keep-decision';

/** Records in one query of storage: no more than the contract lets one call answer. */
const PAGE = 100;

/** What is kept of these items. */
async function decisionsOf(
  ports: Ports,
  itemIds: readonly string[],
): Promise<Output<'decisions.list'>> {
  const seen = await seenOf(ports, itemIds);
  const found = await Promise.all(
    itemIds
      .filter((itemId) => seen.has(itemId))
      .map(async (itemId) => {
        const kept = await ports.decisions.read(itemId);
        return kept ? [decisionViewOf(itemId, kept)] : [];
      }),
  );
  return { decisions: found.flat(), next: null };
}

/**
 * One page of the project's decisions, or those about the named items, as far as the caller sees their
 * items. A page may be shorter than there are decisions: `next` leads on.
 */
export async function listDecisions(
  ports: Ports,
  { projectId, after, itemIds }: Input<'decisions.list'>,
): Promise<Output<'decisions.list'>> {
  if (itemIds) return decisionsOf(ports, itemIds);
  const { values, next } = await ports.decisions.page(projectId, after ?? null, PAGE);
  const seen = await seenOf(
    ports,
    values.map(({ itemId }) => itemId),
  );
  const decisions = values
    .filter(({ itemId }) => seen.has(itemId))
    .map(({ itemId, kept }) => decisionViewOf(itemId, kept));
  return { decisions, next };
}

const isItem = ({ subject }: StoredAct): boolean => /^[0-9]+$/.test(subject);

const seenOf = (ports: Ports, itemIds: readonly string[]): Promise<ReadonlySet<string>> =>
  ports.rights.seen([...new Set(itemIds)]);

/**
 * One page of acts, the latest first, without those on items that the caller does not see. A page may be
 * shorter than there are acts: `next` leads on.
 */
export async function listActs(
  ports: Ports,
  { projectId, kinds, after }: Input<'acts.list'>,
): Promise<Output<'acts.list'>> {
  const { values, next } = await ports.acts.page(projectId, kinds ?? null, after ?? null, PAGE);
  const items = values.filter(isItem).map(({ subject }) => subject);
  const seen = await seenOf(ports, items);
  const acts = values.filter((act) => !isItem(act) || seen.has(act.subject));
  return {
    acts: acts.map(({ id, subject, kind, by, at, before, after: then }) => ({
      id,
      subject,
      kind,
      by,
      at,
      before,
      after: then,
    })),
    next,
  };
}
