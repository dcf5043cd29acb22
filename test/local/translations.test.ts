import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readTranslations, translated } from '../../local/translations';

const MANIFEST = `
modules:
  jira:issueContext:
    - { key: one, title: Ladder, label: { i18n: words.goal } }
translations:
  resources:
    - { key: en-US, path: en-US.json }
    - { key: de-DE, path: de-DE.json }
  fallback: { default: en-US }
`;

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function app(texts: { english: unknown; german: unknown }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'ladder-words-'));
  folders.push(folder);
  writeFileSync(path.join(folder, 'en-US.json'), JSON.stringify(texts.english));
  writeFileSync(path.join(folder, 'de-DE.json'), JSON.stringify(texts.german));
  const manifest: unknown = parse(MANIFEST);
  const found = readTranslations(path.join(folder, 'manifest.yml'), manifest);
  if (!found) throw new Error('no translations');
  const label = (locale?: string) => JSON.stringify(translated(manifest, found, locale));
  return { found, label };
}

const GERMAN = { words: { goal: 'Ziel' } };
const ENGLISH = { words: { goal: 'Goal' } };

test('a key of the manifest is said in the language of the reader, else in the default', () => {
  const { label } = app({ english: ENGLISH, german: GERMAN });
  expect(label('de-DE')).toContain('"label":"Ziel"');
  expect(label('fr-FR')).toContain('"label":"Goal"');
  expect(label()).toContain('"label":"Goal"');
  expect(app({ english: ENGLISH, german: {} }).label('de-DE')).toContain('"label":"Goal"');
});

test('a key that the default language does not have is an error', () => {
  const { label } = app({ english: {}, german: GERMAN });
  expect(() => label('fr-FR')).toThrow('words.goal');
});

test('the files are packed as Forge does it, and no other is', () => {
  const { found } = app({ english: ENGLISH, german: GERMAN });
  expect(JSON.parse(found.file('i18n-info.json') ?? '')).toEqual({
    translations: { 'words.goal': { 'de-DE': 'Ziel', 'en-US': 'Goal' } },
    config: { locales: ['de-DE', 'en-US'], fallback: { default: 'en-US' } },
  });
  expect(JSON.parse(found.file('de-DE.json') ?? '')).toEqual(GERMAN);
  for (const name of ['fr-FR.json', 'de-DE', '../manifest.yml', ''])
    expect(found.file(name)).toBeUndefined();
});

test('a file that holds something else than texts is refused', () => {
  expect(() => app({ english: { words: ['Goal'] }, german: {} })).toThrow();
});
