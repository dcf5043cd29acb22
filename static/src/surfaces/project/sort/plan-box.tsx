// What a run will do, before it starts: counts in one sentence, and the list.
import { useEffect, useRef, useState } from 'react';
import { token } from '@atlaskit/tokens';
import { losesText, SORTINGS, type Sorting } from '../../../../../src/domain/sort';
import { Button } from '../../../components/button';
import { CARD } from '../../../components/card';
import { SMALL } from '../../../components/field';
import { Fold } from '../../../components/fold';
import { Inline, Stack, Text } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { fill, type Format } from '../../../format';
import { sort } from '../../../messages/project-sort';
import { sortTable } from '../../../messages/project-sort-table';
import { useKeys } from './use-keys';
import type { Step } from './visit';

const text = sortTable.plan;

/** Rows of the list; the rest is said as a number. */
const LISTED = 200;

/** "20 moved something, 11 kept it running" */
export function partsWords(counts: Record<Sorting, number>, format: Format) {
  return SORTINGS.filter((sorting) => counts[sorting] > 0)
    .map((sorting) => fill(text.part[sorting], { count: format.number(counts[sorting]) }))
    .join(', ');
}

interface PlanBoxProps {
  steps: readonly Step[];
  /** Chosen items that no rule fits. */
  without: number;
  onStart: () => void;
  onCancel: () => void;
}

export function PlanBox({ steps, without, onStart, onCancel }: PlanBoxProps) {
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  useKeys(box, ({ key }) => {
    if (key === 'Escape') onCancel();
    return key === 'Escape';
  });
  const count = (sorting: Sorting): number => steps.filter(({ to }) => to?.sort === sorting).length;
  const counts = { moved: count('moved'), tested: count('tested'), run: count('run') };
  const losing = steps.filter(({ item, to }) => to && losesText(item.own, to.sort)).length;
  const rest = steps.length - LISTED;
  return (
    <section ref={box} tabIndex={-1} aria-label={text.title} style={{ ...CARD, outline: 'none' }}>
      <Stack space="space.100">
        <Text weight="medium">
          {format.plural(text.all, steps.length, { parts: partsWords(counts, format) })}{' '}
          {without > 0 ? format.plural(text.without, without) : ''}
        </Text>
        {losing > 0 ? <Text>{format.plural(text.loses, losing)}</Text> : null}
        <span style={SMALL}>{text.keeps}</span>
        <Fold
          title={fill(text.list, { count: format.number(steps.length) })}
          isOpen={open}
          onToggle={setOpen}
        >
          {open ? (
            <ul
              style={{ margin: 0, maxHeight: '320px', overflow: 'auto', font: token('font.body') }}
            >
              {steps.slice(0, LISTED).map(({ item, to }) => (
                <li key={item.id}>
                  {fill(text.row, {
                    key: item.facts.key,
                    summary: item.summary,
                    did: to ? sort.did[to.sort] : '',
                  })}
                </li>
              ))}
              {rest > 0 ? <li>{format.plural(text.more, rest)}</li> : null}
            </ul>
          ) : null}
        </Fold>
        <Inline space="space.100">
          <Button appearance="primary" onClick={onStart}>
            {format.plural(text.start, steps.length)}
          </Button>
          <Button appearance="subtle" onClick={onCancel}>
            {text.cancel}
          </Button>
        </Inline>
      </Stack>
    </section>
  );
}
