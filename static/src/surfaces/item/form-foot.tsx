// What ends the form: save, save as it is, cancel; and whether the draft is kept.
import { Button } from '../../components/button';
import { SMALL } from '../../components/field';
import { Inline, Stack } from '../../components/layout';
import { item as text } from '../../messages/item';
import type { DraftState } from './draft-keeper';

interface FormFootProps {
  saving: boolean;
  draft: DraftState;
  /** Null where nothing is missing. */
  onHalf: (() => void) | null;
  /** Null where there is no saved answer to go back to. */
  onCancel: (() => void) | null;
}

export function FormFoot({ saving, draft, onHalf, onCancel }: FormFootProps) {
  return (
    <Stack space="space.075">
      <Inline space="space.100">
        <Button type="submit" appearance="primary" isLoading={saving}>
          {text.save}
        </Button>
        {onHalf ? (
          <Button onClick={onHalf} isDisabled={saving}>
            {text.saveHalf}
          </Button>
        ) : null}
        {onCancel ? (
          <Button appearance="subtle" onClick={onCancel} isDisabled={saving}>
            {text.cancel}
          </Button>
        ) : null}
      </Inline>
      <span style={SMALL}>
        {text.keys}
        {draft === 'quiet' || draft === 'rival' ? null : ` ${text.draft[draft]}.`}
      </span>
    </Stack>
  );
}
