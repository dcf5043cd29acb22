import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { documentOf, textOfDocument } from '../../src/contract/document';

test('text becomes paragraphs and is read back line by line', () => {
  const text = 'Ended by the forum.\nNobody asks for it';
  expect(documentOf(text).content).toHaveLength(2);
  expect(textOfDocument(documentOf(text))).toBe(text);
});

test('empty lines make no empty nodes, which Jira would refuse', () => {
  expect(documentOf(' a \n\n  \nb').content.map(({ content }) => content[0]?.text)).toEqual([
    'a',
    'b',
  ]);
});

test('anything may stand where a document is expected', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => typeof textOfDocument(value) === 'string'));
  expect(textOfDocument('plain')).toBe('');
});
