// What the draw says so far, beside the one of the quarter before.
import { useEffect, useRef } from 'react';
import { token } from '@atlaskit/tokens';
import { Button } from '../../../components/button';
import { CARD } from '../../../components/card';
import { SMALL } from '../../../components/field';
import { Inline, Stack, Text } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { sort } from '../../../messages/project-sort';
import type { Days } from '../address';
import { cardKey } from './card-keys';
import type { Deck } from './deck';
import { daysOf, MORE_DRAWN, type Draw } from './draw-source';
import type { Where } from '../use-numbers';
import { LeftOut } from './left-out';
import { LastQuarter, type Before } from './last-quarter';
import { ShareLines } from './share-lines';
import { isLookedAt, sharesOf, toldOf, type Shares } from './shares';
import { useKeys } from './use-keys';
import type { Visit } from './visit';

const text = sort.shares;

interface SharesViewProps {
  where: Where;
  draw: Draw;
  deck: Deck;
  visit: Visit;
  /** The time it was to be drawn from. */
  days: Days;
  before: Before;
  /** Whether more are being drawn. */
  reading: boolean;
  /** The viewer can't sort: nothing is offered that would need it. */
  readOnly: boolean;
  onCards: () => void;
  /** Opens the cards of the quarter before. */
  onBefore: () => void;
  onUndo: () => void;
  onMore: () => void;
}

const isWhole = ({ items, of, since }: Draw): boolean => items.length >= of && since === null;

/** The shares of a draw as far as something is known of it. */
const sharesIn = (draw: Draw, deck: Deck): Shares =>
  sharesOf(deck.standings.values(), isWhole(draw));

export function SharesView(props: SharesViewProps) {
  const { where, draw, days, deck, visit, before, reading, readOnly } = props;
  const { onCards, onBefore, onUndo, onMore } = props;
  const format = useFormat();
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  const shares = sharesIn(draw, deck);
  const earlier = before.draw && before.deck ? sharesIn(before.draw, before.deck) : null;
  useKeys(box, (event) => {
    const meant = !readOnly && cardKey(event)?.act === 'undo' && visit.canUndo();
    if (meant) onUndo();
    return meant;
  });
  const skipped = draw.items.filter(({ facts }) => deck.standings.get(facts.id) === 'skipped');
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
        {toldOf(shares) === 0 ? (
          <Text>
            {shares.waiting === 0 ? text.none : format.plural(text.noneTold, shares.waiting)}
          </Text>
        ) : (
          <ShareLines
            shares={shares}
            before={earlier && isLookedAt(earlier) && toldOf(earlier) > 0 ? earlier : null}
          />
        )}
        <Stack space="space.050">
          {shares.later > 0 ? <Text>{format.plural(text.later, shares.later)}</Text> : null}
          <Text>{format.plural(text.unknown, shares.unknown)}</Text>
          <span style={SMALL}>{fill(means, numbers)}</span>
        </Stack>
        <LeftOut where={where} items={draw.items} deck={deck} visit={visit} />
        <LastQuarter
          before={before}
          shares={earlier}
          now={daysOf(draw, days)}
          onCards={readOnly ? null : onBefore}
        />
        {readOnly ? null : (
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
            {skipped.length > 0 ? (
              <Button
                onClick={() => {
                  visit.askAgain(skipped);
                  onCards();
                }}
              >
                {format.plural(text.skipped, skipped.length)}
              </Button>
            ) : null}
            <Button appearance="subtle" isDisabled={!visit.canUndo()} onClick={onUndo}>
              {text.undo}
            </Button>
          </Inline>
        )}
      </Stack>
    </section>
  );
}
