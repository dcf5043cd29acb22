// What the rules would do, before they are saved.
import { SMALL } from '../../../components/field';
import { Stack, Text } from '../../../components/layout';
import { ItemLink } from '../../../components/text-link';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { sortTable } from '../../../messages/project-sort-table';
import { partsWords } from './plan-box';
import { suggestionWords } from './row-state';
import type { SortRule } from '../../../../../src/domain/sort';
import type { RulesPreview as Preview, RuleValues } from './rules';

const text = sortTable.rules.preview;

/** Items that are shown with what is suggested for them. */
const SHOWN = 5;

interface RulesPreviewProps {
  preview: Preview;
  rules: readonly SortRule[];
  values: RuleValues;
  /** Whether all of the list was looked at. */
  whole: boolean;
}

export function RulesPreview({ preview, rules, values, whole }: RulesPreviewProps) {
  const format = useFormat();
  const { suggested, of, bySort } = preview;
  const count = suggested.length;
  const sentence = count === 0 ? text.none : count === of ? text.all : text.some;
  return (
    <Stack space="space.050">
      <span role="status">
        <Text weight="medium">
          {fill(sentence, {
            count: format.number(count),
            of: format.number(of),
            parts: partsWords(bySort, format),
          })}{' '}
          {whole ? '' : fill(text.partly, { of: format.number(of) })}
        </Text>
      </span>
      {count > 0 ? (
        <>
          <span style={SMALL}>{text.first}</span>
          <ul style={{ margin: 0 }}>
            {suggested.slice(0, SHOWN).map(({ item }) => (
              <li key={item.id}>
                <ItemLink itemKey={item.facts.key} /> {item.summary}
                <div style={SMALL}>{suggestionWords(item, rules, values)}</div>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Stack>
  );
}
