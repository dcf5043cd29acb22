import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { wordsIn } from './words-of-pages';

test('no page says anything that is not among the translatable texts', () => {
  const files = readdirSync('static/src', { recursive: true, encoding: 'utf8' });
  const found = files
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => wordsIn(`static/src/${file}`).map((word) => `${file}: ${word}`));
  expect(found).toEqual([]);
});

test('text between tags, in expressions and in attributes that are read out is found', () => {
  const page = `
    const a = <p title="Two words" className="not a word">One {text.one} – 2</p>;
    const b = <p aria-label={yes ? 'Three' : text.no}>{no && 'Four'}{\`Five \${n}\`}{'x'}</p>;
  `;
  expect(wordsIn('page.tsx', page)).toEqual(['Two words', 'One', 'Three', 'Four', 'Five ']);
});
