// One card: an item, and what became of it by a key or a button. The focus stays on the card.
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { dayOf, type Day } from '../../../../../src/domain/days';
import { SORTINGS, type Sorting } from '../../../../../src/domain/sort';
import { Button } from '../../../components/button';
import { CARD } from '../../../components/card';
import { SMALL } from '../../../components/field';
import { Inline, Stack, Text } from '../../../components/layout';
import { Notice } from '../../../components/notice';
import { ProgressThin } from '../../../components/progress-thin';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { sort } from '../../../messages/project-sort';
import { CardFace } from './card-face';
import { cardKey } from './card-keys';
import { CiteReading } from './cite-reading';
import { KeyHelp } from '../key-help';
import type { SortItem } from './sort-item';
import type { SortEntry, Wanted } from './sorter';
import { useFocusByClick } from './use-focus-by-click';
import { useKeys } from './use-keys';
import './sort.css';

const text = sort.card;

const FACE: CSSProperties = {
  ...CARD,
  padding: token('space.300'),
  boxShadow: token('elevation.shadow.raised'),
};

interface SortCardProps {
  item: SortItem;
  project: OpenProject;
  today: Day;
  /** Its place among the cards that are asked, from 1, and how many those are. */
  place: number;
  of: number;
  /** Why it comes back. */
  failed: SortEntry | null;
  disabled: boolean;
  canUndo: boolean;
  onGive: (to: Wanted) => void;
  onSkip: () => void;
  onUndo: () => void;
}

function Again({ failed }: { failed: SortEntry }) {
  const { now, failure } = failed;
  const reason = failure?.reason ?? '';
  if (failure?.unsure) return <Notice look="warning">{reason}</Notice>;
  return (
    <Notice look="warning">
      {now
        ? fill(text.stillThere, { did: sort.did[now.sort], reason })
        : fill(text.failed, { reason })}
    </Notice>
  );
}

export function SortCard(props: SortCardProps) {
  const { item, project, today, place, of, failed, disabled, canUndo } = props;
  const { onGive, onSkip, onUndo } = props;
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const [help, setHelp] = useState(false);
  const [cited, setCited] = useState<{ of: string; reading: Wanted['reading'] }>();
  const { key, id, categoryChanged } = item.facts;
  const reading = cited?.of === id ? cited.reading : undefined;
  useEffect(() => box.current?.focus(), []);
  useFocusByClick(box);
  const give = (sorting: Sorting) =>
    onGive(sorting === 'moved' && reading ? { sort: sorting, reading } : { sort: sorting });
  useKeys(box, (event) => {
    const pressed = cardKey(event);
    if (!pressed) return false;
    if (pressed.act === 'help') setHelp((before) => !before);
    else if (!disabled) {
      if (pressed.act === 'sort') give(pressed.sort);
      else if (pressed.act === 'skip') onSkip();
      else if (canUndo) onUndo();
    }
    return true;
  });
  const numbers = { place: format.number(place), of: format.number(of) };
  const retry = failed?.want;
  const card = (
    <div
      ref={box}
      role="group"
      tabIndex={-1}
      className="ls-card"
      aria-label={fill(text.label, { key, summary: item.summary })}
      style={FACE}
    >
      <Stack space="space.200">
        <ProgressThin value={of === 0 ? 0 : (place - 1) / of} label={fill(text.place, numbers)} />
        <Text>{fill(text.place, numbers)}</Text>
        <CardFace item={item} today={today} />
        {failed ? <Again failed={failed} /> : null}
        <Text weight="medium">{text.question}</Text>
        <Inline space="space.100">
          {retry && failed?.failure?.again ? (
            <Button appearance="primary" isDisabled={disabled} onClick={() => onGive(retry)}>
              {text.again}
            </Button>
          ) : null}
          {SORTINGS.map((sorting, at) => (
            <Button key={sorting} isDisabled={disabled} onClick={() => give(sorting)}>
              {`${at + 1} ${sort.sorting[sorting]}`}
            </Button>
          ))}
          <Button isDisabled={disabled} onClick={onSkip}>{`4 ${text.skip}`}</Button>
          {disabled ? null : (
            <Button appearance="subtle" isDisabled={!canUndo} onClick={onUndo}>
              {text.undo}
            </Button>
          )}
          <Button appearance="subtle" onClick={() => setHelp(!help)}>
            {text.keys}
          </Button>
        </Inline>
        <CiteReading
          key={id}
          goals={project.goals}
          finished={dayOf(categoryChanged, project.rules.timeZone)}
          value={reading}
          onChange={(next) => setCited({ of: id, reading: next })}
        />
        {help ? (
          <KeyHelp label={sort.card.keys} intro={sort.keys.intro} list={sort.keys.list} />
        ) : null}
      </Stack>
    </div>
  );
  return (
    <Stack space="space.075">
      {card}
      <Inline space="space.100">
        <span style={SMALL}>{text.focusHint}</span>
        <Button appearance="subtle" spacing="compact" onClick={() => box.current?.focus()}>
          {text.focus}
        </Button>
      </Inline>
    </Stack>
  );
}
