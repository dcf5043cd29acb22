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
 * Whether as many items of a project show a value as storage may have told the last night. What was
 * written to storage in that night, its queries may have shown as it was before.
 */
export function isEven(
  { world, decidedOn }: Evidence,
  { projectId }: Item,
  shown: unknown,
): boolean {
  if (typeof shown !== 'string') return true;
  const { site, store, kernel } = world;
  const showing = [...site.items.values()].filter(
    (one) =>
      one.projectId === projectId &&
      !one.deleted &&
      one.visibleTo === null &&
      shownBy(one)['decision'] === shown,
  ).length;
  let least = 0;
  let most = 0;
  for (const { key, value } of store.all('decision')) {
    if (value['projectId'] !== projectId) continue;
    const isFresh = (decidedOn.get(key) ?? 0) > kernel.now() - 10 * HOUR;
    const { now, gone } = bodyOf(value) as Partial<DecisionView> & { gone?: true };
    const wants = !gone && wantedBy(now) === shown;
    if (wants && !isFresh) least += 1;
    if (wants || isFresh) most += 1;
  }
  return showing >= least && showing <= most;
}
