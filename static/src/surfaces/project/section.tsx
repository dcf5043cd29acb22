// A titled part of a tab.
import { useId, type ReactNode } from 'react';
import Heading from '@atlaskit/heading';
import { Stack } from '@atlaskit/primitives/compiled';
import { CARD } from '../../components/card';
import { token } from '@atlaskit/tokens';

/** `level` is that of the heading in the page's outline. */
export function Section({
  title,
  level = 'h2',
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
        <Heading size="small" as={level} id={id}>
          {title}
        </Heading>
        {children}
      </Stack>
    </section>
  );
}
