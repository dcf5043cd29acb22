import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { knownWords, type Translation } from '../../static/src/words';
import { englishTexts, exportsOf, messageFiles } from './locales';

const ENGLISH = 'locales/en-US.json';
const GERMAN = 'locales/de-DE.json';

const read = (file: string): Translation => JSON.parse(readFileSync(file, 'utf8')) as Translation;

/** Texts by their whole key. */
const leavesOf = (part: string | Translation, path = ''): [string, string][] =>
  typeof part === 'string'
    ? [[path, part]]
    : Object.entries(part).flatMap(([key, inner]) =>
        leavesOf(inner, path === '' ? key : `${path}.${key}`),
      );

const holesIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

/** Names and examples that are the same in both languages. */
const SAME = new Set([
  'Backlog',
  'Enter',
  'Esc',
  'Filter',
  'Forum',
  'Ladder',
  'Name',
  'Person',
  'SaaS',
  'Sprints',
  'Status',
  'ladder-{key}-{day}.jsonl',
  'optional',
]);

test('every text of the pages can be translated: it has the name of its file', async () => {
  for (const file of messageFiles()) {
    const found = await exportsOf(file);
    const names = new Map([...knownWords()].map(([name, part]) => [part, name]));
    for (const [name, part] of Object.entries(found)) {
      const known = names.get(part as object);
      expect([`${file}: ${name}`, known?.split('.')[0]]).toEqual([`${file}: ${name}`, file]);
    }
  }
});

test('locales/en-US.json has the texts of the code (WRITE_DOCS=1 writes it)', async () => {
  const texts = await englishTexts();
  if (process.env['WRITE_DOCS'] === '1')
    writeFileSync(ENGLISH, `${JSON.stringify(texts, null, 2)}\n`);
  expect(read(ENGLISH)).toEqual(texts);
});

test('a translated text has a key that English has, its places to fill, and is not empty', () => {
  const english = new Map(leavesOf(read(ENGLISH)));
  for (const [key, text] of leavesOf(read(GERMAN))) {
    const plural = key.replace(/\.(zero|one|two|few|many)$/, '.other');
    const source = english.get(key) ?? english.get(plural);
    expect([key, source === undefined ? 'unknown' : 'known']).toEqual([key, 'known']);
    expect([key, text.trim() === '']).toEqual([key, false]);
    expect([key, holesIn(text)]).toEqual([key, holesIn(source ?? '')]);
  }
});

test('German has the plural forms that it needs wherever English has some', () => {
  const german = new Map(leavesOf(read(GERMAN)));
  const needed = new Intl.PluralRules('de').resolvedOptions().pluralCategories;
  for (const [key] of leavesOf(read(ENGLISH)).filter(([name]) => name.endsWith('.one'))) {
    const stem = key.replace(/\.one$/, '');
    if (!german.has(`${stem}.other`)) continue;
    const had = needed.filter((form) => german.has(`${stem}.${form}`));
    expect([stem, had]).toEqual([stem, needed]);
  }
});

test('every text is in German', () => {
  const german = new Map(leavesOf(read(GERMAN)));
  for (const [key, text] of leavesOf(read(ENGLISH))) {
    // What is only places and marks has no language.
    if (!/[A-Za-z]{2}/.test(text.replace(/\{\w+\}/g, '')) || SAME.has(text)) continue;
    expect([key, german.get(key) ?? 'missing']).not.toEqual([key, 'missing']);
    expect([key, german.get(key)]).not.toEqual([key, text]);
  }
});
