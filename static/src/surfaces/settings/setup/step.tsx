// One line of the checklist: how it stands, what that means, and what can be done.
import type { ReactNode } from 'react';
import Heading from '@atlaskit/heading';
import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import { messages } from '../../../messages';

const text = messages.settings.setup.standing;

export type Standing = keyof typeof text;

const LOOKS: Record<Standing, ThemeAppearance> = {
  done: 'success',
  open: 'moved',
  off: 'default',
  unknown: 'default',
};

interface StepProps {
  title: string;
  /** Absent while Jira is being asked. */
  standing: Standing | undefined;
  children: ReactNode;
}

export function Step({ title, standing, children }: StepProps) {
  return (
    <li
      style={{
        borderTop: `1px solid ${token('color.border')}`,
        paddingBlock: token('space.150'),
        margin: 0,
      }}
    >
      <Stack space="space.100">
        <Inline space="space.100" alignBlock="center" shouldWrap>
          <Heading as="h3" size="xsmall">
            {title}
          </Heading>
          {standing ? <Lozenge appearance={LOOKS[standing]}>{text[standing]}</Lozenge> : null}
        </Inline>
        {children}
      </Stack>
    </li>
  );
}
