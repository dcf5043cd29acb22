// A section of the settings: heading, one sentence, content, and its own save.
import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import { token } from '@atlaskit/tokens';
import { CARD } from '../../components/card';
import { Failure } from '../../components/failure';
import { messages } from '../../messages';
import type { Section } from './use-section';

const text = messages.settings;

interface SectionFrameProps {
  id: string;
  title: string;
  text: string;
  children: ReactNode;
}

export function SectionFrame({ id, title, text: sentence, children }: SectionFrameProps) {
  return (
    <section aria-labelledby={id} style={{ ...CARD, padding: token('space.250') }}>
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

interface ConflictProps {
  /** What the other person saved, in words. */
  theirs: ReactNode;
  onSaveMine: () => void;
  onTakeTheirs: () => void;
}

/** Somebody else saved the same thing: the reader chooses. */
export function SettingsConflict({ theirs, onSaveMine, onTakeTheirs }: ConflictProps) {
  return (
    <div role="alert">
      <SectionMessage appearance="warning" title={text.conflict.title}>
        <Stack space="space.100">
          <Text as="p">{text.conflict.text}</Text>
          {theirs}
          <Inline space="space.100" shouldWrap>
            <Button onClick={onTakeTheirs}>{text.conflict.takeTheirs}</Button>
            <Button onClick={onSaveMine}>{text.conflict.saveMine}</Button>
          </Inline>
        </Stack>
      </SectionMessage>
    </div>
  );
}

interface SectionSaveProps<T> {
  section: Section<T>;
  /** The other person's values of this section, in words. */
  describe: (theirs: NonNullable<Section<T>['theirs']>) => string[];
}

/** The foot of a section: unsaved changes are visible, and saved ones too. */
export function SectionSave<T>({ section, describe }: SectionSaveProps<T>) {
  const { dirty, saving, saved, theirs } = section;
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
      {theirs ? (
        <SettingsConflict
          theirs={
            <ul>
              {describe(theirs).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          }
          onSaveMine={section.save}
          onTakeTheirs={section.discard}
        />
      ) : null}
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Button appearance="primary" onClick={section.save} isLoading={saving} isDisabled={!dirty}>
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
    </Stack>
  );
}
