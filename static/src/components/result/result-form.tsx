// The questions with their button, what went wrong, and what somebody else said meanwhile.
import { useEffect, useRef } from 'react';
import { Button } from '../button';
import { Failure } from '../failure';
import { firstInvalid } from '../field';
import { Inline, Stack } from '../layout';
import { result as text } from '../../messages/result';
import { isLater, type AskedBet } from './result-draft';
import { ResultQuestions } from './result-questions';
import { ResultRival } from './result-rival';
import type { NameOf } from './said-words';
import type { ResultForm as Form } from './form-state';

interface ResultFormProps {
  form: Form;
  bet: AskedBet;
  nameOf: NameOf;
  /** Null where the form can't be left. */
  onLeave: (() => void) | null;
}

/** Ctrl+Enter saves, Esc leaves. */
export function ResultForm({ form, bet, nameOf, onLeave }: ResultFormProps) {
  const { draft, errors, trouble, rival, isSaving, change, save, keepTheirs } = form;
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const element = place.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        void save();
      } else if (event.key === 'Escape') onLeave?.();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [save, onLeave]);
  useEffect(() => {
    if (Object.keys(errors).length > 0) firstInvalid(place.current)?.focus();
  }, [errors]);
  return (
    <form
      ref={place}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack space="space.150">
        <ResultQuestions
          bet={bet}
          draft={draft}
          errors={errors}
          readOnly={isSaving}
          onChange={change}
        />
        {trouble ? <Failure trouble={trouble} title={text.failed} kept={text.kept} /> : null}
        {rival ? (
          <ResultRival
            theirs={rival.theirs}
            nameOf={nameOf}
            isSaving={isSaving}
            onTheirs={keepTheirs}
            onMine={() => void save()}
          />
        ) : (
          <Inline space="space.100">
            <Button type="submit" appearance="primary" isLoading={isSaving}>
              {isLater(draft) ? text.saveDate : text.save}
            </Button>
            {onLeave ? (
              <Button appearance="subtle" onClick={onLeave}>
                {text.cancel}
              </Button>
            ) : null}
          </Inline>
        )}
      </Stack>
    </form>
  );
}
