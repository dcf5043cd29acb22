// Items of a goal that can't be put in order, because they do not say how much they bring.
import Heading from '@atlaskit/heading';
import { Stack, Text } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import { ItemLink } from '../../../../components/text-link';
import { useFormat } from '../../../../components/reader';
import { SMALL_BLOCK } from '../../../../components/table-style';
import { fill } from '../../../../format';
import { order as text } from '../../../../messages/project-order';
import type { GoalItem } from './goal-items';

function Entry({ item: { key, summary, answer } }: { item: GoalItem }) {
  const format = useFormat();
  const { checkBy, delta } = answer;
  const check =
    checkBy === undefined ? text.noCheck : fill(text.check, { day: format.day(checkBy) });
  return (
    <li>
      <ItemLink itemKey={key} alone>
        {`${key} ${summary}`.trim()}
      </ItemLink>
      <span style={SMALL_BLOCK}>{delta === undefined ? check : `${text.wrongWay}, ${check}`}</span>
    </li>
  );
}

export function ApartList({ items }: { items: readonly GoalItem[] }) {
  if (items.length === 0) return null;
  return (
    <Stack space="space.075">
      <Heading size="xsmall" as="h3">
        {text.apart}
      </Heading>
      <Text size="small" color="color.text.subtle">
        {text.apartWhy}
      </Text>
      <ul
        style={{
          display: 'grid',
          gap: `${token('space.075')} ${token('space.200')}`,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
          listStyle: 'none',
          margin: 0,
          padding: 0,
          overflowWrap: 'anywhere',
        }}
      >
        {items.map((item) => (
          <Entry key={item.id} item={item} />
        ))}
      </ul>
    </Stack>
  );
}
