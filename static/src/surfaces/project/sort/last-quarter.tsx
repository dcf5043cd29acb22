// The draw of the quarter before: compared with once it is looked at, else what is missing for that.
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { SMALL } from '../../../components/field';
import { Stack, Text } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { SkeletonStack } from '../../../components/skeleton';
import { fill } from '../../../format';
import { sort } from '../../../messages/project-sort';
import { lengthOf, type Days } from '../address';
import type { Deck } from './deck';
import { daysOf } from './draw-source';
import { daysInBoth, isLookedAt, toldOf, type Shares } from './shares';
import type { DrawState } from './use-draw';

const text = sort.before;

/** The draw, where its cards stand, and the time that was asked for. */
export interface Before extends DrawState {
  deck: Deck | null;
  days: Days;
}

interface LastQuarterProps {
  before: Before;
  shares: Shares | null;
  /** The time of this quarter's draw. */
  now: Days;
  /** Opens its cards; null where the viewer can't sort. */
  onCards: (() => void) | null;
}

function Overlap({ now, before }: { now: Days; before: Days }) {
  const format = useFormat();
  const both = daysInBoth(now, before);
  if (!both) return null;
  const days = {
    days: format.number(both.count),
    of: format.number(lengthOf(now)),
    from: format.day(both.from),
    to: format.day(both.to),
  };
  return <span style={SMALL}>{fill(text.overlap, days)}</span>;
}

export function LastQuarter({ before, shares, now, onCards }: LastQuarterProps) {
  const format = useFormat();
  if (before.trouble)
    return <Failure title={text.failed} trouble={before.trouble} onRetry={before.retry} />;
  if (!before.draw || !shares) return <SkeletonStack heights={['20px']} />;
  const { from, to } = daysOf(before.draw, before.days);
  const { drawn, open } = shares;
  const looked = { k: format.number(drawn - open), n: format.number(drawn) };
  const canSort = onCards !== null && open > 0;
  const words = () => {
    if (drawn === 0) return text.empty;
    if (isLookedAt(shares)) return toldOf(shares) === 0 ? text.none : fill(text.looked, looked);
    return fill(canSort ? text.rest : text.missing, looked);
  };
  return (
    <Stack space="space.100" alignInline="start">
      <Text>
        {`${fill(text.title, { from: format.day(from), to: format.day(to) })} ${words()}`}
      </Text>
      {drawn > 0 ? <Overlap now={now} before={{ from, to }} /> : null}
      {canSort ? <Button onClick={onCards}>{format.plural(text.sort, open)}</Button> : null}
    </Stack>
  );
}
