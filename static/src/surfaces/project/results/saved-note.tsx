// What was saved last, and the way back.
import { useEffect, useRef } from 'react';
import { Button } from '../../../components/button';
import { Failure } from '../../../components/failure';
import { Inline, Stack, Text } from '../../../components/layout';
import { Notice } from '../../../components/notice';
import { useFormat } from '../../../components/reader';
import { saidLine } from '../../../components/result/said-words';
import { fill, type Format } from '../../../format';
import { results } from '../../../messages/project-results';
import { result as words } from '../../../messages/result';
import type { Answering, SavedNote as Note } from './use-answering';

const text = results.saved;

/** What is said of a save. */
function noteWords(note: Note, format: Format): string {
  const { key } = note.bet.row;
  if (note.kind === 'theirs') return fill(text.theirs, { key });
  if (note.kind === 'undone')
    return fill(text.undone, { key, result: words.verdict[note.said.result].title });
  const { view } = note.saved;
  const last = view.later.at(-1);
  if (view.given) return fill(text.given, { key, result: saidLine(view.given, format) });
  return fill(text.later, { key, day: last ? format.day(last.to) : '' });
}

/** Takes the focus, because the form that had it is gone. */
export function SavedNote({ answering }: { answering: Answering }) {
  const format = useFormat();
  const { note, undo, isUndoing, trouble } = answering;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (note) place.current?.focus();
  }, [note]);
  return (
    <div ref={place} tabIndex={-1} role="status" style={{ outline: 'none' }}>
      {note ? (
        <Notice>
          <Stack space="space.100">
            <Text as="p">{noteWords(note, format)}</Text>
            {note.kind === 'saved' && note.undo ? (
              <Inline space="space.100">
                <Button
                  spacing="compact"
                  isLoading={isUndoing}
                  label={fill(text.undoFor, { key: note.bet.row.key })}
                  onClick={() => void undo()}
                >
                  {text.undo}
                </Button>
              </Inline>
            ) : null}
            {note.kind === 'saved' && !note.undo ? <Text as="p">{text.noUndo}</Text> : null}
            {trouble ? <Failure title={text.undoFailed} trouble={trouble} /> : null}
          </Stack>
        </Notice>
      ) : null}
    </div>
  );
}
