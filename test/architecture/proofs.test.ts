// How much is held for any input, not only for examples.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const propertiesIn = (folder: string): number =>
  readdirSync(path.join('test', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(path.join('test', folder, file), 'utf8'))
    .reduce((sum, text) => sum + [...text.matchAll(/\bfc\.(async)?property\(/gi)].length, 0);

test('there are at least forty properties of the domain, and ten of the adapters', () => {
  expect(propertiesIn('domain')).toBeGreaterThanOrEqual(40);
  expect(propertiesIn('adapters')).toBeGreaterThanOrEqual(10);
});
