// The frame of a meeting on a shared screen: what it is, how far it is, one card, and the ways on.
import { useEffect, type ReactNode, type RefObject } from 'react';
import { token } from '@atlaskit/tokens';
import { Button } from '../../components/button';
import { Inline, Stack, Text } from '../../components/layout';
import { LiveRegion } from '../../components/live-region';
import { ProgressThin } from '../../components/progress-thin';
import { useFormat } from '../../components/reader';
import { fill } from '../../format';
import { KeyHelp } from './key-help';

type Words = Record<
  | 'title'
  | 'place'
  | 'leave'
  | 'announce'
  | 'previous'
  | 'next'
  | 'finish'
  | 'undo'
  | 'help'
  | 'keysIntro'
  | 'last',
  string
> & { keys: readonly (readonly [string, string])[] };

/** The way through it. */
export interface MeetingWay {
  at: number;
  /** Null until it is known what there is to go through. */
  queue: readonly unknown[] | null;
  previous: () => void;
  next: () => void;
  finish: () => void;
}

interface MeetingFrameProps {
  words: Words;
  way: MeetingWay;
  /** Its keys act from here on, and it has the focus whenever another card is shown. */
  place: RefObject<HTMLElement>;
  /** What is on the card; null at the end and while there is nothing. */
  shown: { id: string; key: string; summary: string } | null;
  isOver: boolean;
  /** How many of all the bar stands for. */
  done: number;
  /** Something is being saved: nobody goes on or leaves meanwhile. */
  isHeld?: boolean;
  isHelp: boolean;
  onHelp: () => void;
  onLeave: () => void;
  /** The card, or the end, and what is to be said before it. */
  children: ReactNode;
  /** The button that takes the last one back, and what else stands beside the ways on. */
  back: ReactNode;
}

function Foot({ words, way, isHeld = false, onHelp, back }: MeetingFrameProps) {
  const { at, queue, previous, next, finish } = way;
  const isLast = at + 1 >= (queue?.length ?? 0);
  return (
    <Inline space="space.100">
      <Button onClick={previous} isDisabled={isHeld || at === 0}>
        {words.previous}
      </Button>
      {isLast ? null : (
        <Button onClick={next} isDisabled={isHeld}>
          {words.next}
        </Button>
      )}
      <Button onClick={finish} isDisabled={isHeld}>
        {words.finish}
      </Button>
      {back}
      <Button appearance="subtle" onClick={onHelp}>
        {words.help}
      </Button>
      {isLast && !isHeld ? <Text>{words.last}</Text> : null}
    </Inline>
  );
}

export function MeetingFrame(props: MeetingFrameProps) {
  const { words, way, place, shown, isOver, done, isHelp } = props;
  const format = useFormat();
  const count = way.queue?.length ?? 0;
  const step = { n: format.number(way.at + 1), count: format.number(count) };
  const focus = isOver ? 'end' : shown?.id;
  useEffect(() => place.current?.focus(), [place, focus]);
  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-label={words.title}
      style={{ outline: 'none', maxWidth: '1680px' }}
    >
      <Stack space="space.200">
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '16px', alignItems: 'center' }}>
          <h2 style={{ font: token('font.heading.medium'), margin: 0, flex: '1 1 auto' }}>
            {words.title}
          </h2>
          {count > 0 && !isOver ? <Text>{fill(words.place, step)}</Text> : null}
          <Button onClick={props.onLeave} isDisabled={props.isHeld ?? false}>
            {words.leave}
          </Button>
        </div>
        {count > 0 ? <ProgressThin value={done / count} label={fill(words.place, step)} /> : null}
        <LiveRegion
          text={
            shown && !isOver
              ? fill(words.announce, { ...step, key: shown.key, summary: shown.summary })
              : ''
          }
        />
        {props.children}
        {shown && !isOver ? <Foot {...props} /> : null}
        {isHelp ? <KeyHelp label={words.help} intro={words.keysIntro} list={words.keys} /> : null}
      </Stack>
    </section>
  );
}
