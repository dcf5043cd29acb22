// What comes from outside is read in one way.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join(folder, file));

test('only readBy asks a schema whether a value fits: asked directly, it may throw', () => {
  const asking = ['src', 'static/src']
    .flatMap(sources)
    .filter((file) => readFileSync(file, 'utf8').includes('.safeParse('));
  expect(asking).toEqual([path.join('src', 'contract', 'read-by.ts')]);
});
