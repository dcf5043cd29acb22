// Links between items of one project: each is seen from both ends.

import type { SiteIssue } from '../../jira/api';
import type { Draft } from './draft';
import type { Place } from './issue';
import type { Random } from '../../random';

type Link = SiteIssue['links'][number];

const BLOCKS = { typeName: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
const RELATES = { typeName: 'Relates', inward: 'relates to', outward: 'relates to' };
const DUPLICATE = { typeName: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' };

/** Links for some drafts, and for every duplicate one to an earlier item. */
export function linksOf(
  drafts: readonly Draft[],
  places: ReadonlyMap<Draft, Place>,
  random: Random,
  linkId: () => string,
): Map<Draft, Link[]> {
  const links = new Map<Draft, Link[]>();
  const add = (from: Draft, to: Draft, type: typeof BLOCKS): void => {
    const id = linkId();
    const end = (draft: Draft, other: Draft, direction: Link['direction']) => {
      const otherKey = places.get(other)?.key;
      if (otherKey === undefined) return;
      links.set(draft, [...(links.get(draft) ?? []), { id, ...type, otherKey, direction }]);
    };
    end(from, to, 'outward');
    end(to, from, 'inward');
  };
  const linkable = drafts.filter((draft) => draft.kind !== 'subtask' && !draft.restricted);
  for (const [index, draft] of linkable.entries()) {
    if (index === 0) continue;
    const earlier = linkable[random.between(Math.max(0, index - 80), index - 1)];
    if (earlier === undefined) continue;
    if (draft.resolution === 'duplicate') add(draft, earlier, DUPLICATE);
    else if (random.chance(0.04)) add(draft, earlier, random.chance(0.5) ? BLOCKS : RELATES);
  }
  return links;
}
