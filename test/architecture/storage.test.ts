import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ENTITIES, INDEXES, keys } from '../../src/adapters/storage/keys';
import { manifest } from './manifest';

const { entities } = manifest.app.storage;

/** https://developer.atlassian.com/platform/forge/storage-reference/storage-api/#storing-data */
const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s-]{1,500}$/;

test('the manifest declares exactly the entities that the app names', () => {
  expect(entities.map(({ name }) => name).sort()).toEqual(Object.values(ENTITIES).sort());
});

test('every index that the app reads by is declared', () => {
  const declared = new Set(entities.flatMap(({ indexes }) => indexes.map(({ name }) => name)));
  expect(Object.values(INDEXES).filter((name) => !declared.has(name))).toEqual([]);
});

test.each(entities)(
  'the indexes of $name are made of its attributes',
  ({ attributes, indexes }) => {
    const used = indexes.flatMap(({ partition, range }) => [...partition, ...range]);
    expect(used.filter((name) => !(name in attributes))).toEqual([]);
  },
);

test.each(entities)('no two indexes of $name share a name', ({ indexes }) => {
  expect(new Set(indexes.map(({ name }) => name)).size).toBe(indexes.length);
});

test('keys keep to the characters that Forge storage takes', () => {
  const id = fc.nat().map(String);
  const uuid = fc.uuid();
  fc.assert(
    fc.property(id, uuid, fc.nat({ max: 4_102_444_800_000 }), (number, unique, at) => {
      const made = [
        keys.settings(number),
        keys.answer(number),
        keys.result(number),
        keys.pass(number),
        keys.draft(`712020:${unique}`, number),
        keys.hints(`712020:${unique}`, number),
        keys.signals(`712020:${unique}`, number),
        keys.sortRules(`712020:${unique}`, number),
        keys.act(number, at, unique),
        keys.reading(unique, '2026-11-02'),
        keys.signature(unique, `712020:${unique}`),
        keys.scan(number),
        keys.snapshot(number, '2026-11-02'),
      ];
      for (const key of made) expect(key).toMatch(KEY);
    }),
  );
});

test('notes of two people, two items or two kinds never share a key', () => {
  const owner = fc.oneof(fc.uuid(), fc.stringMatching(/^[0-9]{1,6}:[a-f0-9-]{1,20}$/));
  fc.assert(
    fc.property(owner, owner, fc.nat(), fc.nat(), (a, b, one, other) => {
      const same = a === b && one === other;
      expect(keys.draft(a, String(one)) === keys.draft(b, String(other))).toBe(same);
      expect(keys.hints(a, String(one)) === keys.hints(b, String(other))).toBe(same);
      expect(keys.draft(a, String(one))).not.toBe(keys.hints(b, String(other)));
      expect(keys.draft(a, String(one))).not.toBe(keys.answer(String(other)));
    }),
  );
});

test('acts of a project sort by time', () => {
  const moment = fc.nat({ max: 4_102_444_800_000 });
  fc.assert(
    fc.property(moment, moment, (a, b) => {
      expect(keys.act('1', a, 'x') < keys.act('1', b, 'x')).toBe(a < b);
    }),
  );
});
