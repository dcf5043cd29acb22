// One stream: its name, its condition, what Jira says of it, and what may be odd about it.
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import Textfield from '@atlaskit/textfield';
import { token } from '@atlaskit/tokens';
import type { SavedStream } from '../../../../../src/domain/rules';
import {
  componentAlone,
  nearDuplicate,
  viewerFunction,
} from '../../../../../src/domain/stream-hints';
import { Field } from '../../../components/field';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import type { Checked } from './check';
import { ClauseField } from './clause-field';

const text = messages.settings.streams;
const FEW = 5;

interface StreamRowProps {
  stream: SavedStream;
  others: readonly SavedStream[];
  checked: Checked | undefined;
  isSaved: boolean;
  /** Other streams are one component, too: the section says it once for all. */
  isOneOfMany: boolean;
  errors: { name: string | undefined; clause: string | undefined };
  onChange: (part: Partial<SavedStream>) => void;
  onRemove: () => void;
  onRetry: () => void;
}

function warningsOf(props: StreamRowProps): string[] {
  const { stream, others, checked, isOneOfMany, errors } = props;
  // What Jira does not take has to be mended first.
  const isRefused = checked?.kind === 'refused' || errors.clause !== undefined;
  const component = isOneOfMany || isRefused ? null : componentAlone(stream.clause);
  const viewer = isRefused ? null : viewerFunction(stream.clause);
  const near = nearDuplicate(
    stream.name,
    others.map(({ name }) => name),
  );
  const few = checked?.kind === 'taken' && checked.members.count < FEW;
  return [
    ...(component === null ? [] : [fill(text.warn.component, { component })]),
    ...(viewer === null ? [] : [fill(text.warn.viewer, { name: viewer })]),
    ...(few ? [text.warn.few] : []),
    ...(near === null ? [] : [fill(text.warn.near, { name: near })]),
  ];
}

export function StreamRow(props: StreamRowProps) {
  const { stream, checked, isSaved, errors, onChange, onRemove, onRetry } = props;
  const name = stream.name.trim() || text.unnamed;
  return (
    <div
      role="group"
      aria-label={name}
      style={{
        border: `1px solid ${token('color.border')}`,
        borderRadius: token('radius.small'),
        padding: token('space.150'),
      }}
    >
      <Stack space="space.100">
        <Inline space="space.100" alignBlock="end" spread="space-between" shouldWrap>
          <div style={{ minWidth: '220px', flex: '1 1 220px' }}>
            <Field label={text.name} error={errors.name}>
              {(control) => (
                <Textfield
                  {...control}
                  isInvalid={control['aria-invalid']}
                  value={stream.name}
                  onChange={(event) => onChange({ name: event.currentTarget.value })}
                />
              )}
            </Field>
          </div>
          <Button appearance="subtle" aria-label={fill(text.removeOf, { name })} onClick={onRemove}>
            {text.remove}
          </Button>
        </Inline>
        <ClauseField
          label={text.clause}
          help={text.clauseHelp}
          what={fill(text.what, { name })}
          value={stream.clause}
          error={errors.clause}
          checked={checked}
          isSaved={isSaved}
          onChange={(clause) => onChange({ clause })}
          onRetry={onRetry}
        >
          {warningsOf(props).map((warning) => (
            <Text key={warning} size="small" color="color.text.warning">
              {warning}
            </Text>
          ))}
        </ClauseField>
      </Stack>
    </div>
  );
}
