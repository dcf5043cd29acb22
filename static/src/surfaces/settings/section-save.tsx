// The foot of a section: its own save, and who saved it last.
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import { Failure } from '../../components/failure';
import { messages } from '../../messages';
import { SettingsConflict } from './conflict';
import { SectionHistory } from './history/section-history';
import type { Section } from './use-section';

const text = messages.settings;

/** A section's fields in words, for when two people changed them. */
export interface FieldWords<T> {
  label: (field: keyof T & string) => string;
  say: (form: T, field: keyof T & string) => string;
}

interface SectionSaveProps<T> extends FieldWords<T> {
  section: Section<T>;
}

/** Unsaved changes are visible, and saved ones too. */
export function SectionSave<T extends object>({ section, label, say }: SectionSaveProps<T>) {
  const { dirty, saving, saved, conflict } = section;
  return (
    <Stack space="space.150">
      {section.trouble ? (
        <Failure
          trouble={section.trouble}
          title={text.failed}
          kept={text.kept}
          onRetry={section.save}
        />
      ) : null}
      {conflict ? (
        <SettingsConflict
          key={JSON.stringify(conflict.theirs)}
          {...conflict}
          yours={section.form}
          label={label}
          say={say}
          saving={saving}
          onSave={section.saveChosen}
          onTakeTheirs={section.discard}
        />
      ) : null}
      {conflict ? null : (
        <Inline space="space.100" alignBlock="center" shouldWrap>
          <Button
            appearance="primary"
            onClick={section.save}
            isLoading={saving}
            isDisabled={!dirty}
          >
            {text.save}
          </Button>
          {dirty ? (
            <>
              <Button appearance="subtle" onClick={section.discard}>
                {text.discard}
              </Button>
              <Text color="color.text.warning">● {text.unsaved}</Text>
            </>
          ) : null}
          {saved && !dirty ? <Text color="color.text.success">✓ {text.saved}</Text> : null}
        </Inline>
      )}
      <SectionHistory section={section} label={label} say={say} />
    </Stack>
  );
}
