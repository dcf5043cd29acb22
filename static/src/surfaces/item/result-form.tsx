// Three choices and a note.
import { useState } from 'react';
import { TEXT_LIMIT } from '../../../../src/contract/limits';
import type { GivenResult } from '../../../../src/contract/procedures';
import type { ResultValue } from '../../../../src/domain/item';
import { Button } from '../../components/button';
import { ChoiceCards } from '../../components/choice-cards';
import { Failure, troubleOf, type Trouble } from '../../components/failure';
import { Field, SMALL } from '../../components/field';
import { TextInput } from '../../components/inputs';
import { Inline, Stack, Text } from '../../components/layout';
import { call, CallError } from '../../forge';
import { fill } from '../../format';
import { item } from '../../messages/item';

const text = item.result;
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
    if (!conflict || !error.details) return setTrouble(troubleOf(error));
    // What the app gives with this refusal; from here a second save knows what it replaces.
    const theirs = error.details as GivenResult;
    setRev(theirs.rev);
    setTrouble({ message: fill(text.conflict, { result: text[theirs.result].title }) });
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
            <TextInput control={control} maxLength={TEXT_LIMIT} value={note} onChange={setNote} />
          )}
        </Field>
        {trouble ? <Failure trouble={trouble} title={text.failed} kept={item.kept} /> : null}
        <Inline space="space.100">
          <Button type="submit" appearance="primary" isLoading={saving}>
            {text.give}
          </Button>
          {onLeave ? (
            <Button appearance="subtle" onClick={onLeave}>
              {item.cancel}
            </Button>
          ) : null}
        </Inline>
      </Stack>
    </form>
  );
}
