// The form of an agreement: its days, and its people.
import { useEffect, useRef, useState } from 'react';
import { AGREED_WITH_LIMIT } from '../../../../src/contract/limits';
import type { Agreement } from '../../../../src/domain/agreement';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { EditForm } from '../../components/edit-form';
import { troubleOf, type Trouble } from '../../components/failure';
import { Field, FieldError, LABEL } from '../../components/field';
import { TextInput } from '../../components/inputs';
import { Inline, Stack, Text } from '../../components/layout';
import { call, useKnownPeople } from '../../forge';
import { fill } from '../../format';
import { messages } from '../../messages';
import { settingsAgreement as text } from '../../messages/settings-agreement';
import {
  agreementErrors,
  agreementErrorsOf,
  agreementForm,
  type AgreementErrors,
  type AgreementForm,
} from './agreement-form';
import { MemberSearch } from './forum/member-search';
import type { SettingsPageState } from './page';
import { sendAgain } from './send-again';

const DAYS = ['firstDay', 'lastDay', 'agreedOn'] as const;

interface PeopleProps {
  personIds: readonly string[];
  error: string | undefined;
  onChange: (personIds: string[]) => void;
}

function AgreedWith({ personIds, error, onChange }: PeopleProps) {
  const [found, setFound] = useState<ReadonlyMap<string, string>>(new Map());
  const people = useKnownPeople(personIds);
  const nameOf = (id: string): string => {
    const gone = people.goneOf(id);
    const name = people.nameOf(id) ?? found.get(id);
    return name ?? (gone === null ? text.unknown : text.gone[gone]);
  };
  return (
    <div role="group" aria-label={text.people} data-invalid={error ? '' : undefined}>
      <Stack space="space.075">
        <span style={LABEL}>{text.people}</span>
        {personIds.map((id) => (
          <Inline key={id} space="space.100">
            <Text>{nameOf(id)}</Text>
            <Button
              spacing="compact"
              appearance="subtle"
              label={fill(text.removeOf, { name: nameOf(id) })}
              onClick={() => onChange(personIds.filter((other) => other !== id))}
            >
              {text.remove}
            </Button>
          </Inline>
        ))}
        <FieldError id="agreed-with-error" message={error} />
        <MemberSearch
          memberIds={personIds}
          label={text.addPerson}
          limit={AGREED_WITH_LIMIT}
          full={text.full}
          onAdd={({ accountId, name }) => {
            setFound(new Map([...found, [accountId, name]]));
            onChange([...personIds, accountId]);
          }}
        />
      </Stack>
    </div>
  );
}

interface AgreementEditorProps {
  page: SettingsPageState;
  /** Null writes a new one. */
  agreement: Agreement | null;
  onDone: () => void;
}

export function AgreementEditor({ page, agreement, onDone }: AgreementEditorProps) {
  const { open } = page;
  const [form, setForm] = useState<AgreementForm>(() => agreementForm(open, agreement));
  const [errors, setErrors] = useState<AgreementErrors>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [saving, setSaving] = useState(false);
  const root = useRef<HTMLFormElement>(null);
  useEffect(() => root.current?.querySelector('input')?.focus(), []);
  const change = (part: Partial<AgreementForm>): void => {
    setForm({ ...form, ...part });
    setErrors({});
  };

  async function save(): Promise<void> {
    const found = agreementErrors(form, open, agreement?.id);
    setTrouble(null);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    setSaving(true);
    const payload = {
      projectId: open.projectId,
      agreement: form,
      ...(agreement && { agreementId: agreement.id }),
    };
    try {
      await sendAgain(page, (rev) => call('agreement.save', { ...payload, rev }));
      page.say(text.saved);
      onDone();
    } catch (problem) {
      const refused = agreementErrorsOf(problem);
      if (Object.keys(refused).length > 0) setErrors(refused);
      else setTrouble(troubleOf(problem));
      setSaving(false);
    }
  }

  return (
    <Card>
      <EditForm
        place={root}
        name={{ words: text.title }}
        errors={errors}
        trouble={trouble}
        isSaving={saving}
        text={{ ...text, failed: messages.settings.failed, kept: messages.settings.kept }}
        onSave={() => void save()}
        onLeave={onDone}
      >
        <Inline space="space.150">
          {DAYS.map((name) => (
            <Field key={name} label={text[name]} error={errors[name]}>
              {(control) => (
                <TextInput
                  control={control}
                  type="date"
                  value={form[name]}
                  onChange={(value) => change({ [name]: value })}
                />
              )}
            </Field>
          ))}
        </Inline>
        <AgreedWith
          personIds={form.personIds}
          error={errors.personIds}
          onChange={(personIds) => change({ personIds })}
        />
      </EditForm>
    </Card>
  );
}
