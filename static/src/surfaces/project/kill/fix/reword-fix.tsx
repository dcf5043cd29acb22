// Better words for a candidate: its summary is edited as the user, at once.
import { useRef, useState } from 'react';
import { Button } from '../../../../components/button';
import { Failure, troubleOf, type Trouble } from '../../../../components/failure';
import { Field } from '../../../../components/field';
import { TextInput } from '../../../../components/inputs';
import { Inline, Stack } from '../../../../components/layout';
import { fill } from '../../../../format';
import { kill } from '../../../../messages/project-kill';
import type { JiraCall } from '../../gather/jira-call';
import type { Candidate } from '../../gather/kill-list';
import { putSummary, SUMMARY_LIMIT, type Reworded } from './summary';

const text = kill.reword;

interface RewordFixProps {
  candidate: Candidate;
  jira: JiraCall;
  onReworded: (reworded: Reworded) => void;
}

export function RewordFix({ candidate, jira, onReworded }: RewordFixProps) {
  const { id, key } = candidate;
  const [summary, setSummary] = useState(candidate.summary);
  /** The words that are replaced: the listed ones, or those that somebody else put there meanwhile. */
  const before = useRef(candidate.summary);
  const [error, setError] = useState<string | undefined>(undefined);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isSaving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    const words = summary.trim();
    setTrouble(null);
    if (words === '') return setError(text.empty);
    if (words === before.current) return setError(text.same);
    setError(undefined);
    setSaving(true);
    try {
      const outcome = await putSummary(jira, id, before.current, words);
      if (outcome.kind === 'put') return onReworded({ from: before.current, to: words });
      before.current = outcome.summary;
      setError(fill(text.changed, { summary: outcome.summary }));
    } catch (failed) {
      setTrouble(troubleOf(failed));
    } finally {
      setSaving(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) void save();
      }}
    >
      <Stack space="space.100">
        <Field label={text.summary} error={error}>
          {(control) => (
            <TextInput
              control={control}
              value={summary}
              maxLength={SUMMARY_LIMIT}
              onChange={setSummary}
            />
          )}
        </Field>
        {trouble ? <Failure trouble={trouble} title={fill(text.failed, { key })} /> : null}
        <Inline space="space.100">
          <Button type="submit" appearance="primary" isLoading={isSaving}>
            {text.save}
          </Button>
        </Inline>
      </Stack>
    </form>
  );
}
