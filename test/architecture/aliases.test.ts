import { expect, test } from '@jest/globals';
import { ALIASES, PROPERTY_KEYS } from '../../src/contract/properties';
import { manifest } from './manifest';

const indexed = manifest.modules['jira:entityProperty'];
const names = indexed.flatMap(({ values }) => values.map(({ searchAlias }) => searchAlias));

test('the manifest indexes exactly the paths that the contract has aliases for', () => {
  const declared = Object.fromEntries(
    indexed.map(({ propertyKey, values }) => [
      propertyKey,
      Object.fromEntries(values.map(({ path, searchAlias }) => [path, searchAlias])),
    ]),
  );
  const wanted = Object.fromEntries(
    Object.entries(ALIASES).map(([name, aliases]) => [
      PROPERTY_KEYS[name as keyof typeof ALIASES],
      aliases,
    ]),
  );
  expect(declared).toEqual(wanted);
});

test('no alias is given twice, in whatever case', () => {
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
});
