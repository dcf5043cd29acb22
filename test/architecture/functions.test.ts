import { expect, test } from '@jest/globals';
import { exportsOf, manifest, namedFunctions } from './manifest';

const functions = manifest.modules.function;

test('the manifest names exactly the handlers that src/index.ts exports', () => {
  const handlers = functions.map(({ handler }) => handler);
  expect(handlers.sort()).toEqual(
    exportsOf('src/index.ts')
      .map((name) => `index.${name}`)
      .sort(),
  );
});

test('every function is used by a module and every used function is declared', () => {
  const used = new Set(namedFunctions(manifest.modules));
  expect([...used].sort()).toEqual(functions.map(({ key }) => key).sort());
});
