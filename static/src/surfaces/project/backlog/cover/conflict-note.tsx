// Somebody else answered the parent meanwhile: both texts stay in view, the reader chooses.
import { useEffect, useRef } from 'react';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import type { AnswerConflict } from '../../../../../../src/contract/procedures';
import { Button } from '../../../../components/button';
import { LABEL } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { useFormat } from '../../../../components/reader';
import { fill } from '../../../../format';
import { projectBacklog } from '../../../../messages/project-backlog';
import { proseOf } from './prose';

const text = projectBacklog.cover.conflict;

interface ConflictNoteProps {
  itemKey: string;
  conflict: AnswerConflict;
  onSaveMine: () => void;
  onLeave: () => void;
}

export function ConflictNote({ itemKey, conflict, onSaveMine, onLeave }: ConflictNoteProps) {
  const format = useFormat();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.focus(), []);
  const { found } = conflict;
  const there =
    found.kind === 'value'
      ? proseOf(found.answer, format)
      : found.kind === 'none'
        ? text.none
        : text.other;
  return (
    <div role="alert" ref={root} tabIndex={-1}>
      <Notice look="warning" title={fill(text.title, { key: itemKey })}>
        <Stack space="space.100">
          <span>
            <span style={LABEL}>{text.there}</span>
            <br />
            {there}
          </span>
          <Inline space="space.100" shouldWrap>
            <Button spacing="compact" onClick={onLeave}>
              {text.leave}
            </Button>
            {found.kind === 'newer' ? null : (
              <Button spacing="compact" onClick={onSaveMine}>
                {text.saveMine}
              </Button>
            )}
          </Inline>
        </Stack>
      </Notice>
    </div>
  );
}
