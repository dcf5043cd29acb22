// Smaller items in the place of a candidate.
import { useState } from 'react';
import { PARTS_LIMIT } from '../../../../../../src/contract/limits';
import { Button } from '../../../../components/button';
import { Field, SMALL } from '../../../../components/field';
import { TextInput } from '../../../../components/inputs';
import { Inline, Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { ItemLink } from '../../../../components/text-link';
import { fill } from '../../../../format';
import { kill } from '../../../../messages/project-kill';
import type { JiraCall } from '../../gather/jira-call';
import type { Candidate } from '../../gather/kill-list';
import { FEWEST_PARTS, isOpenPart, keyOf, runSplit, type Part, type PartState } from './split-run';
import { SUMMARY_LIMIT } from './summary';

const text = kill.split;

interface SplitFixProps {
  candidate: Candidate;
  projectId: string;
  jira: JiraCall;
  /** Keys of the items that were created. */
  onSplit: (into: string[]) => void;
}

const stateWords = (state: PartState): string =>
  fill(text.state[state.kind], {
    key: 'key' in state ? state.key : '',
    why: 'why' in state ? state.why : '',
  });

function PartRow({ part }: { part: Part }) {
  const key = keyOf(part);
  return (
    <li style={{ margin: 0, overflowWrap: 'anywhere' }}>
      {key === null ? part.summary : <ItemLink itemKey={key}>{part.summary}</ItemLink>}{' '}
      <span style={SMALL}>{stateWords(part.state)}</span>
    </li>
  );
}

export function SplitFix({ candidate, projectId, jira, onSplit }: SplitFixProps) {
  const format = useFormat();
  const { key, typeId, parent } = candidate;
  const [summaries, setSummaries] = useState<readonly string[]>(() =>
    Array.from({ length: FEWEST_PARTS }, () => ''),
  );
  const [parts, setParts] = useState<readonly Part[] | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<string | undefined>(undefined);
  const created = (now: readonly Part[]): string[] => now.flatMap((part) => keyOf(part) ?? []);
  const run = async (begin: readonly Part[]): Promise<void> => {
    if (isRunning) return;
    setParts(begin);
    setRunning(true);
    const ended = await runSplit(jira, { key, projectId, typeId, parent }, begin, setParts);
    setRunning(false);
    if (!ended.some(isOpenPart)) onSplit(created(ended));
  };
  const given = summaries.map((summary) => summary.trim()).filter((summary) => summary !== '');
  const start = (): void => {
    if (given.length < FEWEST_PARTS) return setError(text.few);
    setError(undefined);
    void run(given.map((summary) => ({ summary, state: { kind: 'waiting' } })));
  };
  if (parts)
    return (
      <Stack space="space.100">
        <ul aria-label={text.parts} aria-live="polite" style={{ margin: 0 }}>
          {parts.map((part, index) => (
            <PartRow key={index} part={part} />
          ))}
        </ul>
        {isRunning || !parts.some(isOpenPart) ? null : (
          <Inline space="space.100">
            <Button onClick={() => void run(parts)}>{text.again}</Button>
            {created(parts).length > 0 ? (
              <Button appearance="subtle" onClick={() => onSplit(created(parts))}>
                {text.recordAnyway}
              </Button>
            ) : null}
          </Inline>
        )}
      </Stack>
    );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <Stack space="space.100">
        <Text as="p">{fill(text.help, { key })}</Text>
        {summaries.map((summary, index) => (
          <div key={index} style={{ display: 'flex', gap: '8px', alignItems: 'end' }}>
            <div style={{ flex: 1, minWidth: 0 }}>
              <Field
                label={fill(text.part, { n: format.number(index + 1) })}
                error={given.length < FEWEST_PARTS && summary.trim() === '' ? error : undefined}
              >
                {(control) => (
                  <TextInput
                    control={control}
                    value={summary}
                    maxLength={SUMMARY_LIMIT}
                    onChange={(next) =>
                      setSummaries(summaries.map((one, at) => (at === index ? next : one)))
                    }
                  />
                )}
              </Field>
            </div>
            {summaries.length > FEWEST_PARTS ? (
              <Button
                appearance="subtle"
                label={fill(text.remove, { n: format.number(index + 1) })}
                onClick={() => setSummaries(summaries.filter((_, at) => at !== index))}
              >
                ×
              </Button>
            ) : null}
          </div>
        ))}
        <Inline space="space.100">
          <Button type="submit" appearance="primary">
            {format.plural(text.save, Math.max(given.length, FEWEST_PARTS))}
          </Button>
          {summaries.length < PARTS_LIMIT ? (
            <Button appearance="subtle" onClick={() => setSummaries([...summaries, ''])}>
              {text.add}
            </Button>
          ) : null}
        </Inline>
      </Stack>
    </form>
  );
}
