// How many bets moved something, never without those that wait, are due or can't be told.
import type { ReactNode } from 'react';
import { BET_STATES, type BetState } from '../../../../../src/domain/bets';
import { wilson } from '../../../../../src/domain/interval';
import { Button } from '../../../components/button';
import { useFormat } from '../../../components/reader';
import { rich } from '../../../components/rich';
import { Skeleton } from '../../../components/skeleton';
import { fill, type Format } from '../../../format';
import { below } from '../../../messages/project-below';
import { project } from '../../../messages/project';
import type { Numbers } from '../gather/counts';
import { betName, type WindowName } from '../gather/names';
import { FEW } from '../backlog/coverage-view';
import { Section } from '../section';
import { betCounts, type BetCounts } from './bet-counts';
import { Small, Words } from './words';

const text = below.bets;

/** "{moved} of {given} bets with a result moved (between 16 % and 75 %)." */
export function rateSentence(
  bets: Pick<BetCounts, 'moved' | 'flat' | 'unclear'>,
  format: Format,
): string {
  const given = bets.moved + bets.flat + bets.unclear;
  const ends = wilson(bets.moved, given);
  if (!ends) return text.none;
  const interval = fill(text.interval, {
    low: format.share(ends[0]),
    high: format.share(ends[1]),
  });
  const rate = format.plural(given < FEW ? text.moved : text.share, given, {
    share: format.share(bets.moved / given),
  });
  return `${rate}${interval}.`;
}

const GIVEN = ['moved', 'flat', 'unclear'] as const;
const PARTS = ['flat', 'unclear', 'waiting', 'due'] as const;

interface BetsSectionProps {
  numbers: Numbers<WindowName>;
  number: (name: WindowName, what: string) => ReactNode;
  /** How many bets stand in these states; opens the items that carry them. */
  list: (states: readonly BetState[], what: string) => ReactNode;
  onRetry: (name: WindowName) => void;
  onResults: () => void;
}

export function BetsSection({ numbers, number, list, onRetry, onResults }: BetsSectionProps) {
  const format = useFormat();
  const counts = betCounts(numbers);
  const words = (): ReactNode => {
    if (counts === 'left-out') return <Words>{text.leftOut}</Words>;
    if (counts === 'counting') return <Skeleton width="32ch" height="20px" />;
    if (counts === 'failed')
      return (
        <Words>
          {text.failed}{' '}
          <Button spacing="compact" onClick={() => onRetry(betName('moved'))}>
            {below.again}
          </Button>
        </Words>
      );
    if (BET_STATES.every((state) => counts[state] === 0)) return <Words>{text.noBets}</Words>;
    const given = counts.moved + counts.flat + counts.unclear;
    const rest = PARTS.filter((state) => counts[state] > 0);
    return (
      <>
        <Words>
          {rich(rateSentence(counts, format), {
            moved: list(['moved'], text.movedWhat),
            given: list(GIVEN, text.givenWhat),
          })}{' '}
          {given > 0
            ? rich(text.items, {
                inMoved: number('inMovedBets', project.what.inMovedBets),
                output: number('output', text.ofAll),
              })
            : null}
        </Words>
        {rest.length > 0 ? (
          <Words>
            {rest.map((state, at) => (
              <span key={state}>
                {at > 0 ? ' · ' : null}
                {rich(format.plural(text.parts[state], counts[state], { count: '{count}' }), {
                  count: list([state], text.what),
                })}
              </span>
            ))}
          </Words>
        ) : null}
        {given > 0 ? <Small faint>{text.means}</Small> : null}
      </>
    );
  };
  return (
    <Section title={text.title}>
      {words()}
      <div>
        <Button spacing="compact" onClick={onResults}>
          {text.see}
        </Button>
      </div>
    </Section>
  );
}
