import { expect, test } from '@jest/globals';
import { withTokenVariables } from '../../static/tools/token-variables.mts';

test('a token of the sources becomes the variable that the theme sets', () => {
  expect(withTokenVariables("gap: token('space.100'),")).toBe("gap: 'var(--ds-space-100)',");
});

test('a fallback stays the fallback of the variable', () => {
  expect(withTokenVariables("token('radius.large', '8px')")).toBe("'var(--ds-radius-large, 8px)'");
});

test('inside a template and over several lines it is the same', () => {
  expect(withTokenVariables("`${token('space.050')} ${token(\n  'space.150',\n)}`")).toBe(
    "`${'var(--ds-space-050)'} ${'var(--ds-space-150)'}`",
  );
});

test('a name that is no token stops the build', () => {
  expect(() => withTokenVariables("token('space.101')")).toThrow(/space\.101/);
});

test('what only looks like it stays as it is', () => {
  const source = "betoken('space.100'); token(name); const token = 1;";
  expect(withTokenVariables(source)).toBe(source);
});
