// axe does not look at the contrast of drawings, so it is computed from the themes' style sheets.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import {
  BAND_COLOR,
  COVERAGE_COLOR,
  LABEL_COLOR,
  SURFACE_COLOR,
} from '../../../static/src/surfaces/project/charts/palette';

const find = createRequire(__filename);

const themeText = (theme: string): string =>
  readFileSync(
    find.resolve(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${theme}`),
    'utf8',
  );

/** The opaque colour that a `var(--ds-…)` has in a theme. */
function colorIn(theme: string, color: string): string {
  const name = /--ds-[\w-]+/.exec(color)?.[0] ?? 'no variable';
  const hex = new RegExp(`${name}: *(#[0-9A-Fa-f]{6});`).exec(theme)?.[1];
  if (!hex) throw new Error(`No opaque colour for ${color}`);
  return hex;
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const [low = 0, high = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test.each(['light', 'dark'])('marks reach 3:1 and labels 4.5:1 on the %s surface', (name) => {
  const theme = themeText(name);
  const surface = colorIn(theme, SURFACE_COLOR);
  const marks = [...Object.values(BAND_COLOR), ...Object.values(COVERAGE_COLOR)];
  for (const mark of marks)
    expect(contrast(colorIn(theme, mark), surface)).toBeGreaterThanOrEqual(3);
  expect(contrast(colorIn(theme, LABEL_COLOR), surface)).toBeGreaterThanOrEqual(4.5);
});

test('no two parts of one bar share a colour', () => {
  expect(new Set(Object.values(BAND_COLOR)).size).toBe(Object.keys(BAND_COLOR).length);
  expect(new Set(Object.values(COVERAGE_COLOR)).size).toBe(Object.keys(COVERAGE_COLOR).length);
});

test.each(['light', 'dark'])(
  'neighbours in a bar differ by 3:1, or the line between them does from both, in the %s theme',
  (name) => {
    const theme = themeText(name);
    const line = colorIn(theme, SURFACE_COLOR);
    for (const colors of [Object.values(BAND_COLOR), Object.values(COVERAGE_COLOR)])
      for (const [at, color] of colors.slice(0, -1).entries()) {
        const pair = [color, colors[at + 1] ?? color].map((one) => colorIn(theme, one));
        const apart = contrast(pair[0] ?? '', pair[1] ?? '') >= 3;
        const lined = pair.every((one) => contrast(one, line) >= 3);
        expect(apart || lined).toBe(true);
      }
  },
);
