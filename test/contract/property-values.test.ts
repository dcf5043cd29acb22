// A few thousand values of Ladder's properties; at night there are a million (test/nightly).
import { expect, test } from '@jest/globals';
import { canonical } from '../../src/contract/properties';
import { tryValues } from './property-values';

test('no value of a property makes reading it throw, or is lost to what Ladder writes', async () => {
  const counts = await tryValues(20_261_102, 2_000, 8);
  expect([...counts.keys()].sort()).toEqual(['changed', 'deep', 'foreign', 'newer', 'valid']);
});

test('text to compare is the same whatever the order of the keys, and another for another value', () => {
  expect(canonical({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe(
    '{"b":[1,{"c":"x","d":null}]}',
  );
  expect(canonical({ b: 1, a: [] })).toBe(canonical(JSON.parse('{"a":[],"b":1}')));
  expect([undefined, null, [undefined], {}, 'a"b'].map(canonical)).toEqual([
    ...['null', 'null', '[null]', '{}', '"a\\"b"'],
  ]);
});
