// Who owns a goal: oneself, whoever it is now, or nobody.
import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import { FieldError, LABEL } from '../../components/field';
import type { Gone } from '../../forge';
import { fill } from '../../format';
import { messages } from '../../messages';
import { MemberSearch } from './forum/member-search';
import type { Person } from './forum/use-people';

const text = messages.settings.goals.form;

interface OwnerFieldProps {
  /** Account id; empty for nobody. */
  owner: string;
  /** Name of the owner that is saved. */
  name: string | null;
  /** Why the owner that is saved cannot be reached any more. */
  gone: Gone | null;
  me: string | undefined;
  error: string | undefined;
  onChange: (owner: string) => void;
}

export function OwnerField({ owner, name, gone, me, error, onChange }: OwnerFieldProps) {
  const [found, setFound] = useState<Person | null>(null);
  const [isLooking, setLooking] = useState(false);
  const mine = me !== undefined && owner === me;
  const known = name ?? (found?.accountId === owner ? found.name : undefined);
  const words = (): string => {
    if (owner === '') return text.ownerNone;
    if (mine) return text.ownerMe;
    if (gone) return fill(text.ownerGone[gone], { name: known ?? text.ownerUnknown });
    return known ?? text.ownerUnknown;
  };
  return (
    <Stack space="space.050" role="group" aria-label={text.owner}>
      <span style={LABEL}>{text.owner}</span>
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Text>{words()}</Text>
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
        {isLooking ? null : (
          <Button spacing="compact" appearance="subtle" onClick={() => setLooking(true)}>
            {text.ownerOther}
          </Button>
        )}
      </Inline>
      {isLooking ? (
        <MemberSearch
          memberIds={owner === '' ? [] : [owner]}
          label={text.ownerOther}
          onAdd={(person) => {
            setFound(person);
            setLooking(false);
            onChange(person.accountId);
          }}
        />
      ) : null}
      <FieldError id="owner-error" message={error} />
    </Stack>
  );
}
