// Who decides about the items on the kill list, and when they meet.
import { useCallback, useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import Textfield from '@atlaskit/textfield';
import { token } from '@atlaskit/tokens';
import { nextMeeting } from '../../../../../src/domain/cadence';
import { isDay } from '../../../../../src/domain/days';
import { CADENCES, type Cadence, type Rules } from '../../../../../src/domain/rules';
import { Field, SMALL } from '../../../components/field';
import { TextInput } from '../../../components/inputs';
import { useFormat } from '../../../components/reader';
import { Select } from '../../../components/select';
import { useNames } from '../../../forge';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import type { SettingsPageState } from '../page';
import { SectionFrame } from '../section-frame';
import { SectionSave } from '../section-save';
import { useSection } from '../use-section';
import { Deciding } from './deciding';
import { Members } from './members';
import type { Person } from './use-people';

const text = messages.settings.forum;

interface ForumForm {
  name: string;
  members: string[];
  cadence: Cadence;
  /** Empty for none. */
  next: string;
}

const from = ({ forum }: Rules): ForumForm => ({
  name: forum.name,
  members: [...forum.memberIds].sort(),
  cadence: forum.cadence,
  next: forum.next ?? '',
});

const to = ({ name, members, cadence, next }: ForumForm): Partial<Rules> => ({
  forum: { name: name.trim(), memberIds: members, cadence, next: next === '' ? null : next },
});

const FIELDS = ['name', 'members', 'cadence', 'next'] as const;
const RHYTHMS = CADENCES.map((value) => ({ value, label: text.cadences[value] }));
const cadenceOf = (value: string): Cadence => CADENCES.find((one) => one === value) ?? 'none';

/** Names as Jira gives them; people who were just found keep the name that they were found by. */
function usePeopleNames(accountIds: readonly string[]) {
  const [found, setFound] = useState<ReadonlyMap<string, string>>(new Map());
  const named = useNames(accountIds);
  const remember = useCallback(
    ({ accountId, name }: Person) => setFound((before) => new Map([...before, [accountId, name]])),
    [],
  );
  return {
    nameOf: (accountId: string) => named(accountId) ?? found.get(accountId) ?? null,
    remember,
  };
}

function NextMeeting(props: {
  form: ForumForm;
  today: string;
  error: string | undefined;
  onChange: (next: string) => void;
}) {
  const { form, today, error, onChange } = props;
  const format = useFormat();
  const past = isDay(form.next) && form.next < today;
  const coming = past ? nextMeeting(form.next, form.cadence, today) : null;
  return (
    <Stack space="space.075">
      <Field label={text.next} optional help={past ? undefined : text.nextHelp} error={error}>
        {(control) => (
          <TextInput type="date" control={control} value={form.next} onChange={onChange} />
        )}
      </Field>
      {past ? (
        <Inline space="space.100" alignBlock="center" shouldWrap>
          <span style={SMALL}>{text.past}</span>
          {coming === null ? null : (
            <Button spacing="compact" onClick={() => onChange(coming)}>
              {fill(text.take, { day: format.day(coming) })}
            </Button>
          )}
        </Inline>
      ) : null}
    </Stack>
  );
}

export function ForumSection({ page }: { page: SettingsPageState }) {
  const format = useFormat();
  const section = useSection(page, { fields: FIELDS, from, to });
  const { form, errors, change } = section;
  const { conflict } = section;
  const { nameOf, remember } = usePeopleNames([
    ...form.members,
    ...page.open.rules.forum.memberIds,
    ...(conflict ? [...conflict.theirs.members, ...conflict.was.members] : []),
  ]);
  const say = (of: ForumForm, field: keyof ForumForm): string => {
    if (field === 'members')
      return of.members.map((accountId) => nameOf(accountId) ?? text.unknown).join(', ');
    if (field === 'cadence') return text.cadences[of.cadence];
    if (field === 'next') return isDay(of.next) ? format.day(of.next) : of.next;
    return of.name;
  };
  return (
    <SectionFrame id="forum" title={text.title} text={text.text}>
      <Field label={text.name} optional help={text.nameHelp} error={errors['forum.name']}>
        {(control) => (
          <Textfield
            {...control}
            isInvalid={control['aria-invalid']}
            value={form.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Members
        memberIds={form.members}
        nameOf={nameOf}
        error={errors['forum.memberIds']}
        onAdd={(person) => {
          remember(person);
          change({ members: [...form.members, person.accountId].sort() });
        }}
        onRemove={(accountId) =>
          change({ members: form.members.filter((other) => other !== accountId) })
        }
      />
      <div
        style={{
          display: 'grid',
          gap: token('space.200'),
          alignItems: 'start',
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))',
        }}
      >
        <Field label={text.cadence}>
          {(control) => (
            <Select
              control={control}
              value={form.cadence}
              options={RHYTHMS}
              onChange={(cadence) => change({ cadence: cadenceOf(cadence) })}
            />
          )}
        </Field>
        <NextMeeting
          form={form}
          today={page.open.today}
          error={errors['forum.next']}
          onChange={(next) => change({ next })}
        />
      </div>
      <Deciding before={page.open.rules.forum.memberIds} after={form.members} nameOf={nameOf} />
      <SectionSave section={section} label={(field) => text[field]} say={say} />
    </SectionFrame>
  );
}
