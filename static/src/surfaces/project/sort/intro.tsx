// What is said of a draw before its cards.
import { SMALL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { sort } from '../../../messages/project-sort';
import type { Days } from '../address';
import type { Deck } from './deck';
import { daysOf, FIRST_DRAW, type Draw } from './draw-source';

const text = sort.arrived;

interface IntroProps {
  draw: Draw;
  deck: Deck;
  /** The time it was to be drawn from. */
  days: Days;
  /** It is the draw of the quarter before. */
  isBefore: boolean;
}

export function Intro({ draw, deck, days, isBefore }: IntroProps) {
  const format = useFormat();
  const { of, since } = draw;
  const { sorted, answered } = deck.arrived;
  const { from, to } = daysOf(draw, days);
  const drawn = of <= FIRST_DRAW ? format.plural(sort.few, of) : sort.intro;
  const arrived = [
    sorted > 0 ? format.plural(text.sorted, sorted) : '',
    answered > 0 ? format.plural(text.answered, answered) : '',
  ].filter(Boolean);
  return (
    <span style={SMALL}>
      {[
        fill(isBefore ? sort.introBefore : drawn, {
          of: format.number(of),
          from: format.day(from),
          to: format.day(to),
        }),
        since === null || isBefore ? '' : fill(sort.cut, { from: format.day(since) }),
        arrived.length > 0 ? fill(text.all, { what: arrived.join(', ') }) : '',
      ]
        .filter(Boolean)
        .join(' ')}
    </span>
  );
}
