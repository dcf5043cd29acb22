// What one person keeps on an item or in a project: the draft of an answer, hints and signals that
// were dismissed, rules for sorting.
import { DISMISSED_SIGNALS_LIMIT } from '../contract/limits';
import type { Input } from '../contract/procedures';
import { HINTS, type Hint } from '../domain/advice';
import { AppError } from '../domain/errors';
import { MESSAGES } from '../domain/messages';
import { canonical } from '../contract/properties';
import type { KeptDraft, Ports } from '../ports';

/** Whether two drafts hold the same words; an empty field counts as absent. */
const sameTexts = (a: KeptDraft['texts'], b: KeptDraft['texts']): boolean => {
  const filled = (texts: KeptDraft['texts']) =>
    canonical(Object.fromEntries(Object.entries(texts).filter(([, text]) => text)));
  return filled(a) === filled(b);
};

/**
 * Keeps what is being typed, whole or not.
 * @throws AppError conflict when another window of the same person has kept something else meanwhile;
 *   its details are that draft
 */
export async function saveDraft(
  ports: Ports,
  owner: string,
  { itemId, texts, seen, over }: Input<'draft.save'>,
): Promise<{ at: number }> {
  const [{ projectId }, before] = await Promise.all([
    ports.items.read(itemId),
    ports.personal.draft(owner, itemId),
  ]);
  if (before && before.at !== over && !sameTexts(before.texts, texts))
    throw new AppError('conflict', MESSAGES.draft.otherWindow, { details: before });
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

/** Dismisses a signal for this person, or shows it again. The oldest are forgotten first. */
export async function dismissSignal(
  ports: Ports,
  owner: string,
  { projectId, signal, dismissed }: Input<'signal.dismiss'>,
): Promise<{ dismissed: string[] }> {
  const before = await ports.personal.dismissedSignals(owner, projectId);
  const others = before.filter((one) => one !== signal);
  const next = dismissed ? [...others, signal].slice(-DISMISSED_SIGNALS_LIMIT) : others;
  await ports.personal.saveDismissedSignals(owner, projectId, next, ports.clock.now());
  return { dismissed: next };
}

/** Keeps this person's rules for sorting; null goes back to the usual ones. */
export async function saveSortRules(
  ports: Ports,
  owner: string,
  { projectId, rules }: Input<'sortRules.save'>,
): Promise<{ rules: Input<'sortRules.save'>['rules'] }> {
  await ports.personal.saveSortRules(owner, projectId, rules, ports.clock.now());
  return { rules };
}
