// Who owns a goal: oneself, whoever it is now, or nobody.
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import { FieldError, LABEL } from '../../components/field';
import { messages } from '../../messages';

const text = messages.settings.goals.form;

interface OwnerFieldProps {
  /** Account id; empty for nobody. */
  owner: string;
  /** Name of the owner that is saved. */
  name: string | undefined;
  me: string | undefined;
  error: string | undefined;
  onChange: (owner: string) => void;
}

export function OwnerField({ owner, name, me, error, onChange }: OwnerFieldProps) {
  const mine = me !== undefined && owner === me;
  const who = owner === '' ? text.ownerNone : mine ? text.ownerMe : (name ?? text.ownerUnknown);
  return (
    <Stack space="space.050" role="group" aria-label={text.owner}>
      <span style={LABEL}>{text.owner}</span>
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Text>{who}</Text>
        {me !== undefined && !mine ? (
          <Button spacing="compact" onClick={() => onChange(me)}>
            {text.own}
          </Button>
        ) : null}
        {owner !== '' ? (
          <Button spacing="compact" appearance="subtle" onClick={() => onChange('')}>
            {text.disown}
          </Button>
        ) : null}
      </Inline>
      <FieldError id="owner-error" message={error} />
    </Stack>
  );
}
