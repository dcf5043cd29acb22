// The frame of a form that is opened in place: what Jira or the app refused stands at its foot, then
// saving and leaving. The first field that is refused takes the focus.
import { useEffect, type ReactNode, type RefObject } from 'react';
import { Button } from './button';
import { Failure, type Trouble } from './failure';
import { firstInvalid } from './field';
import { Inline, Stack } from './layout';

interface EditFormProps {
  place: RefObject<HTMLFormElement>;
  /** What the form is called: words, or the id of a heading in it. */
  name: { words: string } | { headingId: string };
  /** Sentences by field; another object is another refusal. */
  errors: object;
  trouble: Trouble | null;
  isSaving: boolean;
  text: { save: string; cancel: string; failed: string; kept?: string };
  onSave: () => void;
  onLeave: () => void;
  /** Stands in the place of the buttons: something has to be decided first. */
  instead?: ReactNode;
  children: ReactNode;
}

export function EditForm(props: EditFormProps) {
  const { place, name, errors, trouble, isSaving, text, onSave, onLeave, instead = null } = props;
  const { failed, kept } = text;
  useEffect(() => {
    if (Object.keys(errors).length > 0) firstInvalid(place.current)?.focus();
  }, [errors, place]);
  return (
    <form
      ref={place}
      noValidate
      {...('words' in name ? { 'aria-label': name.words } : { 'aria-labelledby': name.headingId })}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSaving) onSave();
      }}
    >
      <Stack space="space.150">
        {props.children}
        {trouble ? (
          <Failure trouble={trouble} title={failed} {...(kept !== undefined && { kept })} />
        ) : null}
        {instead ?? (
          <Inline space="space.100">
            <Button type="submit" appearance="primary" isLoading={isSaving}>
              {text.save}
            </Button>
            <Button appearance="subtle" isDisabled={isSaving} onClick={onLeave}>
              {text.cancel}
            </Button>
          </Inline>
        )}
      </Stack>
    </form>
  );
}
