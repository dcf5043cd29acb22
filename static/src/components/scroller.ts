// A part that scrolls sideways, with a shade at each edge behind which there is more.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';

const surface = token('elevation.surface');
const shade = token('color.border');

// The covers move with what is inside and lie over the shades where it ends.
export const SCROLLER: CSSProperties = {
  overflowX: 'auto',
  background: [
    `linear-gradient(to right, ${surface} 50%, transparent) left / 32px 100% no-repeat local`,
    `linear-gradient(to left, ${surface} 50%, transparent) right / 32px 100% no-repeat local`,
    `linear-gradient(to right, ${shade}, transparent) left / 12px 100% no-repeat scroll`,
    `linear-gradient(to left, ${shade}, transparent) right / 12px 100% no-repeat scroll`,
  ].join(', '),
};
