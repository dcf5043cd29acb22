// One line of the checklist: how it stands, what that means, and what can be done.
import type { ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import { messages } from '../../../messages';
import { goToSection } from '../section-frame';

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
  /** The section of this page where it is changed. */
  way?: { to: string; text: string };
  children: ReactNode;
}

export function Step({ title, standing, way, children }: StepProps) {
  return (
    <li
      style={{
        borderTop: `1px solid ${token('color.border')}`,
        paddingBlock: token('space.150'),
        margin: 0,
      }}
    >
      <Stack space="space.100">
        <Inline space="space.100" spread="space-between" alignBlock="center" shouldWrap>
          <Inline space="space.100" alignBlock="center" shouldWrap>
            <Heading as="h3" size="xsmall">
              {title}
            </Heading>
            {standing ? <Lozenge appearance={LOOKS[standing]}>{text[standing]}</Lozenge> : null}
          </Inline>
          {way ? (
            <Button appearance="subtle" spacing="compact" onClick={() => goToSection(way.to)}>
              {way.text}
            </Button>
          ) : null}
        </Inline>
        {children}
      </Stack>
    </li>
  );
}
