// What was said in the meeting, to be copied and downloaded.
import type { Day } from '../../../../../../src/domain/days';
import { Button } from '../../../../components/button';
import { SMALL } from '../../../../components/field';
import { Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { fill } from '../../../../format';
import { results } from '../../../../messages/project-results';
import { MinutesText } from '../../minutes-text';
import { minutesTable, minutesText } from './minutes';
import type { MeetingState } from './use-meeting';

const text = results.minutes;

interface MeetingEndProps {
  meeting: MeetingState;
  projectKey: string;
  today: Day;
  onLeave: () => void;
}

export function MeetingEnd({ meeting, projectKey, today, onLeave }: MeetingEndProps) {
  const format = useFormat();
  const { all, left, queue, canUndo, isUndoing, undo, resume } = meeting;
  const minutes = minutesText(all, { projectKey, day: today, left }, format);
  return (
    <Stack space="space.200">
      <Text as="h3" weight="medium">
        {text.title}
      </Text>
      {meeting.isBack ? <span style={SMALL}>{text.isBack}</span> : null}
      <MinutesText
        minutes={minutes}
        words={text}
        table={all.length > 0 ? () => minutesTable(all, today) : null}
        file={fill(text.file, { project: projectKey, day: today })}
        isPrimary
      >
        {canUndo ? (
          <Button onClick={() => void undo()} isLoading={isUndoing}>
            {results.meeting.undo}
          </Button>
        ) : null}
        {queue?.length ? (
          <Button appearance="subtle" onClick={resume}>
            {text.on}
          </Button>
        ) : null}
        {all.length > 0 ? (
          <Button appearance="subtle" onClick={meeting.startOver}>
            {text.startOver}
          </Button>
        ) : null}
        <Button appearance="subtle" onClick={onLeave}>
          {text.back}
        </Button>
      </MinutesText>
    </Stack>
  );
}
