// One due bet after the other, on a shared screen, by keyboard.
import { useCallback, useEffect, useRef, useState } from 'react';
import { token } from '@atlaskit/tokens';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import { Button } from '../../../../components/button';
import { Failure } from '../../../../components/failure';
import { Inline, Stack, Text } from '../../../../components/layout';
import { LiveRegion } from '../../../../components/live-region';
import { ProgressThin } from '../../../../components/progress-thin';
import { useFormat } from '../../../../components/reader';
import type { NameOf } from '../../../../components/result/said-words';
import { SkeletonStack } from '../../../../components/skeleton';
import { fill } from '../../../../format';
import { results as texts } from '../../../../messages/project-results';
import { KeyHelp } from '../../key-help';
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
  useEffect(() => {
    const element = place.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const act = meetingAct(event, focusedAs(event.target));
      if (!act) return;
      event.preventDefault();
      if (act.kind === 'next') meeting.next();
      else if (act.kind === 'previous') meeting.previous();
      else if (act.kind === 'undo') void meeting.undo();
      else if (act.kind === 'help') toggleHelp();
      else form.current?.(act);
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  });
  const listen = useCallback((act: ((act: MeetingAct) => void) | null) => {
    form.current = act;
  }, []);
  return { place, listen };
}

function Foot({ meeting, onHelp }: { meeting: MeetingState; onHelp: () => void }) {
  const { at, queue, previous, next, finish, undo, canUndo, isUndoing, isHeld } = meeting;
  const isLast = at + 1 >= (queue?.length ?? 0);
  return (
    <Inline space="space.100">
      <Button onClick={previous} isDisabled={isHeld || at === 0}>
        {text.previous}
      </Button>
      {isLast ? null : (
        <Button onClick={next} isDisabled={isHeld}>
          {text.next}
        </Button>
      )}
      <Button onClick={finish} isDisabled={isHeld}>
        {text.finish}
      </Button>
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
      <Button appearance="subtle" onClick={onHelp}>
        {text.help}
      </Button>
      {isLast && !isHeld ? <Text>{text.last}</Text> : null}
      <span role="status">{isHeld && !isUndoing ? text.saving : null}</span>
    </Inline>
  );
}

export function Meeting(props: MeetingProps) {
  const { results, where, project, projectKey, nameOf, onChanged, onLeave } = props;
  const format = useFormat();
  const { projectId, today } = project;
  const [minutes] = useState(() => keptMinutes(projectId, today));
  const meeting = useMeeting(results, minutes, onChanged);
  const [isHelp, setHelp] = useState(false);
  const { place, listen } = useKeys(meeting, () => setHelp(!isHelp));
  const { queue, at, bet, trouble } = meeting;
  // Where nothing is due any more, what was said is all there is.
  const isOver = meeting.isOver || (queue?.length === 0 && meeting.all.length > 0);
  const shown = isOver ? 'end' : bet?.row.id;
  // The keys act from the card on, which has the focus whenever another one is shown.
  useEffect(() => place.current?.focus(), [place, shown]);
  const { trouble: unread, retry } = results.lists.due;
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
          <Button onClick={onLeave} isDisabled={meeting.isHeld}>
            {text.leave}
          </Button>
        </div>
        {count > 0 ? (
          <ProgressThin
            value={(isOver ? count - meeting.left : at) / count}
            label={fill(text.place, step)}
          />
        ) : null}
        <LiveRegion
          text={
            bet ? fill(text.announce, { ...step, key: bet.row.key, summary: bet.row.summary }) : ''
          }
        />
        {unread ? <Failure title={texts.failed.due} trouble={unread} onRetry={retry} /> : null}
        {queue === null && !unread ? <SkeletonStack heights={['420px']} /> : null}
        {queue?.length === 0 && !isOver ? <Text as="p">{text.nothing}</Text> : null}
        {trouble ? <Failure title={texts.saved.undoFailed} trouble={trouble} /> : null}
        {isOver ? (
          <MeetingEnd
            meeting={meeting}
            projectKey={projectKey}
            today={project.today}
            onLeave={onLeave}
          />
        ) : null}
        {!isOver && bet ? (
          <>
            <MeetingCard
              bet={bet}
              where={where}
              today={project.today}
              nameOf={nameOf}
              meeting={meeting}
              results={results}
              listen={listen}
            />
            <Foot meeting={meeting} onHelp={() => setHelp(!isHelp)} />
          </>
        ) : null}
        {isHelp ? <KeyHelp label={text.help} intro={text.keysIntro} list={text.keys} /> : null}
      </Stack>
    </section>
  );
}
