import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { documentOf } from '../../../local/data/document';

test('makes paragraphs of blocks, breaks of lines and a list of dashes', () => {
  expect(documentOf('One\ntwo\r\n\r\n- a\n- b')).toEqual({
    type: 'doc',
    version: 1,
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'One' },
          { type: 'hardBreak' },
          { type: 'text', text: 'two' },
        ],
      },
      { type: 'bulletList', content: [item('a'), item('b')] },
    ],
  });
});

test('gives null for text without content', () => {
  expect(documentOf(' \n\n\t')).toBeNull();
});

test('never makes an empty text node and keeps every word', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '-', ' ', '\n', '\u0000', 'ü') }),
      (text) => {
        const json = JSON.stringify(documentOf(text));
        expect(json).not.toContain('"text":""');
        const letters = (value: string) => value.match(/[aü]/g)?.length ?? 0;
        const kept = [...json.matchAll(/"text":"([^"]*)"/g)].map((match) => match[1]).join('');
        expect(letters(kept)).toBe(letters(text));
      },
    ),
  );
});

function item(text: string) {
  return {
    type: 'listItem',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  };
}
