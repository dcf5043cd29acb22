// The few parents whose answer covers most, answered in place.
import { useState } from 'react';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../../../src/contract/goals';
import type { ParentFacts } from '../../../../../../src/domain/item';
import { Button } from '../../../../components/button';
import { Failure } from '../../../../components/failure';
import { SMALL } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { useFormat } from '../../../../components/reader';
import { SkeletonStack } from '../../../../components/skeleton';
import { fill } from '../../../../format';
import { projectBacklog } from '../../../../messages/project-backlog';
import type { Place } from '../../gather/backlog-counts';
import type { CoverList, CoverParent } from '../../gather/cover';
import { Section } from '../../section';
import type { Coverage } from '../coverage-view';
import { CoverRow } from './cover-row';
import { leverSentence } from './lever';
import type { Cover } from './use-cover';

const text = projectBacklog.cover;
const FIRST_ROWS = 5;
const PLACEHOLDERS = ['74px', '74px', '74px', '74px', '74px'] as const;

interface CoverSectionProps {
  cover: Cover;
  place: Place;
  goals: readonly GoalView[];
  coverage: Coverage;
  /** Whether the project has types above the standard level at all. */
  hasParents: boolean;
  onAnswered: (parent: CoverParent, facts: ParentFacts) => void;
}

/** "1", "1 and 2", "1 to 3". */
const goalKeysWords = (goals: number): string =>
  goals === 1 ? text.oneGoal : goals === 2 ? text.twoGoals : text.someGoals;

/** Puts the focus into the next row, or the one before. */
function moveFrom(row: HTMLElement, by: 1 | -1): void {
  const next = by === 1 ? row.nextElementSibling : row.previousElementSibling;
  next?.querySelector<HTMLElement>('button, [data-after] a, a')?.focus();
}

function Rows({ list, ...props }: CoverSectionProps & { list: CoverList }) {
  const { cover, place, goals, coverage, onAnswered } = props;
  const format = useFormat();
  const [shown, setShown] = useState(FIRST_ROWS);
  const rows = list.rows.slice(0, shown);
  const lever = leverSentence(
    rows.filter(({ facts }) => !cover.answered.has(facts.id)),
    coverage,
    format,
  );
  if (list.rows.length === 0) return <Text>{text.nothing}</Text>;
  const last = Math.min(9, goals.length);
  const keys = fill(goalKeysWords(last), { last });
  const mayAnswer = list.rows.some(({ mayEdit }) => mayEdit);
  return (
    <>
      {lever ? <Text size="large">{lever}</Text> : null}
      {mayAnswer && goals.length === 0 ? <Text>{text.noGoals}</Text> : null}
      {mayAnswer ? null : <Notice title={text.readOnly.title}>{text.readOnly.text}</Notice>}
      <ul aria-label={text.list} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {rows.map((parent) => (
          <CoverRow
            key={parent.facts.id}
            parent={parent}
            place={place}
            goals={goals}
            cover={cover}
            tellsLocked={mayAnswer}
            onAnswered={onAnswered}
            onMove={moveFrom}
          />
        ))}
      </ul>
      <Inline space="space.100" alignBlock="center" shouldWrap>
        {list.rows.length > shown ? (
          <Button spacing="compact" onClick={() => setShown((before) => before + FIRST_ROWS)}>
            {text.more}
          </Button>
        ) : null}
        {mayAnswer ? (
          <span style={SMALL}>
            {goals.length > 0 ? fill(text.keys, { goals: keys }) : text.keysNoGoals}
          </span>
        ) : null}
      </Inline>
    </>
  );
}

export function CoverSection(props: CoverSectionProps) {
  const { cover, hasParents } = props;
  const { state, retry } = cover;
  const format = useFormat();
  if (!hasParents)
    return (
      <Section title={text.title}>
        <Text>{text.noTypes}</Text>
      </Section>
    );
  const list = state.kind === 'ready' ? state.list : null;
  return (
    <Section title={text.title}>
      <div style={{ display: 'grid', gap: token('space.100') }}>
        {state.kind === 'failed' ? (
          <Failure title={text.failed} trouble={state.trouble} onRetry={retry} />
        ) : null}
        {state.kind === 'listing' || state.kind === 'counting' ? (
          <Stack space="space.100">
            <Text>
              {state.kind === 'counting'
                ? fill(text.counting, { done: state.done, of: state.of })
                : text.listing}
            </Text>
            <SkeletonStack heights={PLACEHOLDERS} />
          </Stack>
        ) : null}
        {list ? <Rows {...props} list={list} /> : null}
        {list ? (
          <span style={SMALL}>
            {list.more ? text.among : text.all}{' '}
            {list.uncounted > 0 ? format.plural(text.uncounted, list.uncounted) : ''}
          </span>
        ) : null}
      </div>
    </Section>
  );
}
