// Fixing a candidate instead of ending it: done at once, and recorded right after.
import { useEffect, useRef, useState } from 'react';
import { token } from '@atlaskit/tokens';
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import { FIXES, type Fix } from '../../../../../../src/domain/decision';
import { Button } from '../../../../components/button';
import { CARD } from '../../../../components/card';
import { ChoiceCards } from '../../../../components/choice-cards';
import { TEXT_LIMIT } from '../../../../../../src/contract/limits';
import { Field } from '../../../../components/field';
import { TextInput } from '../../../../components/inputs';
import { Failure } from '../../../../components/failure';
import { Inline, Stack, Text } from '../../../../components/layout';
import { fill } from '../../../../format';
import { kill } from '../../../../messages/project-kill';
import type { Candidate } from '../../gather/kill-list';
import { useKeyDown } from '../../use-key-down';
import type { Where } from '../../use-numbers';
import { AnswerFix } from './answer-fix';
import { RewordFix } from './reword-fix';
import { SplitFix } from './split-fix';
import type { Reworded } from './summary';
import { useRecord, type FixDone } from './use-record';

const text = kill.fix;

/** What was mended, for the words after it. */
export interface Mended {
  candidate: Candidate;
  done: FixDone;
  view: DecisionView;
  /** The words before and after, where it was reworded. */
  reworded: Reworded | null;
}

export interface FixPartProps {
  candidate: Candidate;
  project: OpenProject;
  where: Where;
  /** Revision of what is kept of its decisions. */
  rev: number;
  onFixed: (mended: Mended) => void;
  onCancel: () => void;
}

export function FixPart({ candidate, project, where, rev, onFixed, onCancel }: FixPartProps) {
  const { key } = candidate;
  const root = useRef<HTMLElement>(null);
  const [jira] = useState(() => where.openCalls().jira);
  const [way, setWay] = useState<Fix>('answer');
  /** Null while the usual words of the way stand. */
  const [reason, setReason] = useState<string | null>(null);
  /** It is mended in Jira; only the record is missing. */
  const [isMended, setMended] = useState(false);
  const reworded = useRef<Reworded | null>(null);
  const recording = useRecord(jira, candidate, rev, (view, done) =>
    onFixed({ candidate, view, done, reworded: reworded.current }),
  );
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, []);
  useKeyDown(root, (event) => {
    // The answer's form takes Esc for itself first.
    if (event.key !== 'Escape' || event.defaultPrevented) return false;
    event.stopPropagation();
    onCancel();
    return true;
  });
  const record = (fix: Fix, into?: string[]): void => {
    setMended(true);
    void recording.record({
      fix,
      reason: reason?.trim() || text.reasons[fix],
      ...(into && { into }),
    });
  };
  return (
    <section
      ref={root}
      aria-label={fill(text.title, { key })}
      style={{ ...CARD, padding: token('space.200') }}
    >
      <Stack space="space.150">
        {isMended ? (
          <>
            {recording.isBusy ? <Text as="p">{text.recording}</Text> : null}
            {recording.trouble ? (
              <Failure
                title={fill(text.notRecorded, { key })}
                trouble={recording.trouble}
                kept={text.recordAgain}
                onRetry={recording.retry}
              />
            ) : null}
          </>
        ) : (
          <>
            <ChoiceCards
              legend={text.how}
              minWidth="220px"
              value={way}
              onChange={setWay}
              choices={FIXES.map((fix) => ({ value: fix, content: text.ways[fix] }))}
            />
            <Field label={kill.form.reason}>
              {(control) => (
                <TextInput
                  control={control}
                  value={reason ?? text.reasons[way]}
                  maxLength={TEXT_LIMIT}
                  onChange={setReason}
                />
              )}
            </Field>
            {way === 'answer' ? (
              <AnswerFix
                candidate={candidate}
                goals={project.goals.filter(({ active }) => active)}
                allGoals={project.goals}
                onAnswered={() => record('answer')}
                onCancel={onCancel}
              />
            ) : null}
            {way === 'reword' ? (
              <RewordFix
                candidate={candidate}
                jira={jira}
                onReworded={(words) => {
                  reworded.current = words;
                  record('reword');
                }}
              />
            ) : null}
            {way === 'split' ? (
              <SplitFix
                candidate={candidate}
                projectId={project.projectId}
                jira={jira}
                onSplit={(into) => record('split', into)}
              />
            ) : null}
          </>
        )}
        <Inline space="space.100">
          <Button appearance="subtle" onClick={onCancel}>
            {text.cancel}
          </Button>
        </Inline>
      </Stack>
    </section>
  );
}
