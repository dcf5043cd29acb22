import { type Services } from './services';

/**
 * Removes an issue, by id, with its sub-tasks; other children stay, without a parent. Search notices
 * after the lag, as with every write.
 */
export function removeIssue(
  site: Pick<Services, 'catalog' | 'store' | 'index'>,
  issueId: string,
): void {
  const { catalog, store, index } = site;
  for (const child of store.children(issueId)) {
    if (catalog.levelOf(child.typeId) < 0) removeIssue(site, child.id);
    else {
      store.update({ ...child, parentId: null });
      index.touch(child.id);
    }
  }
  store.remove(issueId);
  index.touch(issueId);
}
