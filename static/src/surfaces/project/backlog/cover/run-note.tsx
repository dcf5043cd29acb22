// "Keep it running" answers for all open items below the parent, so it is asked for once more.
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

interface RunNoteProps {
  itemKey: string;
  /** Open items that it answers for. */
  covers: number;
  /** What somebody began to write on the parent, whose place it takes. */
  begun: Answer | null;
  onRun: () => void;
  onClose: () => void;
}

export function RunNote({ itemKey, covers, begun, onRun, onClose }: RunNoteProps) {
  const format = useFormat();
  const root = useRef<HTMLDivElement>(null);
  // Enter goes on where nothing is lost by it; else it leaves what stands there.
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('[data-first] button')?.focus();
  }, []);
  useEffect(() => {
    const note = root.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onClose();
    };
    note?.addEventListener('keydown', onKeyDown);
    return () => note?.removeEventListener('keydown', onKeyDown);
  });
  return (
    <div ref={root} role="group" aria-label={format.plural(text.runAsk, covers)}>
      <Notice title={format.plural(text.runAsk, covers)}>
        <Stack space="space.100">
          <span>{fill(text.runMeans, { key: itemKey })}</span>
          {begun ? (
            <span>
              {fill(text.replaces, { key: itemKey })} {proseOf(begun, format)}
            </span>
          ) : null}
          <Inline space="space.100" shouldWrap>
            <span data-first={begun ? undefined : true}>
              <Button spacing="compact" onClick={onRun}>
                {text.run}
              </Button>
            </span>
            <span data-first={begun ? true : undefined}>
              <Button spacing="compact" onClick={onClose}>
                {text.conflict.leave}
              </Button>
            </span>
          </Inline>
        </Stack>
      </Notice>
    </div>
  );
}
