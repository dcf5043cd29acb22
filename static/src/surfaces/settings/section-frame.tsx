// A section of the settings: heading, one sentence, content, and its own save.
import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import { CARD } from '../../components/card';
import { Failure } from '../../components/failure';
import { messages } from '../../messages';
import { SettingsConflict } from './conflict';
import type { Section } from './use-section';

const text = messages.settings;

interface SectionFrameProps {
  id: string;
  title: string;
  text: string;
  children: ReactNode;
}

/** Moves the reader to a section. */
export function goToSection(id: string): void {
  const section = document.getElementById(id)?.closest('section');
  section?.focus();
  section?.scrollIntoView({ block: 'start' });
}

export function SectionFrame({ id, title, text: sentence, children }: SectionFrameProps) {
  return (
    <section
      aria-labelledby={id}
      tabIndex={-1}
      style={{ ...CARD, padding: token('space.250'), outline: 'none' }}
    >
      <Stack space="space.200">
        <Stack space="space.050">
          <Heading as="h2" size="small" id={id}>
            {title}
          </Heading>
          <Text as="p" color="color.text.subtle">
            {sentence}
          </Text>
        </Stack>
        {children}
      </Stack>
    </section>
  );
}

/** A section's fields in words, for when two people changed them. */
export interface FieldWords<T> {
  label: (field: keyof T & string) => string;
  say: (form: T, field: keyof T & string) => string;
}

interface SectionSaveProps<T> extends FieldWords<T> {
  section: Section<T>;
}

/** The foot of a section: unsaved changes are visible, and saved ones too. */
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
    </Stack>
  );
}
