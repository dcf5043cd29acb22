// What the draw says so far, beside the one of the quarter before.
import { useEffect, useRef } from 'react';
import { token } from '@atlaskit/tokens';
import { Button } from '../../../components/button';
import { CARD } from '../../../components/card';
import { Failure } from '../../../components/failure';
import { SMALL } from '../../../components/field';
import { Inline, Stack, Text } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { SkeletonStack } from '../../../components/skeleton';
import { fill } from '../../../format';
import { sort } from '../../../messages/project-sort';
import type { Days } from '../address';
import { cardKey } from './card-keys';
import type { Deck } from './deck';
import { MORE_DRAWN, type Draw } from './draw-source';
import { LeftOut } from './left-out';
import { ShareLines } from './share-lines';
import { sharesOf, type Shares } from './shares';
import type { DrawState } from './use-draw';
import { useKeys } from './use-keys';
import type { Visit } from './visit';

const text = sort.shares;

interface SharesViewProps {
  draw: Draw;
  deck: Deck;
  visit: Visit;
  /** The draw of the quarter before, where its cards stand, and of which time it is. */
  before: DrawState & { deck: Deck | null; days: Days };
  /** Whether more are being drawn. */
  reading: boolean;
  onCards: () => void;
  onUndo: () => void;
  onMore: () => void;
}

const isWhole = ({ items, of, since }: Draw): boolean => items.length >= of && since === null;

/** The shares of a draw as far as something is known of it. */
const sharesIn = (draw: Draw, deck: Deck): Shares =>
  sharesOf(deck.standings.values(), isWhole(draw));

function Before({ before, shares }: { before: SharesViewProps['before']; shares: Shares | null }) {
  const format = useFormat();
  if (before.trouble)
    return <Failure title={text.beforeFailed} trouble={before.trouble} onRetry={before.retry} />;
  if (!before.draw) return <SkeletonStack heights={['20px']} />;
  const none = before.draw.items.length === 0 ? text.beforeEmpty : text.beforeNone;
  const what =
    shares && shares.known > 0
      ? fill(text.beforeKnown, {
          k: format.number(shares.known),
          n: format.number(shares.drawn),
        })
      : none;
  const { from, to } = before.days;
  return <Text>{fill(text.before, { from: format.day(from), to: format.day(to), what })}</Text>;
}

export function SharesView(props: SharesViewProps) {
  const { draw, deck, visit, before, reading, onCards, onUndo, onMore } = props;
  const format = useFormat();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const shares = sharesIn(draw, deck);
  const earlier = before.draw && before.deck ? sharesIn(before.draw, before.deck) : null;
  useKeys(box, (event) => {
    const meant = cardKey(event)?.act === 'undo' && visit.canUndo();
    if (meant) onUndo();
    return meant;
  });
  const numbers = { drawn: format.number(shares.drawn), of: format.number(draw.of) };
  const means = !shares.whole ? text.sample : shares.unknown === 0 ? text.all : text.allBut;
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={text.title}
      style={{ ...CARD, padding: token('space.300'), outline: 'none', minWidth: 0 }}
    >
      <Stack space="space.200">
        <h3 style={{ font: token('font.heading.medium'), margin: 0 }}>{text.title}</h3>
        {shares.known === 0 ? (
          <Text>{text.none}</Text>
        ) : (
          <ShareLines shares={shares} before={earlier && earlier.known > 0 ? earlier : null} />
        )}
        <Stack space="space.050">
          {shares.waiting > 0 ? <Text>{format.plural(text.waiting, shares.waiting)}</Text> : null}
          <Text>{format.plural(text.unknown, shares.unknown)}</Text>
          <span style={SMALL}>{fill(means, numbers)}</span>
        </Stack>
        <LeftOut items={draw.items} deck={deck} visit={visit} />
        <Before before={before} shares={earlier} />
        <Inline space="space.100">
          {deck.current ? (
            <Button appearance="primary" onClick={onCards}>
              {text.cards}
            </Button>
          ) : null}
          {isWhole(draw) ? null : (
            <Button
              appearance={deck.current ? 'default' : 'primary'}
              isLoading={reading}
              onClick={onMore}
            >
              {format.plural(text.more, Math.min(MORE_DRAWN, draw.of - draw.items.length))}
            </Button>
          )}
          <Button appearance="subtle" isDisabled={!visit.canUndo()} onClick={onUndo}>
            {text.undo}
          </Button>
        </Inline>
      </Stack>
    </section>
  );
}
