// "Start anyway": one line of reason, and the item may pass the rule.
import { useEffect, useRef, useState } from 'react';
import type { GivenPass } from '../../../../src/contract/procedures';
import { Button } from '../../components/button';
import { Failure, troubleOf, type Trouble } from '../../components/failure';
import { Field } from '../../components/field';
import { TextInput } from '../../components/inputs';
import { Inline, Stack } from '../../components/layout';
import { useFormKeys } from '../../components/use-form-keys';
import { call, CallError } from '../../forge';
import { item } from '../../messages/item';

const text = item.start;

interface StartFormProps {
  itemId: string;
  onGiven: (pass: GivenPass) => void;
}

export function StartForm({ itemId, onGiven }: StartFormProps) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [saving, setSaving] = useState(false);
  const root = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isOpen) root.current?.querySelector('input')?.focus();
  }, [isOpen]);

  async function start(): Promise<void> {
    if (saving) return;
    if (!reason.trim()) {
      root.current?.querySelector('input')?.focus();
      return setError(text.reasonMissing);
    }
    setSaving(true);
    setError(undefined);
    setTrouble(null);
    try {
      onGiven(await call('start.anyway', { itemId, reason }));
    } catch (refusal) {
      const field = refusal instanceof CallError ? refusal.fields.reason : undefined;
      if (field) setError(field);
      else setTrouble(troubleOf(refusal));
      setSaving(false);
    }
  }

  useFormKeys(
    root,
    () => void start(),
    () => {
      if (!saving) setOpen(false);
    },
  );

  if (!isOpen)
    return (
      <Inline space="space.100">
        <Button spacing="compact" onClick={() => setOpen(true)}>
          {text.anyway}
        </Button>
      </Inline>
    );
  return (
    <form
      ref={root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <Stack space="space.075">
        <Field label={text.reason} help={text.reasonHelp} error={error}>
          {(control) => <TextInput control={control} value={reason} onChange={setReason} />}
        </Field>
        {trouble ? <Failure trouble={trouble} title={text.failed} kept={item.kept} /> : null}
        <Inline space="space.100">
          <Button type="submit" spacing="compact" isLoading={saving}>
            {text.anyway}
          </Button>
          <Button spacing="compact" appearance="subtle" onClick={() => setOpen(false)}>
            {text.cancel}
          </Button>
        </Inline>
      </Stack>
    </form>
  );
}
