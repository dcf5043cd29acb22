// What one person keeps on one item: the draft of an answer, and hints that were dismissed.
import type { Input } from '../contract/procedures';
import { HINTS, type Hint } from '../domain/advice';
import type { Ports } from '../ports';

/** Keeps what is being typed, whole or not. */
export async function saveDraft(
  ports: Ports,
  owner: string,
  { itemId, texts, seen }: Input<'draft.save'>,
): Promise<{ at: number }> {
  const { projectId } = await ports.items.read(itemId);
  const at = ports.clock.now();
  await ports.personal.saveDraft(owner, itemId, projectId, { texts, seen, at });
  return { at };
}

/** Dismisses a hint for this person on this item, or shows it again. */
export async function dismissHint(
  ports: Ports,
  owner: string,
  { itemId, hint, dismissed }: Input<'hint.dismiss'>,
): Promise<{ dismissed: Hint[] }> {
  const before = await ports.personal.dismissed(owner, itemId);
  const next = HINTS.filter((one) => (one === hint ? dismissed : before.includes(one)));
  const { projectId } = await ports.items.read(itemId);
  await ports.personal.saveDismissed(owner, itemId, projectId, next, ports.clock.now());
  return { dismissed: next };
}
