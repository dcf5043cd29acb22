// One candidate after the other, on a shared screen, by keyboard.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import { Button } from '../../../../components/button';
import { Failure } from '../../../../components/failure';
import { Inline, Stack, Text } from '../../../../components/layout';
import { LiveRegion } from '../../../../components/live-region';
import { ProgressThin } from '../../../../components/progress-thin';
import { useFormat } from '../../../../components/reader';
import { SkeletonStack } from '../../../../components/skeleton';
import { fill } from '../../../../format';
import { kill } from '../../../../messages/project-kill';
import { KeyHelp } from '../../key-help';
import type { Where } from '../../use-numbers';
import { DraftState } from '../draft-part';
import { killAct, type KillAct } from '../kill-keys';
import { useSameEffort } from '../same-effort';
import type { KillModel } from '../use-kill';
import { MeetingCard } from './meeting-card';
import { MeetingEnd } from './meeting-end';
import { useMeeting, type MeetingState } from './use-meeting';

const text = kill.meeting;

interface MeetingProps {
  model: KillModel;
  project: OpenProject;
  where: Where;
  apply: ReactNode;
  onLeave: () => void;
}

/** Keys of the whole meeting; the form takes its own first. */
function useKeys(act: (act: KillAct) => void) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = place.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const asked = event.defaultPrevented ? null : killAct(event);
      if (!asked) return;
      event.preventDefault();
      act(asked);
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  });
  return place;
}

interface FootProps {
  meeting: MeetingState;
  model: KillModel;
  onHelp: () => void;
}

function Foot({ meeting, model, onHelp }: FootProps) {
  const { at, queue, previous, next, finish, undo } = meeting;
  const isLast = at + 1 >= (queue?.length ?? 0);
  return (
    <Inline space="space.100">
      <Button onClick={previous} isDisabled={at === 0}>
        {text.previous}
      </Button>
      {isLast ? null : <Button onClick={next}>{text.next}</Button>}
      <Button onClick={finish}>{text.finish}</Button>
      {model.canUndo ? (
        <Button appearance="subtle" onClick={undo}>
          {text.undo}
        </Button>
      ) : null}
      <Button appearance="subtle" onClick={onHelp}>
        {text.help}
      </Button>
      {isLast ? <Text>{text.last}</Text> : null}
    </Inline>
  );
}

export function KillMeeting({ model, project, where, apply, onLeave }: MeetingProps) {
  const format = useFormat();
  const meeting = useMeeting(model);
  const [isHelp, setHelp] = useState(false);
  const { queue, at, candidate, isOver, done } = meeting;
  const place = useKeys((act) => {
    if (act.kind === 'next') meeting.next();
    else if (act.kind === 'previous') meeting.previous();
    else if (act.kind === 'undo') meeting.undo();
    else if (act.kind === 'help') setHelp(!isHelp);
    else if (candidate && !isOver && act.kind === 'decide' && !model.barrierOf(candidate))
      model.ask(candidate.id, act.choice);
  });
  const buying = useSameEffort(where, {
    goals: project.goals,
    wanted: queue?.some(({ effort }) => effort !== null) ?? false,
    unit: model.candidates.list?.unit ?? null,
    today: project.today,
  });
  const shown = isOver ? 'end' : candidate?.id;
  // The keys act from the card on, which has the focus whenever another one is shown.
  useEffect(() => place.current?.focus(), [place, shown]);
  const { trouble, again } = model.candidates;
  const count = queue?.length ?? 0;
  const step = { n: format.number(at + 1), count: format.number(count) };
  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-label={text.title}
      style={{ outline: 'none', maxWidth: '1680px' }}
    >
      <Stack space="space.200">
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '16px', alignItems: 'center' }}>
          <h2 style={{ font: token('font.heading.medium'), margin: 0, flex: '1 1 auto' }}>
            {text.title}
          </h2>
          {count > 0 && !isOver ? <Text>{fill(text.place, step)}</Text> : null}
          <Button onClick={onLeave}>{text.leave}</Button>
        </div>
        {count > 0 ? <ProgressThin value={done / count} label={fill(text.place, step)} /> : null}
        <LiveRegion text={model.said} />
        <LiveRegion
          text={
            candidate && !isOver
              ? fill(text.announce, { ...step, key: candidate.key, summary: candidate.summary })
              : ''
          }
        />
        {isOver ? null : <DraftState model={model} />}
        {trouble ? <Failure title={kill.failed} trouble={trouble} onRetry={again} /> : null}
        {queue === null && !trouble ? <SkeletonStack heights={['420px']} /> : null}
        {queue?.length === 0 ? <Text as="p">{text.nothing}</Text> : null}
        {isOver ? <MeetingEnd model={model} meeting={meeting} apply={apply} /> : null}
        {!isOver && candidate ? (
          <>
            <MeetingCard
              key={candidate.id}
              candidate={candidate}
              model={model}
              project={project}
              where={where}
              buys={buying(candidate.effort ?? 0)}
              onDecided={() => {
                // A fix has its way back on the card; the meeting stays to show it.
                if (model.asked?.choice === 'fix') place.current?.focus();
                else meeting.next();
              }}
              onLeaveForm={() => {
                model.leave();
                place.current?.focus();
              }}
            />
            <Foot meeting={meeting} model={model} onHelp={() => setHelp(!isHelp)} />
          </>
        ) : null}
        {isHelp ? <KeyHelp label={text.help} intro={text.keysIntro} list={text.keys} /> : null}
      </Stack>
    </section>
  );
}
