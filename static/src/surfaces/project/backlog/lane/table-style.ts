// How the tables of the lane look: as the kill list does.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';

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

const QUIET: CSSProperties = {
  font: token('font.body.small'),
  color: token('color.text.subtlest'),
};

export const SMALL: CSSProperties = { ...QUIET, display: 'block' };

/** Takes back the wide margin that css-reset puts above a caption. */
export const CAPTION: CSSProperties = {
  ...QUIET,
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
