import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { typedNumber } from '../../src/domain/typed-number';

const of = (text: string) => {
  const read = typedNumber(text);
  return read.kind === 'number' ? read.value : read.kind;
};

test.each([
  ['2.4', 2.4],
  ['2,4', 2.4],
  [' 12 ', 12],
  ['-0.5', -0.5],
  ['\u22123', -3],
  ['+.25', 0.25],
  ['0,234', 0.234],
  ['1234,567', 1234.567],
  ['1.234', 1.234],
  ['1.0E7', 10_000_000],
])('%s is the number %d', (text, value) => {
  expect(of(text)).toBe(value);
});

test.each(['1,234', '-12,345', '999,000'])('%s can be read in two ways', (text) => {
  expect(of(text)).toBe('two-ways');
});

test.each([
  '',
  ' ',
  'soon',
  '2.4 %',
  '1 234',
  '1,234.5',
  '1.234,5',
  '1,2,3',
  '1.2.3',
  '0x10',
  'NaN',
  'Infinity',
  '1e999',
  '2,4e3',
  '{{issue.number}}',
  '--1',
  ',',
  '.',
])('%j is no number', (text) => {
  expect(of(text)).toBe('not-a-number');
});

test('every number is read back from the text that a program prints', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(of(String(value)) === value || Object.is(value, -0)).toBe(true);
    }),
  );
});

test('whatever is read as a number has digits and no second meaning', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[-+]?[0-9.,eE ]{0,9}$/), (text) => {
      if (typedNumber(text).kind !== 'number') return;
      expect(text).toMatch(/\d/);
      expect(text.replace(/[^.,]/g, '').length).toBeLessThanOrEqual(1);
    }),
  );
});
