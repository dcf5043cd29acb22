// The options of `npm run bench`: all of them are read before anything is measured.
import { expect, test } from '@jest/globals';
import { renewed } from '../../bench/page';
import { OptionsError, parseOptions, SECTIONS } from '../../bench/options';

/** The first line of the refusal; the help stands below it. */
function refusalOf(...args: string[]): string {
  try {
    parseOptions(args);
  } catch (error) {
    if (error instanceof OptionsError) return error.message.split('\n')[0] ?? '';
    throw error;
  }
  return 'taken';
}

test('without options every section runs at its three sizes', () => {
  expect(parseOptions([])).toEqual({
    only: [...SECTIONS],
    issues: [10_000, 100_000, 1_000_000],
    scan: [10_000, 100_000, 1_000_000],
    help: false,
  });
});

test('sections and sizes are listed with commas or by naming the option again', () => {
  const options = parseOptions([
    '--only',
    'counted,listed',
    '--issues',
    '10000,1000000',
    '--issues',
    '20000',
  ]);
  expect(options.only).toEqual(['counted', 'listed']);
  expect(options.issues).toEqual([10_000, 1_000_000, 20_000]);
});

test('what cannot be used is named with what could be', () => {
  expect(refusalOf('--issues', '100')).toMatch(/^--issues takes numbers from 10000: a smaller/);
  expect(refusalOf('--issues', '2000000')).toBe('--issues takes numbers up to 1000000.');
  expect(refusalOf('--issues', 'many')).toMatch(/^--issues takes whole numbers/);
  expect(refusalOf('--scan', '10')).toMatch(/^--scan takes numbers from 1500: /);
  expect(refusalOf('--only', 'listed,speed')).toBe(
    '--only takes scan, backlog, listed, counted, first.',
  );
  expect(refusalOf('--only', '')).toMatch(/^--only takes /);
  expect(refusalOf('--size', '3')).toContain('--size');
});

test('a section that was measured takes the place of the old one, the others stay', () => {
  const titles = ['One', 'Two', 'Three'];
  const first = renewed(
    '',
    titles,
    new Map([
      ['Three', 'c'],
      ['One', 'a\n\n### 10 items\n\nb'],
    ]),
  );
  expect(first.split('\n## ').slice(1)).toEqual([
    'One\n\na\n\n### 10 items\n\nb\n',
    'Three\n\nc\n',
  ]);
  const second = renewed(
    first,
    titles,
    new Map([
      ['Two', 'new'],
      ['Three', 'also new'],
    ]),
  );
  expect(second.split('\n## ').slice(1)).toEqual([
    'One\n\na\n\n### 10 items\n\nb\n',
    'Two\n\nnew\n',
    'Three\n\nalso new\n',
  ]);
});
