import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { literally } from '../../src/domain/pattern';

test('a text as a pattern finds just this text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, other) => {
      const found = new RegExp(`^${literally(text)}$`);
      expect(found.test(text)).toBe(true);
      expect(found.test(other)).toBe(text === other);
    }),
  );
  expect(literally('a.b*c')).toBe('a\\.b\\*c');
});
