// A condition in JQL: what Jira says of it, and how many open items meet it.
import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import Textfield from '@atlaskit/textfield';
import { Field, SMALL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import { JqlLink } from '../../../components/text-link';
import { clauseProblem } from '../../../../../src/domain/stream-clause';
import { messages } from '../../../messages';
import type { Checked } from './check';
import { backendClause } from '../../../messages/backend';

const text = messages.settings.streams;

interface ClauseFieldProps {
  label: string;
  help: string;
  /** What its number counts, for those who hear the page. */
  what: string;
  value: string;
  /** From a save that was refused. */
  error: string | undefined;
  checked: Checked | undefined;
  /** It is saved like this. */
  isSaved: boolean;
  onChange: (clause: string) => void;
  onRetry: () => void;
  children?: ReactNode;
}

/** What keeps it from being saved; one that is still empty is not scolded. */
function problemOf({ value, checked }: Pick<ClauseFieldProps, 'value' | 'checked'>) {
  const problem = clauseProblem(value);
  if (problem) return problem === 'empty' ? undefined : backendClause[problem];
  return checked?.kind === 'refused' ? checked.why : undefined;
}

function Count({ value, what, checked, onRetry }: ClauseFieldProps) {
  const format = useFormat();
  if (clauseProblem(value) || checked?.kind === 'refused') return null;
  if (!checked) return <span style={SMALL}>{text.checking}</span>;
  if (checked.kind === 'failed')
    return (
      <Inline space="space.050" alignBlock="center">
        <span style={SMALL}>{text.failed}</span>
        <Button spacing="compact" appearance="subtle" onClick={onRetry}>
          {text.again}
        </Button>
      </Inline>
    );
  const { count, jql } = checked.members;
  const words = format.plural(text.open, count);
  return (
    <span style={SMALL}>
      <JqlLink jql={jql} label={`${words}: ${what}`}>
        {words}
      </JqlLink>
    </span>
  );
}

export function ClauseField(props: ClauseFieldProps) {
  const { label, help, value, error, checked, isSaved, onChange } = props;
  const broken = isSaved && checked?.kind === 'refused';
  return (
    <Stack space="space.050">
      <Field label={label} help={help} error={error ?? problemOf(props)}>
        {(control) => (
          <Textfield
            {...control}
            isMonospaced
            isInvalid={control['aria-invalid']}
            value={value}
            spellCheck={false}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </Field>
      {broken ? <span style={SMALL}>{text.brokenSaved}</span> : null}
      <Count {...props} />
      {props.children}
    </Stack>
  );
}
