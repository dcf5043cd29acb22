// Body text and small print of the tab.
import type { ReactNode } from 'react';
import { token } from '@atlaskit/tokens';

export const Words = ({ children }: { children: ReactNode }) => (
  <p style={{ font: token('font.body'), margin: 0, overflowWrap: 'anywhere' }}>{children}</p>
);

/** Said beside the numbers; `faint` where it hardly matters. */
export const Small = ({ children, faint = false }: { children: ReactNode; faint?: boolean }) => (
  <p
    style={{
      font: token('font.body.small'),
      color: faint ? token('color.text.subtlest') : token('color.text.subtle'),
      margin: 0,
      overflowWrap: 'anywhere',
    }}
  >
    {children}
  </p>
);
