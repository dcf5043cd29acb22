// What counts as blocked: Jira's flag, a condition of the project's own, or nothing.
import { Stack, Text } from '@atlaskit/primitives/compiled';
import { USUAL_BLOCKED } from '../../../../../src/domain/rules';
import { ChoiceCards } from '../../../components/choice-cards';
import { viewerFunction } from '../../../../../src/domain/stream-hints';
import { SMALL } from '../../../components/field';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import { ClauseField } from './clause-field';
import type { Checks } from './use-checks';

const text = messages.settings.streams.blocked;
type Choice = 'usual' | 'own' | 'off';
const CHOICES = (['usual', 'own', 'off'] as const).map((value) => ({
  value,
  content: <Text weight="medium">{text[value]}</Text>,
}));

interface BlockedFieldProps {
  choice: Choice;
  value: string | null;
  isSaved: boolean;
  error: string | undefined;
  checks: Checks;
  onChoice: (choice: Choice) => void;
  onChange: (blocked: string) => void;
}

export const choiceOf = (blocked: string | null): Choice =>
  blocked === null ? 'usual' : blocked === '' ? 'off' : 'own';

export function BlockedField(props: BlockedFieldProps) {
  const { choice, value, isSaved, error, checks, onChoice, onChange } = props;
  const checked = checks.of(value ?? '');
  const viewer = viewerFunction(value ?? '');
  const isRefused = checked?.kind === 'refused' || error !== undefined;
  const noFlag = choice === 'usual' && checks.of(USUAL_BLOCKED)?.kind === 'refused';
  return (
    <Stack space="space.100">
      <ChoiceCards
        legend={text.legend}
        choices={CHOICES}
        value={choice}
        onChange={onChoice}
        minWidth="160px"
        error={choice === 'own' ? undefined : error}
      />
      {noFlag ? <span style={SMALL}>{text.noFlag}</span> : null}
      {choice === 'own' ? (
        <ClauseField
          label={text.clause}
          help={text.help}
          what={text.what}
          value={value ?? ''}
          error={error}
          checked={checked}
          isSaved={isSaved}
          onChange={onChange}
          onRetry={checks.retry}
        >
          {viewer === null || isRefused ? null : (
            <Text size="small" color="color.text.warning">
              {fill(text.viewer, { name: viewer })}
            </Text>
          )}
        </ClauseField>
      ) : null}
    </Stack>
  );
}
