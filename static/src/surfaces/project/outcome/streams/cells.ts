// How the cells of the tables of streams look.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';

export const CELL: CSSProperties = {
  padding: `${token('space.075')} ${token('space.100')}`,
  borderBottom: `1px solid ${token('color.border')}`,
  textAlign: 'end',
  whiteSpace: 'nowrap',
  fontVariantNumeric: 'tabular-nums',
};
export const HEAD: CSSProperties = {
  ...CELL,
  font: token('font.body.small'),
  fontWeight: token('font.weight.semibold'),
  color: token('color.text.subtle'),
  whiteSpace: 'normal',
  verticalAlign: 'bottom',
};
export const NAME: CSSProperties = {
  textAlign: 'start',
  whiteSpace: 'normal',
  fontWeight: 'inherit',
  minWidth: '9em',
  overflowWrap: 'anywhere',
  paddingInlineStart: 0,
};
