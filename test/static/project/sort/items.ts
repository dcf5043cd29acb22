// Finished items as they are listed for sorting.
import type { ItemFacts } from '../../../../src/domain/item';
import { sortItemOf, type SortItem } from '../../../../static/src/surfaces/project/sort/sort-item';
import { anItem } from '../../../support/builders';

const TYPES: Record<string, string> = { '1': 'Story', '2': 'Bug', '3': 'Spike' };

/** Item `n` of the project, finished. */
export function sortItem(n: number, more: Partial<ItemFacts> = {}): SortItem {
  const facts = anItem({ id: `${n}`, key: `SHOP-${n}`, category: 'done', ...more });
  return sortItemOf({
    facts,
    summary: `Item ${n}`,
    typeName: TYPES[facts.typeId] ?? '',
    parent: null,
    estimate: { points: null, hours: null },
    resolutionName: null,
    componentNames: [],
  });
}
