// What the panel needs beyond the item itself, which the page reads from Jira.
import type { OpenItem } from '../contract/procedures';
import type { Permission, Ports } from '../ports';
import { goalViews } from './open-project';
import { shownResult } from './give-result';

export async function openItem(
  ports: Ports,
  itemId: string,
  rights: ReadonlySet<Permission>,
): Promise<OpenItem> {
  const [{ projectId }, result] = await Promise.all([
    ports.items.read(itemId),
    ports.results.read(itemId),
  ]);
  const settings = await ports.settings.load(projectId);
  const { today, goals } = await goalViews(ports, settings);
  return {
    itemId,
    projectId,
    today,
    goals,
    rules: settings.rules,
    result: result && shownResult(result),
    may: {
      edit: rights.has('EDIT_ISSUES'),
      giveResult: rights.has('EDIT_ISSUES') || rights.has('TRANSITION_ISSUES'),
    },
  };
}
