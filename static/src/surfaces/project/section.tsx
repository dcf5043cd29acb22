// A titled part of a tab.
import { useId, type ReactNode } from 'react';
import { CARD } from '../../components/card';
import { Stack } from '../../components/layout';
import { token } from '@atlaskit/tokens';

/** `level` is that of the heading in the page's outline. */
export function Section({
  title,
  level: Heading = 'h2',
  children,
}: {
  title: string;
  level?: 'h2' | 'h3';
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} style={{ ...CARD, padding: token('space.250'), minWidth: 0 }}>
      <Stack space="space.150">
        <Heading id={id} style={{ font: token('font.heading.small'), margin: 0 }}>
          {title}
        </Heading>
        {children}
      </Stack>
    </section>
  );
}
