// One due bet after the other, on a shared screen, by keyboard.
import { useCallback, useRef, useState } from 'react';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import { Button } from '../../../../components/button';
import { Failure } from '../../../../components/failure';
import { Text } from '../../../../components/layout';
import type { NameOf } from '../../../../components/result/said-words';
import { SkeletonStack } from '../../../../components/skeleton';
import { results as texts } from '../../../../messages/project-results';
import { MeetingFrame } from '../../meeting-frame';
import { useKeyDown } from '../../use-key-down';
import type { Where } from '../../use-numbers';
import type { Results } from '../use-results';
import { MeetingCard } from './meeting-card';
import { MeetingEnd } from './meeting-end';
import { focusedAs, meetingAct, type MeetingAct } from './meeting-keys';
import { keptMinutes } from './typed-minutes';
import { useMeeting, type MeetingState } from './use-meeting';

const text = texts.meeting;

interface MeetingProps {
  results: Results;
  where: Where;
  project: OpenProject;
  projectKey: string;
  nameOf: NameOf;
  onChanged: () => void;
  onLeave: () => void;
}

/** Keys of the whole meeting; answers go to the form that is shown. */
function useKeys(meeting: MeetingState, toggleHelp: () => void) {
  const place = useRef<HTMLElement>(null);
  const form = useRef<((act: MeetingAct) => void) | null>(null);
  useKeyDown(place, (event) => {
    const act = meetingAct(event, focusedAs(event.target));
    if (act?.kind === 'next') meeting.next();
    else if (act?.kind === 'previous') meeting.previous();
    else if (act?.kind === 'undo') void meeting.undo();
    else if (act?.kind === 'help') toggleHelp();
    else if (act) form.current?.(act);
    return act !== null;
  });
  const listen = useCallback((act: ((act: MeetingAct) => void) | null) => {
    form.current = act;
  }, []);
  return { place, listen };
}

function Back({ undo, canUndo, isUndoing, isHeld }: MeetingState) {
  return (
    <>
      {canUndo ? (
        <Button
          appearance="subtle"
          onClick={() => void undo()}
          isLoading={isUndoing}
          isDisabled={isHeld && !isUndoing}
        >
          {text.undo}
        </Button>
      ) : null}
      <span role="status">{isHeld && !isUndoing ? text.saving : null}</span>
    </>
  );
}

export function Meeting(props: MeetingProps) {
  const { results, where, project, projectKey, nameOf, onChanged, onLeave } = props;
  const { projectId, today } = project;
  const [minutes] = useState(() => keptMinutes(projectId, today));
  const meeting = useMeeting(results, minutes, onChanged);
  const [isHelp, setHelp] = useState(false);
  const onHelp = () => setHelp(!isHelp);
  const { place, listen } = useKeys(meeting, onHelp);
  const { queue, at, bet, trouble } = meeting;
  // Where nothing is due any more, what was said is all there is.
  const isOver = meeting.isOver || (queue?.length === 0 && meeting.all.length > 0);
  const { trouble: unread, retry } = results.lists.due;
  return (
    <MeetingFrame
      words={text}
      way={meeting}
      place={place}
      shown={bet?.row ?? null}
      isOver={isOver}
      done={isOver ? (queue?.length ?? 0) - meeting.left : at}
      isHeld={meeting.isHeld}
      isHelp={isHelp}
      onHelp={onHelp}
      onLeave={onLeave}
      back={<Back {...meeting} />}
    >
      {unread ? <Failure title={texts.failed.due} trouble={unread} onRetry={retry} /> : null}
      {queue === null && !unread ? <SkeletonStack heights={['420px']} /> : null}
      {queue?.length === 0 && !isOver ? <Text as="p">{text.nothing}</Text> : null}
      {trouble ? <Failure title={texts.saved.undoFailed} trouble={trouble} /> : null}
      {isOver ? (
        <MeetingEnd meeting={meeting} projectKey={projectKey} today={today} onLeave={onLeave} />
      ) : null}
      {!isOver && bet ? (
        <MeetingCard
          bet={bet}
          where={where}
          today={today}
          nameOf={nameOf}
          meeting={meeting}
          results={results}
          listen={listen}
        />
      ) : null}
    </MeetingFrame>
  );
}
