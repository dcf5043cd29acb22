// How many items are chosen, the way to choose all of them, and what can be said for them.
import { SORTINGS, type Sorting } from '../../../../../src/domain/sort';
import { Button } from '../../../components/button';
import { Inline, Text } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { sort } from '../../../messages/project-sort';
import { sortTable } from '../../../messages/project-sort-table';

const text = sortTable.table;

interface TableBarProps {
  chosen: number;
  /** Suggestions that would be taken: of the chosen items, of all where none is chosen. */
  suggestions: number;
  /** How many items the list holds; null while that is not known. */
  total: number | null;
  /** Items read on the way to all of them; null when that is not being done. */
  readingAll: number | null;
  busy: boolean;
  onSort: (to: Sorting) => void;
  onTake: () => void;
  onAll: () => void;
  onStop: () => void;
  onClear: () => void;
  onHelp: () => void;
}

export function TableBar(props: TableBarProps) {
  const { chosen, suggestions, total, readingAll, busy } = props;
  const format = useFormat();
  const idle = busy || readingAll !== null;
  const done = format.number(readingAll ?? 0);
  return (
    <Inline space="space.100">
      <span role="status">
        <Text weight="medium">
          {chosen === 0 ? text.noneChosen : format.plural(text.chosen, chosen)}
        </Text>
      </span>
      {SORTINGS.map((to) => (
        <Button key={to} isDisabled={idle || chosen === 0} onClick={() => props.onSort(to)}>
          {sort.sorting[to]}
        </Button>
      ))}
      <Button isDisabled={idle || suggestions === 0} onClick={props.onTake}>
        {format.plural(text.take, suggestions)}
      </Button>
      {readingAll === null ? (
        <Button spacing="compact" appearance="subtle" isDisabled={busy} onClick={props.onAll}>
          {fill(text.all, { count: total === null ? '' : format.number(total) }).trim()}
        </Button>
      ) : (
        <>
          <Text>
            {total === null
              ? fill(text.readingOpen, { done })
              : fill(text.reading, { done, of: format.number(total) })}
          </Text>
          <Button spacing="compact" onClick={props.onStop}>
            {text.stopReading}
          </Button>
        </>
      )}
      {chosen > 0 ? (
        <Button spacing="compact" appearance="subtle" onClick={props.onClear}>
          {text.clear}
        </Button>
      ) : null}
      <Button spacing="compact" appearance="subtle" onClick={props.onHelp}>
        {sort.card.keys}
      </Button>
    </Inline>
  );
}
