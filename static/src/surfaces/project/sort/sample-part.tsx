// The sample: cards one after the other, then the shares.
import { useMemo, useState } from 'react';
import type { OpenProject } from '../../../../../src/contract/procedures';
import type { Day } from '../../../../../src/domain/days';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { SMALL } from '../../../components/field';
import { Inline, Stack, Text } from '../../../components/layout';
import { LiveRegion, useAnnouncer } from '../../../components/live-region';
import { useFormat } from '../../../components/reader';
import { SkeletonStack } from '../../../components/skeleton';
import { fill } from '../../../format';
import { sort } from '../../../messages/project-sort';
import type { Where } from '../use-numbers';
import { deckOf, type Deck, type DeckVisit } from './deck';
import { drawBefore, drawNow, FIRST_DRAW, MORE_DRAWN, type Draw } from './draw-source';
import { SaveState } from './save-state';
import { SharesView } from './shares-view';
import { SortCard } from './sort-card';
import type { SortItem } from './sort-item';
import type { SortPlace } from './sort-search';
import type { Wanted } from './sorter';
import { useDraw } from './use-draw';
import type { Visit } from './visit';

const text = sort.card;

interface SamplePartProps {
  where: Where;
  place: SortPlace;
  project: OpenProject;
  today: Day;
  visit: Visit;
}

/** What is said of the draw before its cards. */
function Intro({ draw, deck }: { draw: Draw; deck: Deck }) {
  const format = useFormat();
  const { of, items, since } = draw;
  const drawn = of <= FIRST_DRAW ? format.plural(sort.few, of) : sort.intro;
  return (
    <span style={SMALL}>
      {[
        fill(drawn, { of: format.number(of) }),
        since === null ? '' : fill(sort.cut, { from: format.day(since) }),
        deck.arrived > 0 && items.length > 0 ? format.plural(sort.arrived, deck.arrived) : '',
      ]
        .filter(Boolean)
        .join(' ')}
    </span>
  );
}

export function SamplePart({ where, place, project, today, visit }: SamplePartProps) {
  const { text: said, say } = useAnnouncer();
  const { projectId, frame, days } = place;
  const [size, setSize] = useState(FIRST_DRAW);
  const [mode, setMode] = useState<'cards' | 'shares'>('cards');
  const [front, setFront] = useState<string | null>(null);
  const now = useMemo(() => drawNow(projectId, days, today), [projectId, days, today]);
  const then = useMemo(() => drawBefore(projectId, days, today), [projectId, days, today]);
  const drawn = useDraw(where, place, now, { size });
  const { sorter, isSkipped } = visit;
  const seen: DeckVisit = { entry: sorter.entry, isSkipped };
  const deck = drawn.draw && deckOf(drawn.draw.items, frame, seen, front);
  const isDone = deck !== null && (mode === 'shares' || deck.current === null);
  const earlier = useDraw(where, place, then, { size: FIRST_DRAW, wanted: isDone });
  if (drawn.trouble && !drawn.draw)
    return <Failure title={sort.drawFailed} trouble={drawn.trouble} onRetry={drawn.retry} />;
  if (!drawn.draw || !deck)
    return (
      <div aria-label={sort.drawing}>
        <SkeletonStack heights={['20px', '320px']} />
      </div>
    );
  if (drawn.draw.of === 0) return <Text as="p">{sort.nothing}</Text>;
  const tell = (item: SortItem, what: string, more: Record<string, string> = {}) =>
    say(fill(what, { key: item.facts.key, ...more }));
  const give = (item: SortItem, to: Wanted) => {
    visit.give(item, to);
    setFront(null);
    tell(item, text.said, { did: sort.did[to.sort] });
  };
  const skip = (item: SortItem) => {
    visit.skip(item);
    setFront(null);
    tell(item, text.skipped);
  };
  const undo = () => {
    const item = visit.undo();
    if (!item) return;
    setFront(item.id);
    setMode('cards');
    tell(item, text.undone);
  };
  return (
    <Stack space="space.150">
      <LiveRegion text={said} />
      <Intro draw={drawn.draw} deck={deck} />
      {isDone ? (
        <SharesView
          draw={drawn.draw}
          deck={deck}
          visit={visit}
          before={{
            ...earlier,
            deck: earlier.draw && deckOf(earlier.draw.items, frame, seen),
            days: then.days,
          }}
          reading={drawn.reading}
          onCards={() => setMode('cards')}
          onUndo={undo}
          onMore={() => {
            setSize(drawn.draw ? drawn.draw.items.length + MORE_DRAWN : size);
            setMode('cards');
          }}
        />
      ) : null}
      {!isDone && deck.current ? (
        <>
          <SortCard
            item={deck.current}
            project={project}
            today={today}
            place={deck.done + 1}
            of={deck.asked}
            failed={deck.failed}
            disabled={sorter.blockedBy() !== null}
            canUndo={visit.canUndo()}
            onGive={(to) => deck.current && give(deck.current, to)}
            onSkip={() => deck.current && skip(deck.current)}
            onUndo={undo}
          />
          <Inline space="space.150">
            <Button onClick={() => setMode('shares')}>{text.shares}</Button>
            <SaveState items={drawn.draw.items} deck={deck} sorter={sorter} />
          </Inline>
        </>
      ) : null}
      {drawn.trouble && drawn.draw ? (
        <Failure title={sort.drawFailed} trouble={drawn.trouble} onRetry={drawn.retry} />
      ) : null}
    </Stack>
  );
}
