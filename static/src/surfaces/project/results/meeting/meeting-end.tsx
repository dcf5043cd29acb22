// What was said in the meeting, to be copied and downloaded.
import { useState } from 'react';
import { token } from '@atlaskit/tokens';
import type { Day } from '../../../../../../src/domain/days';
import { Button } from '../../../../components/button';
import { CARD } from '../../../../components/card';
import { SMALL } from '../../../../components/field';
import { Inline, Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { csvText } from '../../../../csv';
import { downloadText } from '../../../../forge/download';
import { fill } from '../../../../format';
import { results } from '../../../../messages/project-results';
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
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const { all, left, queue, canUndo, isUndoing, undo, resume } = meeting;
  const minutes = minutesText(all, { projectKey, day: today, left }, format);
  const copy = (): void => {
    // Where the browser denies the clipboard, the text can still be selected.
    if (!('clipboard' in navigator)) return setCopied('no');
    navigator.clipboard.writeText(minutes).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  };
  const download = (): void => {
    const { header, rows } = minutesTable(all, today);
    const name = fill(text.file, { project: projectKey, day: today });
    downloadText(name, csvText(header, rows), 'text/csv');
  };
  return (
    <Stack space="space.200">
      <Text as="h3" weight="medium">
        {text.title}
      </Text>
      {meeting.isBack ? <span style={SMALL}>{text.isBack}</span> : null}
      <pre
        style={{
          ...CARD,
          margin: 0,
          font: token('font.body'),
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {minutes}
      </pre>
      <Inline space="space.100">
        <Button appearance="primary" onClick={copy}>
          {copied === 'yes' ? text.copied : text.copy}
        </Button>
        <Button onClick={download} isDisabled={all.length === 0}>
          {text.csv}
        </Button>
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
      </Inline>
      <span role="status">{copied === 'no' ? text.copyFailed : null}</span>
    </Stack>
  );
}
