import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { advicePage } from './advice-page';

const FILE = 'docs/advice.md';

/** Without the blanks that the formatter puts into tables. */
const words = (text: string): string => text.replace(/[ -]+/g, ' ').replace(/\n+/g, '\n').trim();

test('docs/advice.md lists the hints of the table of advice (WRITE_DOCS=1 writes it)', () => {
  if (process.env['WRITE_DOCS'] === '1') writeFileSync(FILE, advicePage());
  expect(words(readFileSync(FILE, 'utf8'))).toBe(words(advicePage()));
});
