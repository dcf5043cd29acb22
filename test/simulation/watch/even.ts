// What the nightly comparison cannot see: it counts, and search and storage may both show one item more
// and another one less.
import type { DecisionView } from '../../../src/contract/decision-procedures';
import type { Item } from '../jira/site';
import { HOUR } from '../world';
import { bodyOf, parsed, type Evidence } from './evidence';

/** The value that a record wants its item to show. */
export const wantedBy = (now: DecisionView['now'] | undefined): string | null | undefined =>
  now && { kill: 'killed', park: 'parked', keep: 'kept', fix: undefined }[now.kind];

export const shownBy = (item: Item) => parsed(item.properties.get('ladder-decision') ?? null);

/**
 * Whether search may have counted as many items of a project with a value as storage told the last
 * night. Both show late what was written in that night.
 */
export function isEven(
  { world, decidedOn }: Evidence,
  { projectId }: Item,
  shown: unknown,
): boolean {
  if (typeof shown !== 'string') return true;
  const { site, store, kernel } = world;
  const isFresh = (itemId: string) => (decidedOn.get(itemId) ?? 0) > kernel.now() - 10 * HOUR;
  const showing = { least: 0, most: 0 };
  for (const item of site.items.values()) {
    if (item.projectId !== projectId || item.deleted || item.visibleTo !== null) continue;
    const shows = shownBy(item)['decision'] === shown;
    if (shows && !isFresh(item.id)) showing.least += 1;
    if (shows || isFresh(item.id)) showing.most += 1;
  }
  const kept = { least: 0, most: 0 };
  for (const { key, value } of store.all('decision')) {
    if (value['projectId'] !== projectId) continue;
    const { now, gone } = bodyOf(value) as Partial<DecisionView> & { gone?: true };
    const wants = !gone && wantedBy(now) === shown;
    if (wants && !isFresh(key)) kept.least += 1;
    if (wants || isFresh(key)) kept.most += 1;
  }
  return showing.least <= kept.most && kept.least <= showing.most;
}
