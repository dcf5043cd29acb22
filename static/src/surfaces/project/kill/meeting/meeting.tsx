// One candidate after the other, on a shared screen, by keyboard.
import { useRef, useState, type ReactNode } from 'react';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import { Button } from '../../../../components/button';
import { Failure } from '../../../../components/failure';
import { Text } from '../../../../components/layout';
import { LiveRegion } from '../../../../components/live-region';
import { SkeletonStack } from '../../../../components/skeleton';
import { kill } from '../../../../messages/project-kill';
import { MeetingFrame } from '../../meeting-frame';
import { useKeyDown } from '../../use-key-down';
import type { Where } from '../../use-numbers';
import { countedEffort } from '../agenda';
import { DraftState } from '../draft-part';
import { killAct } from '../kill-keys';
import { useSameEffort } from '../same-effort';
import type { KillModel } from '../use-kill';
import { MeetingCard } from './meeting-card';
import { MeetingEnd } from './meeting-end';
import { useMeeting } from './use-meeting';

const text = kill.meeting;

interface MeetingProps {
  model: KillModel;
  project: OpenProject;
  where: Where;
  apply: ReactNode;
  onLeave: () => void;
}

export function KillMeeting({ model, project, where, apply, onLeave }: MeetingProps) {
  const meeting = useMeeting(model);
  const [isHelp, setHelp] = useState(false);
  const { queue, candidate, isOver, done } = meeting;
  const place = useRef<HTMLElement>(null);
  // The form takes its own first.
  useKeyDown(place, (event) => {
    const act = event.defaultPrevented ? null : killAct(event);
    if (act?.kind === 'next') meeting.next();
    else if (act?.kind === 'previous') meeting.previous();
    else if (act?.kind === 'undo') meeting.undo();
    else if (act?.kind === 'help') setHelp(!isHelp);
    else if (act?.kind === 'decide' && candidate && !isOver && !model.barrierOf(candidate))
      model.ask(candidate.id, act.choice);
    return act !== null;
  });
  const buying = useSameEffort(where, {
    goals: project.goals,
    wanted: queue?.some(({ effort }) => effort !== null) ?? false,
    unit: model.candidates.list?.unit ?? null,
    today: project.today,
  });
  const { trouble, again } = model.candidates;
  return (
    <MeetingFrame
      words={text}
      way={meeting}
      place={place}
      shown={candidate}
      isOver={isOver}
      done={done}
      isHelp={isHelp}
      onHelp={() => setHelp(!isHelp)}
      onLeave={onLeave}
      back={
        model.canUndo ? (
          <Button appearance="subtle" onClick={meeting.undo}>
            {text.undo}
          </Button>
        ) : null
      }
    >
      <LiveRegion text={model.said} />
      {isOver ? null : <DraftState model={model} />}
      {trouble ? <Failure title={kill.failed} trouble={trouble} onRetry={again} /> : null}
      {queue === null && !trouble ? <SkeletonStack heights={['420px']} /> : null}
      {queue?.length === 0 ? <Text as="p">{text.nothing}</Text> : null}
      {isOver ? <MeetingEnd model={model} meeting={meeting} apply={apply} /> : null}
      {!isOver && candidate ? (
        <MeetingCard
          key={candidate.id}
          candidate={candidate}
          model={model}
          project={project}
          where={where}
          buys={buying(countedEffort(candidate) ?? 0)}
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
      ) : null}
    </MeetingFrame>
  );
}
