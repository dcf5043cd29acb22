// The English file of translations, as made from the texts in the code.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MESSAGES } from '../../src/domain/messages';
import { manifest } from '../../static/src/messages/manifest';
import { knownWords, type Translation } from '../../static/src/words';

const FOLDER = 'static/src/messages';

/** Files of texts, without the one that puts them together. */
export const messageFiles = (): string[] =>
  readdirSync(FOLDER)
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => name !== 'index')
    .sort();

/** What a file of texts exports. */
export const exportsOf = (name: string): Promise<Record<string, unknown>> =>
  import(join(process.cwd(), FOLDER, name)) as Promise<Record<string, unknown>>;

/** Part of an example that the code reads. */
const NOT_TEXT = /^settings-goal-templates\..*\.direction$/;

function textsOf(part: object, path: string, apart: ReadonlySet<unknown>): Translation {
  const texts: Record<string, string | Translation> = {};
  for (const [key, value] of Object.entries(part) as [string, unknown][]) {
    const here = `${path}.${key}`;
    if (value === '' || apart.has(value) || NOT_TEXT.test(here)) continue;
    if (typeof value === 'string') texts[key] = value;
    else if (typeof value === 'object' && value !== null) texts[key] = textsOf(value, here, apart);
    else throw new TypeError(`${here} is no text`);
  }
  return texts;
}

/** All texts in Forge's form: nested keys, nothing but texts at their ends. */
export async function englishTexts(): Promise<Translation> {
  for (const name of messageFiles()) await exportsOf(name);
  const known = new Map<string, object>([...knownWords(), ['manifest', manifest]]);
  const tree: Record<string, Translation> = { backend: textsOf(MESSAGES, 'backend', new Set()) };
  for (const [name, part] of known) {
    const [file = '', inner] = name.split('.');
    if (file === 'backend') continue;
    const others = new Set([...known.values()].filter((other) => other !== part));
    const texts = textsOf(part, name, others);
    tree[file] = inner === undefined ? texts : { ...tree[file], [inner]: texts };
  }
  return Object.fromEntries(Object.entries(tree).sort(([a], [b]) => (a < b ? -1 : 1)));
}
