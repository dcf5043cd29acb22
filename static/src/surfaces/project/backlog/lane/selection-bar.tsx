// How many items are chosen, the ways to choose all of them, and what can be said for them.
import Button from '@atlaskit/button/new';
import { Inline, Text } from '@atlaskit/primitives/compiled';
import { useFormat } from '../../../../components/reader';
import { fill } from '../../../../format';
import { lane as text } from '../../../../messages/project-lane';
import type { Act } from './plan';
import type { ReadAll } from './use-select-all';

interface SelectionBarProps {
  chosen: number;
  /** How many items the list holds; null while that is not known. */
  total: number | null;
  all: ReadAll;
  hasGoal: boolean;
  /** While a bulk answer runs nothing new can be begun. */
  running: boolean;
  onAct: (kind: Act['kind']) => void;
  onClear: () => void;
  onHelp: () => void;
}

function AllButton({ total, all }: Pick<SelectionBarProps, 'total' | 'all'>) {
  const format = useFormat();
  if (all.reading === null)
    return (
      <Button spacing="compact" appearance="subtle" onClick={all.start}>
        {total === null ? text.allOpen : fill(text.all, { count: format.number(total) })}
      </Button>
    );
  const done = format.number(all.reading);
  return (
    <Inline space="space.100" alignBlock="center">
      <Text size="small">
        {total === null
          ? fill(text.readingOpen, { done })
          : fill(text.reading, { done, of: format.number(total) })}
      </Text>
      <Button spacing="compact" onClick={all.stop}>
        {text.stopReading}
      </Button>
    </Inline>
  );
}

export function SelectionBar(props: SelectionBarProps) {
  const { chosen, total, all, hasGoal, running, onAct, onClear, onHelp } = props;
  const format = useFormat();
  const idle = chosen === 0 || running || all.reading !== null;
  return (
    <Inline space="space.100" rowSpace="space.100" alignBlock="center" shouldWrap>
      <span role="status">
        <Text weight="medium">
          {chosen === 0 ? text.noneChosen : format.plural(text.chosen, chosen)}
        </Text>
      </span>
      <Button isDisabled={idle || !hasGoal} onClick={() => onAct('goal')}>
        {text.act.goal}
      </Button>
      <Button isDisabled={idle} onClick={() => onAct('run')}>
        {text.act.run}
      </Button>
      {chosen > 0 ? (
        <Button spacing="compact" appearance="subtle" onClick={onClear}>
          {text.clear}
        </Button>
      ) : null}
      <AllButton total={total} all={all} />
      <Button spacing="compact" appearance="subtle" onClick={onHelp}>
        {text.keys.button}
      </Button>
    </Inline>
  );
}
