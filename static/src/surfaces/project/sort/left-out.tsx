// Cards that can't be sorted any more, each with its reason.
import { Stack, Text } from '../../../components/layout';
import { rich } from '../../../components/rich';
import { ItemLink } from '../../../components/text-link';
import { sort } from '../../../messages/project-sort';
import type { Where } from '../use-numbers';
import type { Deck } from './deck';
import { useLookAgain } from './look-again';
import { LookButton } from './look-button';
import { isStale } from './row-state';
import type { SortItem } from './sort-item';
import type { Visit } from './visit';

const text = sort.shares;

interface LeftOutProps {
  where: Where;
  items: readonly SortItem[];
  deck: Deck;
  visit: Visit;
}

export function LeftOut({ where, items, deck, visit }: LeftOutProps) {
  const { looking, look } = useLookAgain(where, visit);
  const out = items.filter(({ facts }) => deck.standings.get(facts.id) === 'out');
  if (out.length === 0) return null;
  return (
    <Stack space="space.050">
      <Text weight="medium">{text.outTitle}</Text>
      <ul style={{ margin: 0 }}>
        {out.map((item) => {
          const { id, facts } = item;
          const entry = visit.sorter.entry(id);
          return (
            <li key={id}>
              {rich(text.out, {
                key: <ItemLink itemKey={facts.key} />,
                reason: entry?.failure?.reason ?? '',
              })}{' '}
              {isStale(entry) ? (
                <LookButton
                  item={item}
                  isLooking={looking.has(id)}
                  onLook={(one) => void look(one)}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </Stack>
  );
}
