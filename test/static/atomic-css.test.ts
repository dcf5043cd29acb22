import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sortAtomicCss } from '../../static/tools/atomic-css.mts';

const declarations = (css: string): string[] =>
  [...css.matchAll(/[{;]\s*([\w-]+\s*:\s*[^;{}]+?)\s*(?=[;}])/g)].map(([, text]) => text ?? '');

test('a shorthand comes before the longhands that it would reset', () => {
  const css =
    '._aaaabbbb{font-weight:653}._ccccdddd{border-color:red}._eeeeffff{font:x}._gggghhhh{border:0}';
  expect(declarations(sortAtomicCss(css))).toEqual([
    'font:x',
    'border:0',
    'border-color:red',
    'font-weight:653',
  ]);
});

test('pressed wins over hovered, hovered over focused, focused over no state', () => {
  const css =
    '._aaaabbbb:active{color:d}._aaaacccc:hover{color:c}._aaaadddd:focus{color:b}._aaaaeeee{color:a}';
  expect(declarations(sortAtomicCss(css))).toEqual(['color:a', 'color:b', 'color:c', 'color:d']);
});

test('a state inside :not() is not a state of the rule', () => {
  const css = '._aaaabbbb:not(:active){color:a}._aaaacccc:hover{color:b}';
  expect(declarations(sortAtomicCss(css))).toEqual(['color:a', 'color:b']);
});

test('plain rules come first, then atoms, then media queries from narrow to wide', () => {
  const css =
    '@media (min-width:64rem){._aaaabbbb{color:d}}@media (min-width:48rem){._aaaabbbb{color:c}}' +
    '._aaaacccc{color:b}body{color:a}';
  expect(declarations(sortAtomicCss(css))).toEqual(['color:a', 'color:b', 'color:c', 'color:d']);
});

test('a rule that came with several packages is kept once', () => {
  const css =
    '._aaaabbbb{color:a}@media print{._aaaabbbb{color:b}}._aaaabbbb{color:a}@media print{._aaaabbbb{color:b}}';
  expect(declarations(sortAtomicCss(css))).toEqual(['color:a', 'color:b']);
});

test('sorting a sorted sheet changes nothing', () => {
  const property = fc.constantFrom('font', 'font-weight', 'border', 'border-top', 'color', 'all');
  const state = fc.constantFrom('', ':hover', ':focus', ':active');
  const rule = fc
    .tuple(property, state, fc.integer({ min: 10_000_000, max: 99_999_999 }))
    .map(([name, when, id]) => `._${id}${when}{${name}:v${id}}`);
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 30 }), (rules) => {
      const once = sortAtomicCss(rules.join(''));
      expect(sortAtomicCss(once)).toBe(once);
    }),
  );
});
