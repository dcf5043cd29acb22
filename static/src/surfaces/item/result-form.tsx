// Three choices and a note.
import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import Textfield from '@atlaskit/textfield';
import { TEXT_LIMIT } from '../../../../src/contract/limits';
import { procedures, type GivenResult } from '../../../../src/contract/procedures';
import type { ResultValue } from '../../../../src/domain/item';
import { ChoiceCards } from '../../components/choice-cards';
import { Failure, troubleOf, type Trouble } from '../../components/failure';
import { Field, SMALL } from '../../components/field';
import { call, CallError } from '../../forge';
import { fill } from '../../format';
import { messages } from '../../messages';

const text = messages.item.result;
const CHOICES = (['moved', 'flat', 'unclear'] as const).map((value) => ({
  value,
  content: (
    <Stack space="space.025">
      <Text weight="medium">{text[value].title}</Text>
      <span style={SMALL}>{text[value].text}</span>
    </Stack>
  ),
}));

interface ResultFormProps {
  itemId: string;
  before: GivenResult | null;
  onGiven: (result: GivenResult) => void;
  onLeave: (() => void) | null;
}

export function ResultForm({ itemId, before, onGiven, onLeave }: ResultFormProps) {
  const [result, setResult] = useState<ResultValue | undefined>(before?.result);
  const [note, setNote] = useState(before?.note ?? '');
  const [errors, setErrors] = useState<{ result?: string; note?: string }>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [saving, setSaving] = useState(false);
  const [rev, setRev] = useState(before?.rev ?? 0);

  function refuse(error: unknown): void {
    const noted = error instanceof CallError ? error.fields.note : undefined;
    if (noted) return setErrors({ note: noted });
    const conflict = error instanceof CallError && error.code === 'conflict';
    const theirs = procedures['result.give'].output.safeParse(conflict ? error.details : undefined);
    if (!theirs.success) return setTrouble(troubleOf(error));
    // From here a second save knows what it replaces.
    setRev(theirs.data.rev);
    setTrouble({ message: fill(text.conflict, { result: text[theirs.data.result].title }) });
  }

  async function give(): Promise<void> {
    if (!result) return setErrors({ result: text.choose });
    setSaving(true);
    setTrouble(null);
    setErrors({});
    try {
      onGiven(await call('result.give', { itemId, result, note, rev }));
    } catch (error) {
      refuse(error);
      setSaving(false);
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <Stack space="space.150">
        <ChoiceCards
          legend={text.legend}
          choices={CHOICES}
          value={result}
          onChange={(value) => {
            setResult(value);
            setErrors({});
          }}
          minWidth="160px"
          error={errors.result}
        />
        <Field label={text.note} optional help={text.noteHelp} error={errors.note}>
          {(control) => (
            <Textfield
              {...control}
              isInvalid={control['aria-invalid']}
              maxLength={TEXT_LIMIT}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          )}
        </Field>
        {trouble ? (
          <Failure trouble={trouble} title={text.failed} kept={messages.item.kept} />
        ) : null}
        <Inline space="space.100">
          <Button type="submit" appearance="primary" isLoading={saving}>
            {text.give}
          </Button>
          {onLeave ? (
            <Button appearance="subtle" onClick={onLeave}>
              {messages.item.cancel}
            </Button>
          ) : null}
        </Inline>
      </Stack>
    </form>
  );
}
