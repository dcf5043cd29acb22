// The end of a meeting: what was decided, and the way to apply it.
import type { ReactNode } from 'react';
import { Button } from '../../../../components/button';
import { Inline, Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { kill } from '../../../../messages/project-kill';
import { DraftPart } from '../draft-part';
import type { KillModel } from '../use-kill';
import type { MeetingState } from './use-meeting';

const text = kill.meeting;

interface MeetingEndProps {
  model: KillModel;
  meeting: MeetingState;
  /** Where the decisions are applied. */
  apply: ReactNode;
}

export function MeetingEnd({ model, meeting, apply }: MeetingEndProps) {
  const format = useFormat();
  const { queue, done, resume } = meeting;
  const left = (queue?.length ?? 0) - done;
  return (
    <Stack space="space.200">
      <Text as="p" weight="medium">
        {format.plural(text.endTitle, done)} {left > 0 ? format.plural(text.left, left) : ''}
      </Text>
      <DraftPart model={model} />
      {apply}
      <Inline space="space.100">
        <Button onClick={resume}>{text.back}</Button>
      </Inline>
    </Stack>
  );
}
