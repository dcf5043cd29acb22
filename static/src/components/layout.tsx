// Plain boxes and text by tokens: below each other, beside each other, and how words look.
import type { CSSProperties, ElementType, ReactNode } from 'react';
import { token } from '@atlaskit/tokens';

const GAPS = {
  'space.025': token('space.025'),
  'space.050': token('space.050'),
  'space.075': token('space.075'),
  'space.100': token('space.100'),
  'space.150': token('space.150'),
  'space.200': token('space.200'),
} as const;

interface LayoutProps {
  space: keyof typeof GAPS;
  children: ReactNode;
}

interface StackProps extends LayoutProps {
  /** Children as narrow as they are, at the start of the line. */
  alignInline?: 'start';
}

/** Children below each other. */
export const Stack = ({ space, alignInline, children }: StackProps) => (
  <div
    style={{
      display: 'flex',
      flexDirection: 'column',
      gap: GAPS[space],
      alignItems: alignInline ?? 'stretch',
      minWidth: 0,
    }}
  >
    {children}
  </div>
);

/** Children beside each other, on as many lines as they need. */
export const Inline = ({ space, children }: LayoutProps) => (
  <div style={{ display: 'flex', flexWrap: 'wrap', gap: GAPS[space], alignItems: 'center' }}>
    {children}
  </div>
);

// Both name the weight, which `font` sets too, so that a text may change from one to the other.
const PLAIN: CSSProperties = {
  font: token('font.body'),
  fontWeight: token('font.weight.regular'),
  margin: 0,
  overflowWrap: 'anywhere',
};
const MEDIUM: CSSProperties = { ...PLAIN, fontWeight: token('font.weight.medium') };

interface TextProps {
  as?: ElementType;
  weight?: 'medium';
  children: ReactNode;
}

/** Body text; a span unless `as` says otherwise. */
export const Text = ({ as: Element = 'span', weight, children }: TextProps) => (
  <Element style={weight ? MEDIUM : PLAIN}>{children}</Element>
);
