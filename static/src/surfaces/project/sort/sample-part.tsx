// The sample: cards one after the other, then the shares.
import { useMemo, useState } from 'react';
import type { OpenProject } from '../../../../../src/contract/procedures';
import type { Day } from '../../../../../src/domain/days';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { Inline, Stack, Text } from '../../../components/layout';
import { LiveRegion, useAnnouncer } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { SkeletonStack } from '../../../components/skeleton';
import { fill } from '../../../format';
import { sort } from '../../../messages/project-sort';
import type { Where } from '../use-numbers';
import { deckOf, type DeckVisit } from './deck';
import { drawBefore, drawNow, FIRST_DRAW, MORE_DRAWN, type Draw } from './draw-source';
import { Intro } from './intro';
import { SaveState } from './save-state';
import { SharesView } from './shares-view';
import { SortCard } from './sort-card';
import type { SortItem } from './sort-item';
import type { SortPlace } from './sort-search';
import type { Wanted } from './sorter';
import { useDraw } from './use-draw';
import type { Visit } from './visit';

const text = sort.card;

/** Whose cards are asked: those of this quarter's draw, or of the one before. */
type Which = 'now' | 'before';

interface SamplePartProps {
  where: Where;
  place: SortPlace;
  project: OpenProject;
  today: Day;
  visit: Visit;
}

export function SamplePart({ where, place, project, today, visit }: SamplePartProps) {
  const { text: said, say } = useAnnouncer();
  const { projectId, frame, days } = place;
  const [size, setSize] = useState(FIRST_DRAW);
  const [mode, setMode] = useState<'cards' | 'shares'>('cards');
  const [which, setWhich] = useState<Which>('now');
  const [front, setFront] = useState<string | null>(null);
  const now = useMemo(() => drawNow(projectId, days, today), [projectId, days, today]);
  const then = useMemo(() => drawBefore(projectId, days, today), [projectId, days, today]);
  const drawn = useDraw(where, place, now, { size });
  const { sorter, isSkipped } = visit;
  const seen: DeckVisit = { entry: sorter.entry, isSkipped };
  const deck = drawn.draw && deckOf(drawn.draw.items, frame, seen, front);
  const over = mode === 'shares' || deck?.current === null || drawn.draw?.mayEdit === false;
  const wanted = deck !== null && (over || which === 'before');
  const earlier = useDraw(where, place, then, { size: FIRST_DRAW, wanted });
  const deckBefore = earlier.draw && deckOf(earlier.draw.items, frame, seen, front);
  if (drawn.trouble && !drawn.draw)
    return <Failure title={sort.drawFailed} trouble={drawn.trouble} onRetry={drawn.retry} />;
  if (!drawn.draw || !deck)
    return (
      <div aria-label={sort.drawing}>
        <SkeletonStack heights={['20px', '320px']} />
      </div>
    );
  if (drawn.draw.of === 0) return <Text as="p">{sort.nothing}</Text>;
  const { mayEdit } = drawn.draw;
  const blocked = sorter.blockedBy() !== null;
  const asked =
    which === 'before' && earlier.draw && deckBefore
      ? { draw: earlier.draw, deck: deckBefore, days: then.days }
      : { draw: drawn.draw, deck, days };
  const current = mode === 'cards' && mayEdit ? asked.deck.current : null;
  const show = (next: Which) => {
    setWhich(next);
    setMode('cards');
  };
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
    const isIn = ({ items }: Draw) => items.some(({ id }) => id === item.id);
    const other = which === 'now' ? earlier.draw : drawn.draw;
    setFront(item.id);
    show(other && !isIn(asked.draw) && isIn(other) ? (which === 'now' ? 'before' : 'now') : which);
    tell(item, text.undone);
  };
  return (
    <Stack space="space.150">
      <LiveRegion text={said} />
      <Intro {...asked} isBefore={which === 'before'} />
      {mayEdit ? null : <Notice title={sort.readOnly.title}>{sort.readOnly.text}</Notice>}
      {current ? (
        <>
          <SortCard
            item={current}
            project={project}
            today={today}
            place={asked.deck.done + 1}
            of={asked.deck.asked}
            failed={asked.deck.failed}
            disabled={blocked}
            canUndo={visit.canUndo()}
            onGive={(to) => give(current, to)}
            onSkip={() => skip(current)}
            onUndo={undo}
          />
          <Inline space="space.150">
            <Button onClick={() => setMode('shares')}>{text.shares}</Button>
            <SaveState items={asked.draw.items} deck={asked.deck} sorter={sorter} />
          </Inline>
        </>
      ) : (
        <SharesView
          where={where}
          draw={drawn.draw}
          days={days}
          deck={deck}
          visit={visit}
          before={{ ...earlier, deck: deckBefore, days: then.days }}
          reading={drawn.reading}
          readOnly={!mayEdit || blocked}
          onCards={() => show('now')}
          onBefore={() => show('before')}
          onUndo={undo}
          onMore={() => {
            setSize(drawn.draw ? drawn.draw.items.length + MORE_DRAWN : size);
            show('now');
          }}
        />
      )}
      {drawn.trouble && drawn.draw ? (
        <Failure title={sort.drawFailed} trouble={drawn.trouble} onRetry={drawn.retry} />
      ) : null}
    </Stack>
  );
}
