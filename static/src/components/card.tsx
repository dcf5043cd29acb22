// A bordered box on the page.
import type { CSSProperties, ReactNode } from 'react';
import { token } from '@atlaskit/tokens';

export const CARD: CSSProperties = {
  border: `1px solid ${token('color.border')}`,
  borderRadius: token('radius.large', '8px'),
  padding: token('space.150'),
  backgroundColor: token('elevation.surface'),
};

export const Card = ({ children }: { children: ReactNode }) => <div style={CARD}>{children}</div>;
