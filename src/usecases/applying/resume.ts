// Kills that this person began and whose page was closed in between: what was closed is recorded, and
// what was not is given up.
import type { DecisionView } from '../../contract/decision-procedures';
import { SKEW_MS } from '../../domain/moves';
import { ABANDONED_MS } from './begin';
import { steadily, type Patience } from './calls';
import type { ApplyOptions, ApplyPorts } from './ports';

/** Own intents that no page works on any more. */
export const abandonedOf = (
  views: readonly DecisionView[],
  me: string,
  now: number,
): DecisionView[] =>
  views.filter(({ intent }) => intent?.decided.by === me && now - intent.decided.at > ABANDONED_MS);

/**
 * Brings one of them to its end. Where Jira does not say what became of the item it is left to the
 * night.
 * @returns what is kept after it; null where nothing was done
 */
export async function resumeOne(
  ports: ApplyPorts,
  patience: Patience,
  { itemId, intent }: DecisionView,
  { comment }: Pick<ApplyOptions, 'comment'>,
): Promise<DecisionView | null> {
  if (!intent) return null;
  const { id, decided } = intent;
  const since = decided.at - SKEW_MS;
  try {
    const item = await steadily(patience, () => ports.look(itemId));
    if (!item) return null;
    if (item.isDone && (await steadily(patience, () => ports.movedBy(itemId, decided.by, since)))) {
      const words = comment(decided.reason);
      await steadily(patience, () => ports.comment(itemId, words, since)).catch(() => undefined);
      return await steadily(patience, () => ports.finish(itemId, id));
    }
    return await steadily(patience, () => ports.drop(itemId, id));
  } catch {
    return null;
  }
}
