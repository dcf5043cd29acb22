// A section of the settings: heading, one sentence, content.
import type { ReactNode } from 'react';
import Heading from '@atlaskit/heading';
import { Stack, Text } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import { CARD } from '../../components/card';

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
