// Cards that can't be sorted any more, each with its reason.
import { Stack, Text } from '../../../components/layout';
import { ItemLink } from '../../../components/text-link';
import { sort } from '../../../messages/project-sort';
import { rich } from '../rich';
import type { Deck } from './deck';
import type { SortItem } from './sort-item';
import type { Visit } from './visit';

const text = sort.shares;

interface LeftOutProps {
  items: readonly SortItem[];
  deck: Deck;
  visit: Visit;
}

export function LeftOut({ items, deck, visit }: LeftOutProps) {
  const out = items.filter(({ facts }) => deck.standings.get(facts.id) === 'out');
  if (out.length === 0) return null;
  return (
    <Stack space="space.050">
      <Text weight="medium">{text.outTitle}</Text>
      <ul style={{ margin: 0 }}>
        {out.map(({ facts }) => (
          <li key={facts.id}>
            {rich(text.out, {
              key: <ItemLink itemKey={facts.key} />,
              reason: visit.sorter.entry(facts.id)?.failure?.reason ?? '',
            })}
          </li>
        ))}
      </ul>
    </Stack>
  );
}
