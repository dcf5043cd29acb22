import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { speak, textLanguage, words, type Translation } from '../../static/src/words';

const early = words('some-page', {
  title: 'Title',
  nested: { one: '{count} item', other: '{count} items' },
  parts: ['By ', ' we expect '],
  kept: 'Kept',
});
// What a module keeps of a text that was loaded before its translation.
const { nested } = early;

const laid = (translation: Translation): void => speak('pl', translation);

test('a translation is laid over texts in place, and what it leaves out stays English', () => {
  expect(textLanguage()).toBe('en');
  laid({
    'some-page': { title: 'Tytuł', nested: { one: '{count} rzecz' }, parts: { 0: 'Przez ' } },
  });
  expect(textLanguage()).toBe('pl');
  expect(early).toMatchObject({ title: 'Tytuł', parts: ['Przez ', ' we expect '], kept: 'Kept' });
  expect(nested).toEqual({ one: '{count} rzecz', other: '{count} items' });
});

test('texts that are loaded later are translated when they are', () => {
  laid({ 'other-page': { part: { title: 'Tytuł' } } });
  expect(words('other-page.part', { title: 'Title' })).toEqual({ title: 'Tytuł' });
});

test('a language may have plural forms that English does not, and nothing else of its own', () => {
  laid({ 'some-page': { nested: { few: '{count} rzeczy' }, few: 'x', more: 'x', title: '' } });
  expect(nested).toHaveProperty('few', '{count} rzeczy');
  expect(early).not.toHaveProperty('few');
  expect(early).not.toHaveProperty('more');
  expect(early.title).not.toBe('');
});

test('whatever a file holds, texts stay texts and no key is added', () => {
  const key = fc.constantFrom('title', 'part', 'inner', 'other', '__proto__', 'constructor');
  const { tree } = fc.letrec<{ tree: Translation }>((tie) => ({
    tree: fc.dictionary(key, fc.oneof({ depthSize: 'small' }, fc.string(), tie('tree'))),
  }));
  fc.assert(
    fc.property(tree, (found) => {
      laid({ whole: found });
      const text = words('whole', { title: 'T', part: { inner: 'I' } });
      expect(Object.keys(text)).toEqual(['title', 'part']);
      expect([typeof text.title, typeof text.part.inner]).toEqual(['string', 'string']);
      expect(Object.keys(text.part)).toEqual(['inner']);
    }),
  );
});
