import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { endpointsPage } from './endpoints-page';

const FILE = 'docs/endpoints.md';

/** Without the blanks that the formatter puts into tables. */
const words = (text: string): string => text.replace(/[ -]+/g, ' ').replace(/\n+/g, '\n').trim();

test('docs/endpoints.md lists the calls of the endpoint table (WRITE_DOCS=1 writes it)', () => {
  if (process.env['WRITE_DOCS'] === '1') writeFileSync(FILE, endpointsPage());
  expect(words(readFileSync(FILE, 'utf8'))).toBe(words(endpointsPage()));
});
