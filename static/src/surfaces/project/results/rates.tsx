// How often bets moved something, never without what is unclear, late and still to come.
import type { ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { wilson } from '../../../../../src/domain/interval';
import { LATE_DAYS, type ResultNumber } from '../../../../../src/domain/results-clause';
import { SMALL } from '../../../components/field';
import { Stack, Text } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { rich } from '../../../components/rich';
import { JqlLink } from '../../../components/text-link';
import { results as text } from '../../../messages/project-results';
import { isKnown } from '../gather/number-state';
import { NumberLink } from '../number-link';
import type { Results } from './use-results';

/** From so many cases on a share is said before its numbers. */
const ENOUGH = 10;
const VALUES = ['moved', 'flat', 'unclear'] as const;

/** Bets with a result, and how many of them moved; null until all three are counted. */
function rateOf(numbers: Results['numbers']): { k: number; n: number } | null {
  const known = VALUES.map((name) => numbers[name]).filter(isKnown);
  if (known.length < VALUES.length) return null;
  return { k: known[0]?.value ?? 0, n: known.reduce((sum, { value }) => sum + value, 0) };
}

export function Rates({ results }: { results: Results }) {
  const format = useFormat();
  const { numbers, searches, recount } = results;
  const number = (name: ResultNumber): ReactNode => (
    <NumberLink
      state={numbers[name]}
      jql={searches[name]}
      what={text.what[name]}
      onRetry={() => recount(name)}
    />
  );
  const rate = rateOf(numbers);
  const interval = rate && wilson(rate.k, rate.n);
  const all = rate ? (
    <JqlLink jql={searches.given} label={`${format.number(rate.n)} ${text.what.given}`}>
      {format.number(rate.n)}
    </JqlLink>
  ) : null;
  const share = rate && rate.n > 0 ? format.share(rate.k / rate.n) : '';
  const isFew = rate === null || rate.n < ENOUGH;
  return (
    <Stack space="space.075">
      <p
        style={{
          font: token('font.heading.medium'),
          fontWeight: token('font.weight.regular'),
          margin: 0,
        }}
      >
        {rate?.n === 0
          ? text.rate.none
          : rich(isFew ? text.rate.few : text.rate.many, {
              k: number('moved'),
              n: all ?? '…',
              share,
            })}
      </p>
      {interval && rate && rate.n > 0 ? (
        <span style={SMALL}>
          {format.plural(text.rate.interval, rate.n, {
            low: format.share(interval[0]),
            high: format.share(interval[1]),
          })}
        </span>
      ) : rate ? null : (
        // The place of the sentence that comes with the numbers.
        <span style={SMALL} aria-hidden="true">
          {'\u00a0'}
        </span>
      )}
      <Text>
        {rich(text.rate.rest, { flat: number('flat'), unclear: number('unclear') })}
        {' · '}
        {rich(text.rate.open, {
          due: number('due'),
          late: number('late'),
          waiting: number('waiting'),
          days: format.number(LATE_DAYS),
        })}
      </Text>
    </Stack>
  );
}
