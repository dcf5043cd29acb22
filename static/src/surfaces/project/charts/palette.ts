// Colours of the charts, as CSS variables: a theme switch needs no script. The bold family reaches
// 3:1 on the surface in both themes; labels stand beside the marks, because text on them would not.
import { token } from '@atlaskit/tokens';
import type { Band } from '../../../../../src/domain/band';

export const BAND_COLOR: Record<Band, string> = {
  moved: token('color.chart.blue.bold'),
  tested: token('color.chart.purple.bold'),
  run: token('color.chart.teal.bold'),
  waiting: token('color.chart.orange.bold'),
  unsorted: token('color.chart.gray.bold'),
};

export const COVERAGE_COLOR = {
  own: token('color.chart.blue.bold'),
  parent: token('color.chart.teal.bold'),
  run: token('color.chart.purple.bold'),
  half: token('color.chart.orange.bold'),
  none: token('color.chart.gray.bold'),
} as const;

export const SURFACE_COLOR: string = token('elevation.surface');
export const LABEL_COLOR: string = token('color.text.subtle');
