// A short word on a coloured ground.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';

export type LozengeLook = 'default' | 'half' | 'success';

const LOOKS: Record<LozengeLook, CSSProperties> = {
  default: { backgroundColor: token('color.background.neutral'), color: token('color.text') },
  half: {
    backgroundColor: token('color.background.warning'),
    color: token('color.text.warning'),
  },
  success: {
    backgroundColor: token('color.background.success'),
    color: token('color.text.success'),
  },
};

export const Lozenge = ({ look, children }: { look: LozengeLook; children: string }) => (
  <span
    style={{
      ...LOOKS[look],
      font: token('font.body.small'),
      fontWeight: token('font.weight.medium'),
      padding: `${token('space.025')} ${token('space.075')}`,
      borderRadius: token('radius.small', '4px'),
      maxWidth: '100%',
      overflowWrap: 'anywhere',
    }}
  >
    {children}
  </span>
);
