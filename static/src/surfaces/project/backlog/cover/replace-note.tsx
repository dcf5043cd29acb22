// "Keep it running" takes the place of what somebody began to write on the parent: asked for first.
import { useEffect, useRef } from 'react';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import type { Answer } from '../../../../../../src/domain/answer';
import { Button } from '../../../../components/button';
import { Notice } from '../../../../components/notice';
import { useFormat } from '../../../../components/reader';
import { fill } from '../../../../format';
import { projectBacklog } from '../../../../messages/project-backlog';
import { proseOf } from './prose';

const text = projectBacklog.cover;

interface ReplaceNoteProps {
  itemKey: string;
  begun: Answer;
  onRun: () => void;
  onClose: () => void;
}

export function ReplaceNote({ itemKey, begun, onRun, onClose }: ReplaceNoteProps) {
  const format = useFormat();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={root}>
      <Notice title={fill(text.replaces, { key: itemKey })}>
        <Stack space="space.100">
          <span>{proseOf(begun, format)}</span>
          <Inline space="space.100" shouldWrap>
            <Button spacing="compact" onClick={onClose}>
              {text.conflict.leave}
            </Button>
            <Button spacing="compact" onClick={onRun}>
              {text.run}
            </Button>
          </Inline>
        </Stack>
      </Notice>
    </div>
  );
}
