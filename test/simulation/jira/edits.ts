// Changes of single items: their properties and their statuses.
import { itemFor, Refused } from './answers';
import type { MemoryJiraOptions } from './options';
import type { Item, MemorySite } from './site';

export type Edits = ReturnType<typeof editsOf>;

export function editsOf(site: MemorySite, options: MemoryJiraOptions) {
  const { now } = options;

  const isArchived = (item: Item): boolean => site.projects.get(item.projectId)?.archived === true;

  function write(item: Item, key: string, text: string | null, by: string | null): void {
    const before = item.properties.get(key) ?? null;
    if (text === null) item.properties.delete(key);
    else item.properties.set(key, text);
    options.wrote?.({ item, key, before, text, by });
    site.touch(item);
  }

  /** @throws Refused 403 for what nobody may change */
  function writable(idOrKey: string, by: string | null): Item {
    const item = itemFor(site, idOrKey, by);
    if (isArchived(item)) throw new Refused(403, `You may not edit issue ${item.key}.`);
    return item;
  }

  /** Moves an item to a status; transitions have the ids of the statuses that they lead to. */
  function move(item: Item, to: string, by: string | null, resolutionId: string | null): void {
    const from = item.statusId;
    const before = site.categoryOf(item);
    item.statusId = to;
    item.updated = now();
    const after = site.categoryOf(item);
    if (before !== after) item.categoryChanged = now();
    item.resolutionId = after === 'done' ? (resolutionId ?? '1') : null;
    item.history.push({ at: now(), from, to, by: by ?? 'app' });
    options.moved?.(item, from, by);
    site.touch(item);
  }

  return { isArchived, write, writable, move };
}
