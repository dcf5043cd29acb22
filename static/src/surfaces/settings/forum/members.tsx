// The people of the forum, by name, each with the way out.
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import { FieldError, LABEL, SMALL } from '../../../components/field';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import { MemberSearch } from './member-search';
import type { Person } from './use-people';

const text = messages.settings.forum;

interface MembersProps {
  memberIds: readonly string[];
  nameOf: (accountId: string) => string | null;
  error: string | undefined;
  onAdd: (person: Person) => void;
  onRemove: (accountId: string) => void;
}

export function Members({ memberIds, nameOf, error, onAdd, onRemove }: MembersProps) {
  return (
    <Stack space="space.100" role="group" aria-label={text.members}>
      <Stack space="space.025">
        <span style={LABEL}>{text.members}</span>
        <span style={SMALL}>{text.membersHelp}</span>
      </Stack>
      {memberIds.length === 0 ? <Text>{text.nobody}</Text> : null}
      {memberIds.length > 0 ? (
        <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {memberIds.map((accountId) => {
            const name = nameOf(accountId) ?? text.unknown;
            return (
              <li key={accountId} style={{ margin: 0 }}>
                <Inline space="space.100" alignBlock="center" shouldWrap>
                  <Text>{name}</Text>
                  <Button
                    spacing="compact"
                    appearance="subtle"
                    aria-label={fill(text.removeOf, { name })}
                    onClick={() => onRemove(accountId)}
                  >
                    {text.remove}
                  </Button>
                </Inline>
              </li>
            );
          })}
        </ul>
      ) : null}
      <FieldError id="members-error" message={error} />
      <MemberSearch memberIds={memberIds} onAdd={onAdd} />
    </Stack>
  );
}
