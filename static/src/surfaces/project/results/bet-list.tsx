// One list of bets with its ways out.
import { useEffect, useRef, type ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import type { Day } from '../../../../../src/domain/days';
import type { ResultList } from '../../../../../src/domain/results-clause';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { SMALL } from '../../../components/field';
import { Inline, Stack, Text } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import type { NameOf } from '../../../components/result/said-words';
import { SkeletonStack } from '../../../components/skeleton';
import { fill } from '../../../format';
import { results as text } from '../../../messages/project-results';
import { Section } from '../section';
import type { Where } from '../use-numbers';
import { BetRow } from './bet-row';
import { pageSizeOf } from './results-search';
import type { Answering } from './use-answering';
import type { BetList as List } from './use-results';

interface BetListProps {
  name: ResultList;
  list: List;
  where: Where;
  today: Day;
  nameOf: NameOf;
  answering: Answering;
  /** Stands there when the list is empty. */
  empty: ReactNode;
}

/** Arrows move between the rows' buttons, while one of them has the focus. */
function useArrows() {
  const place = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const element = place.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const { activeElement } = document;
      if (by === 0 || !activeElement?.closest('[data-bet-action]')) return;
      const buttons = [...(element?.querySelectorAll('[data-bet-action] button') ?? [])];
      const next = buttons[buttons.indexOf(activeElement) + by];
      if (!(next instanceof HTMLElement)) return;
      event.preventDefault();
      next.focus();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  });
  return place;
}

export function BetList({ name, list, where, today, nameOf, answering, empty }: BetListProps) {
  const format = useFormat();
  const place = useArrows();
  const { bets, trouble, hasMore, isReading, more, retry } = list;
  return (
    <Section title={text[name].title}>
      <Stack space="space.150">
        <span style={SMALL}>{text[name].help}</span>
        {trouble ? <Failure title={text.failed[name]} trouble={trouble} onRetry={retry} /> : null}
        {bets === null && !trouble ? <SkeletonStack heights={['96px', '96px']} /> : null}
        {bets?.length === 0 && !trouble && !hasMore ? <Text as="p">{empty}</Text> : null}
        {bets && bets.length > 0 ? (
          <ul
            ref={place}
            style={{ display: 'grid', gap: token('space.150'), margin: 0, padding: 0 }}
          >
            {bets.map((bet) => (
              <BetRow
                key={bet.row.id}
                where={where}
                bet={bet}
                today={today}
                nameOf={nameOf}
                answering={answering}
              />
            ))}
          </ul>
        ) : null}
        {bets && hasMore ? (
          <Inline space="space.100">
            <Button onClick={more} isLoading={isReading}>
              {fill(text.more, { count: format.number(pageSizeOf(name)) })}
            </Button>
            <span role="status" style={SMALL}>
              {format.plural(text.shown, bets.length)}
            </span>
          </Inline>
        ) : null}
      </Stack>
    </Section>
  );
}
