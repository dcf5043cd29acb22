// How tables look.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import { SMALL } from './field';

export const CELL: CSSProperties = {
  padding: `${token('space.100')} ${token('space.200')} ${token('space.100')} 0`,
  borderBottom: `1px solid ${token('color.border')}`,
  textAlign: 'start',
  verticalAlign: 'top',
  fontWeight: 'inherit',
  overflowWrap: 'anywhere',
};

export const HEAD: CSSProperties = {
  ...CELL,
  font: token('font.body.small'),
  fontWeight: token('font.weight.semibold'),
  color: token('color.text.subtle'),
};

/** Small text on a line of its own. */
export const SMALL_BLOCK: CSSProperties = { ...SMALL, display: 'block' };

/** Takes back the wide margin that css-reset puts above a caption. */
export const CAPTION: CSSProperties = {
  ...SMALL,
  margin: 0,
  paddingBlockEnd: token('space.050'),
  textAlign: 'start',
};

/** Takes back the thick lines that css-reset draws. */
export const PLAIN: CSSProperties = { border: 'none' };

export const TABLE: CSSProperties = {
  width: '100%',
  tableLayout: 'fixed',
  borderCollapse: 'collapse',
  margin: 0,
};

/** A checkbox that is large enough to be hit. */
export const BOX: CSSProperties = {
  width: '20px',
  height: '20px',
  margin: '2px',
  accentColor: token('color.background.selected.bold'),
};
