// The questions with their button, what went wrong, and what somebody else said meanwhile.
import { useEffect, useRef } from 'react';
import { Button } from '../button';
import { Failure } from '../failure';
import { firstInvalid } from '../field';
import { Inline, Stack } from '../layout';
import { TypedNote } from '../typed-note';
import { useFormKeys } from '../use-form-keys';
import { result as text } from '../../messages/result';
import { isLater, type AskedBet } from './result-draft';
import { ResultQuestions } from './result-questions';
import { ResultLost } from './result-lost';
import { ResultRival } from './result-rival';
import type { NameOf } from './said-words';
import type { ResultForm as Form } from './form-state';

interface ResultFormProps {
  form: Form;
  bet: AskedBet;
  nameOf: NameOf;
  /** Null where the form can't be left. */
  onLeave: (() => void) | null;
  /** The item takes no result any more, and the reader has seen it. */
  onClose: () => void;
}

/** Ctrl+Enter saves, Esc leaves. */
export function ResultForm({ form, bet, nameOf, onLeave, onClose }: ResultFormProps) {
  const { draft, errors, trouble, lost, rival, isSaving, change, save, keepTheirs, drop } = form;
  const leave = onLeave
    ? () => {
        drop();
        onLeave();
      }
    : null;
  const place = useRef<HTMLFormElement>(null);
  useFormKeys(
    place,
    () => void save(),
    () => {
      if (!lost && !isSaving) leave?.();
    },
  );
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
        {form.isBack && !lost ? <TypedNote onStartOver={form.startOver} /> : null}
        <ResultQuestions
          bet={bet}
          draft={draft}
          errors={errors}
          readOnly={isSaving || lost !== null}
          onChange={change}
        />
        {trouble ? <Failure trouble={trouble} title={text.failed} kept={text.kept} /> : null}
        {lost ? (
          <ResultLost
            lost={lost}
            draft={draft}
            onClose={() => {
              drop();
              onClose();
            }}
          />
        ) : rival ? (
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
            {leave ? (
              <Button appearance="subtle" onClick={leave} isDisabled={isSaving}>
                {text.cancel}
              </Button>
            ) : null}
          </Inline>
        )}
      </Stack>
    </form>
  );
}
