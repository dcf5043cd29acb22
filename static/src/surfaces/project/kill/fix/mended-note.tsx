// What was fixed last; where words were replaced, the way back.
import { useState } from 'react';
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import { Button } from '../../../../components/button';
import { Failure, troubleOf, type Trouble } from '../../../../components/failure';
import { Inline, Stack, Text } from '../../../../components/layout';
import { LiveRegion } from '../../../../components/live-region';
import { Notice } from '../../../../components/notice';
import { ItemLink } from '../../../../components/text-link';
import { fill } from '../../../../format';
import { kill } from '../../../../messages/project-kill';
import type { Where } from '../../use-numbers';
import type { Mended } from './fix-part';
import { putSummary } from './summary';
import { useRecord } from './use-record';

interface MendedNoteProps {
  mended: Mended;
  where: Where;
  onRecorded: (view: DecisionView) => void;
}

/** Keyed by the record, so that the next fix begins anew. */
export function MendedNote({ mended, where, onRecorded }: MendedNoteProps) {
  const { candidate, done, view, reworded } = mended;
  const { key } = candidate;
  const [jira] = useState(() => where.openCalls().jira);
  const [state, setState] = useState<'done' | 'undoing' | 'undone' | 'left'>('done');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const recording = useRecord(jira, candidate, view.rev, onRecorded);
  const undo = async (): Promise<void> => {
    if (!reworded || state === 'undoing') return;
    setTrouble(null);
    setState('undoing');
    try {
      const outcome = await putSummary(jira, candidate.id, reworded.to, reworded.from);
      setState(outcome.kind === 'put' ? 'undone' : 'left');
      // The record says what happened, so that it gets the way back, too.
      if (outcome.kind === 'put')
        await recording.record({ fix: 'reword', reason: kill.reword.backReason });
    } catch (error) {
      setState('done');
      setTrouble(troubleOf(error));
    }
  };
  const undone =
    state === 'undone' && reworded ? fill(kill.reword.undone, { summary: reworded.from }) : null;
  const left = state === 'left' ? kill.reword.left : null;
  return (
    <div>
      <LiveRegion text={undone ?? left ?? ''} />
      <Notice>
        <Stack space="space.075">
          <Text as="p">
            {undone ??
              (reworded
                ? fill(kill.reword.done, { key, summary: reworded.to })
                : fill(kill.fix.recorded, { key, how: kill.row.fixes[done.fix] }))}
          </Text>
          {left ? <Text as="p">{left}</Text> : null}
          <Inline space="space.100">
            <ItemLink itemKey={key} />
            {(done.into ?? []).map((into) => (
              <ItemLink key={into} itemKey={into} />
            ))}
            {reworded && (state === 'done' || state === 'undoing') ? (
              <Button spacing="compact" isLoading={state === 'undoing'} onClick={() => void undo()}>
                {kill.reword.undo}
              </Button>
            ) : null}
          </Inline>
          {trouble ? <Failure title={kill.reword.undoFailed} trouble={trouble} /> : null}
          {recording.trouble ? (
            <Failure
              title={fill(kill.fix.notRecorded, { key })}
              trouble={recording.trouble}
              onRetry={recording.retry}
            />
          ) : null}
        </Stack>
      </Notice>
    </div>
  );
}
