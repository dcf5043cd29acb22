// What there is in the project that a document can name. Read from the files themselves, as text where
// that suffices: nothing is compiled for it.
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'yaml';
import { parts } from '../../test/mutation/parts.mjs';
import { projectFiles } from '../lib/project-files.mjs';
import { inRoot } from '../lib/root.mjs';
import { readDocument } from './docs-text.mjs';

const CODE = /\.(ts|tsx|mts|mjs|cjs|js|json|yml|css|html)$/;
/** What holds every name there could be, and what holds names that must not be. */
const NO_SOURCE = new Set(['package-lock.json', 'test/tools/docs.test.ts']);
/** Where the options are listed that a script hands on. */
const HANDED_ON = {
  'scripts/start.mjs': ['local/options.ts'],
  'scripts/bench.mjs': ['bench/options.ts'],
};

const read = (file) => readFileSync(inRoot(file), 'utf8');
const all = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);
const block = (file, from, to) => {
  const text = read(file);
  const start = text.indexOf(from);
  if (start < 0) throw new Error(`${file} has no "${from}" any more`);
  return text.slice(start, text.indexOf(to, start));
};

function foldersOf(files) {
  const folders = new Set();
  for (const file of files)
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  return folders;
}

/** Words and words with hyphens of all code: what a document calls by its name stands somewhere. */
function wordsOf(files) {
  const words = new Set();
  for (const file of files.filter((one) => CODE.test(one) && !NO_SOURCE.has(one)))
    for (const [word] of read(file).matchAll(/[A-Za-z_$][\w$]*(?:-[\w$]+)*/g)) {
      words.add(word);
      if (word.includes('-')) for (const part of word.split('-')) words.add(part);
    }
  return words;
}

/** Methods: those that are called, with what they are called on (`site.addUser`), and those of interfaces. */
function callsOf(files) {
  const code = files.filter((file) => CODE.test(file) && !NO_SOURCE.has(file));
  return new Set(
    code
      .map(read)
      .flatMap((text) => [
        ...all(text, /([A-Za-z_$][\w$]*\.[\w$]+)\(/g),
        ...all(text, /^ +(\w+)(?:<.*>)?\(.*\): .*;$/gm),
      ]),
  );
}

/** Keys of all modules, at whatever depth of the manifest. */
function keysIn(value) {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (value === null || typeof value !== 'object') return [];
  const own = typeof value.key === 'string' ? [value.key] : [];
  return [...own, ...Object.values(value).flatMap(keysIn)];
}

function textsIn(value) {
  return typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(textsIn);
}

const letters = (text) => text.replaceAll(/\P{L}/gu, '').length;
const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/** Says whether a phrase is on a screen; `…` in it stands for what the screen fills in. */
export function screenOf(texts) {
  const plain = new Set(texts);
  const filled = texts
    // What is mostly filled in would fit anything.
    .filter((text) => text.includes('{') && letters(text.replaceAll(/\{\w+\}/g, '')) >= 4)
    .map((text) => text.split(/\{\w+\}/).map((part) => part.replaceAll(SPECIAL, '\\$&')))
    .map((parts) => new RegExp(`^${parts.join('.+')}$`));
  return (phrase) => plain.has(phrase) || filled.some((pattern) => pattern.test(phrase));
}

function storageOf(manifest) {
  const keys = block('src/adapters/storage/keys.ts', 'export const keys', '} as const');
  return {
    entities: manifest.app.storage.entities.map(({ name }) => name),
    keys: all(keys, /^ {2}(\w+): \(/gm),
    properties: [
      ...manifest.modules['jira:entityProperty'].map(({ propertyKey }) => propertyKey),
      ...all(read('src/contract/properties.ts'), /GATE_PROPERTY = '([^']+)'/g),
    ],
  };
}

/** All that the rules ask. */
export function known() {
  const files = projectFiles();
  const manifest = parse(read('manifest.yml'));
  const { scripts } = JSON.parse(read('package.json'));
  const acts = block('src/ports/storage.ts', 'kind:', 'by: string');
  const rules = block('src/contract/goals.ts', 'export const rules', '\n});');
  const contract = files.filter((file) => /^src\/contract\/[\w-]*procedures\.ts$/.test(file));
  return {
    files: new Set(files),
    folders: foldersOf(files),
    ignored: read('.gitignore')
      .split('\n')
      .map((line) => line.trim().replace(/^\/|\/$/g, ''))
      .filter(Boolean),
    scripts,
    hasBin: (name) => existsSync(inRoot('node_modules', '.bin', name)),
    optionsOf: (file) => [file, ...(HANDED_ON[file] ?? [])].map(read).join('\n'),
    steps: new Set(all(read('scripts/check/steps.mjs'), /name: '([\w-]+)'/g)),
    sections: new Set(all(block('bench/options.ts', 'SECTIONS', ']'), /'(\w+)'/g)),
    jestProjects: new Set(all(read('jest.config.cjs'), /nodeProject\(\s*'(\w+)'/g)),
    scopes: new Set(manifest.permissions.scopes),
    moduleTypes: new Set(Object.keys(manifest.modules)),
    moduleKeys: new Set(keysIn(manifest.modules)),
    aliases: new Set(all(read('manifest.yml'), /searchAlias: (\w+)/g)),
    manifest,
    parts,
    procedures: new Set(contract.flatMap((file) => all(read(file), /^ {2}'(\w+\.\w+)': \{/gm))),
    acts: new Set(all(acts, /'(\w+\.\w+)'/g)),
    settings: new Set(all(rules, /^ {2}(\w+)/gm)),
    storage: storageOf(manifest),
    words: wordsOf(files),
    calls: callsOf(files),
    isOnScreen: screenOf(textsIn(JSON.parse(read('locales/en-US.json')))),
    anchorsOf: (file) => readDocument(read(file)).anchors,
  };
}
