// How many bets moved something, never without those that wait, are due or can't be told.
import type { ReactNode } from 'react';
import { BET_STATES, type BetState } from '../../../../../src/domain/bets';
import { wilson } from '../../../../../src/domain/interval';
import { Button } from '../../../components/button';
import { useFormat } from '../../../components/reader';
import { Skeleton } from '../../../components/skeleton';
import { fill, type Format } from '../../../format';
import { below } from '../../../messages/project-below';
import { project } from '../../../messages/project';
import type { Numbers } from '../gather/counts';
import { betName, type WindowName } from '../gather/names';
import { isKnown } from '../gather/number-state';
import { FEW } from '../backlog/coverage-view';
import { rich } from '../rich';
import { Section } from '../section';
import { Small, Words } from './words';

const text = below.bets;

type BetCounts = Record<BetState, number>;

/** The counts once all are known; else why there are none. */
export function betCounts(
  numbers: Numbers<WindowName>,
): BetCounts | 'counting' | 'failed' | 'left-out' {
  const states = BET_STATES.map((state) => numbers[betName(state)]);
  if (states.some((one) => one?.kind === 'failed')) return 'failed';
  if (states.some((one) => one?.kind === 'left-out')) return 'left-out';
  const known = states.filter(isKnown);
  if (known.length < BET_STATES.length) return 'counting';
  return Object.fromEntries(
    BET_STATES.map((state, at) => [state, known[at]?.value ?? 0]),
  ) as BetCounts;
}

/** "3 of 7 bets with a result moved (between 16 % and 75 %)." */
export function rateSentence(
  bets: Pick<BetCounts, 'moved' | 'flat' | 'unclear'>,
  format: Format,
): string {
  const given = bets.moved + bets.flat + bets.unclear;
  const ends = wilson(bets.moved, given);
  if (!ends) return text.none;
  const values = {
    moved: format.number(bets.moved),
    given: format.number(given),
    share: format.share(bets.moved / given),
  };
  const interval = fill(text.interval, {
    low: format.share(ends[0]),
    high: format.share(ends[1]),
  });
  return `${format.plural(given < FEW ? text.moved : text.share, given, values)}${interval}.`;
}

const PARTS = ['flat', 'unclear', 'waiting', 'due'] as const;

interface BetsSectionProps {
  numbers: Numbers<WindowName>;
  number: (name: WindowName, what: string) => ReactNode;
  onRetry: (name: WindowName) => void;
  onResults: () => void;
}

export function BetsSection({ numbers, number, onRetry, onResults }: BetsSectionProps) {
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
          {rateSentence(counts, format)}{' '}
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
                  count: number(betName(state), text.what),
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
