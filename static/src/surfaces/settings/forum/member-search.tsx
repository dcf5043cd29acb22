// Finds somebody by name and adds them to the forum.
import { useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { MEMBERS_LIMIT } from '../../../../../src/contract/limits';
import { Field, SMALL } from '../../../components/field';
import { TextInput } from '../../../components/inputs';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import { usePeople, type People, type Person } from './use-people';

const text = messages.settings.forum.search;

interface MemberSearchProps {
  memberIds: readonly string[];
  onAdd: (person: Person) => void;
  label?: string;
  /** Most people that are taken, and what is said then, with `{count}`. */
  limit?: number;
  full?: string;
}

function Found({ people, onAdd }: { people: readonly Person[]; onAdd: (one: Person) => void }) {
  return (
    <Inline space="space.100" rowSpace="space.100" shouldWrap>
      {people.map((person) => (
        <Button key={person.accountId} spacing="compact" onClick={() => onAdd(person)}>
          {fill(text.add, { name: person.name })}
        </Button>
      ))}
    </Inline>
  );
}

/** What is said of the search; empty while nobody has typed. */
function words(people: People, left: readonly Person[], format: ReturnType<typeof useFormat>) {
  if (people.kind === 'searching') return text.searching;
  if (people.kind === 'failed') return text.failed;
  if (people.kind === 'idle') return '';
  return left.length === 0 ? text.none : format.plural(text.found, left.length);
}

export function MemberSearch(props: MemberSearchProps) {
  const { memberIds, onAdd, label = text.label, limit = MEMBERS_LIMIT, full = text.full } = props;
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [added, setAdded] = useState('');
  // Enter was pressed; who is meant may not be found yet.
  const [entered, setEntered] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { people, retry } = usePeople(typed);
  const left =
    people.kind === 'found'
      ? people.people.filter(({ accountId }) => !memberIds.includes(accountId))
      : [];
  const add = (person: Person) => {
    onAdd(person);
    setTyped('');
    setAdded(fill(text.added, { name: person.name }));
    // The button that was pressed is gone.
    place.current?.querySelector('input')?.focus();
  };
  const only = left.length === 1 ? left[0] : undefined;
  const adding = useRef(add);
  adding.current = add;
  useEffect(() => {
    if (!entered || people.kind !== 'found') return;
    setEntered(false);
    if (only) adding.current(only);
  }, [entered, people.kind, only]);
  if (memberIds.length >= limit)
    return <span style={SMALL}>{fill(full, { count: format.number(limit) })}</span>;
  return (
    <Stack space="space.075">
      <div
        ref={place}
        role="presentation"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          // The search stands in forms; a name half typed must not save them.
          event.preventDefault();
          setEntered(true);
        }}
      >
        <Field label={label} help={text.help}>
          {(control) => (
            <TextInput
              control={control}
              value={typed}
              onChange={(value) => {
                setTyped(value);
                setAdded('');
                setEntered(false);
              }}
            />
          )}
        </Field>
      </div>
      <span role="status" style={SMALL}>
        {added || words(people, left, format)}
      </span>
      {people.kind === 'failed' ? (
        <Inline>
          <Button spacing="compact" onClick={retry}>
            {text.again}
          </Button>
        </Inline>
      ) : null}
      {left.length > 0 ? <Found people={left} onAdd={add} /> : null}
    </Stack>
  );
}
