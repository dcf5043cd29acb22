// What the panel needs beyond the item itself, which the page reads from Jira: goals and rules, the
// parent's answer, and what this person has kept here. One function run, so that the page waits once.
import { fingerprint } from '../contract/fingerprint';
import type { OpenItem } from '../contract/procedures';
import type { AnswerRevision, Permission, Ports } from '../ports';
import { isOverwritten, resultView, showResult } from './keep-result';
import { goalViews } from './open-project';
import { shownPass } from './start-anyway';

/**
 * Since when the answer is not the one that Ladder last saved; null when it is, or when Ladder has
 * never saved one (an answer that came with a copy or an import is nothing to wonder about).
 */
function outsideSince(last: AnswerRevision | null, value: unknown): number | null {
  if (last?.status !== 'confirmed' || last.by === '') return null;
  return last.hash === fingerprint(value) ? null : last.at;
}

/**
 * Shows a result again that somebody has written over on the item.
 * @throws AppError not_found for an item that the caller does not see
 */
export async function openItem(
  ports: Ports,
  itemId: string,
  { accountId, rights }: { accountId: string; rights: ReadonlySet<Permission> },
): Promise<OpenItem> {
  const reading = ports.items.read(itemId);
  const [item, parent, kept, draft, dismissed, pass, last, view] = await Promise.all([
    reading,
    reading.then(({ facts }) => (facts.parentId ? ports.items.parent(facts.parentId) : null)),
    ports.results.read(itemId),
    ports.personal.draft(accountId, itemId),
    ports.personal.dismissed(accountId, itemId),
    ports.passes.read(itemId),
    ports.answers.read(itemId),
    reading
      .then(({ projectId }) =>
        Promise.all([ports.settings.load(projectId), ports.scans.read(projectId)]),
      )
      .then(async ([settings, scan]) => ({
        settings,
        pace: scan?.pace ?? null,
        ...(await goalViews(ports, settings)),
      })),
  ]);
  // Whoever may edit the item may have written over what it shows; storage holds the truth.
  const { projectId, facts } = item;
  const result =
    kept && isOverwritten(kept, facts.result)
      ? await showResult(ports, { itemId, projectId }, kept)
      : kept;
  return {
    itemId,
    projectId: item.projectId,
    today: view.today,
    goals: view.goals,
    rules: view.settings.rules,
    result: result && resultView(itemId, result),
    parent,
    draft,
    dismissed,
    pass: pass && shownPass(itemId, pass),
    pace: view.pace,
    outsideSince: outsideSince(last, item.answerValue),
    may: {
      edit: rights.has('EDIT_ISSUES'),
      giveResult: rights.has('EDIT_ISSUES') || rights.has('TRANSITION_ISSUES'),
    },
  };
}
