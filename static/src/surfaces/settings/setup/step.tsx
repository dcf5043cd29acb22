// One line of the checklist: how it stands, what that means, and what can be done.
import type { ReactNode } from 'react';
import Heading from '@atlaskit/heading';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import { Button } from '../../../components/button';
import { Lozenge, type LozengeLook } from '../../../components/lozenge';
import { messages } from '../../../messages';
import { goToSection } from '../section-frame';

const text = messages.settings.setup.standing;

export type Standing = keyof typeof text;

const LOOKS: Record<Standing, LozengeLook> = {
  done: 'success',
  open: 'half',
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
            {standing ? <Lozenge look={LOOKS[standing]}>{text[standing]}</Lozenge> : null}
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
