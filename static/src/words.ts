// Lays a translation over the English texts. It is laid in place, part by part: whoever holds a part
// reads the translation from then on, and what a translation leaves out stays English.

/** Texts by key, as Forge keeps them in a file of translations. */
export interface Translation {
  readonly [key: string]: string | Translation;
}

/** Texts by name, as they are in the code. */
const known = new Map<string, object>();
let language = 'en';
let translation: Translation = {};

/** The language of the texts, for the rules that go with it: plural forms, `2 minutes ago`. */
export const textLanguage = (): string => language;

/** The part of a translation that a name such as `project-agreement.period` stands for. */
const partOf = (name: string): string | Translation | undefined =>
  name
    .split('.')
    .reduce<string | Translation | undefined>(
      (part, key) => (typeof part === 'object' ? part[key] : undefined),
      translation,
    );

/** A language may have plural forms that English does not. */
const isForm = (text: object, key: string): boolean =>
  'other' in text && typeof text.other === 'string' && /^(zero|one|two|few|many)$/.test(key);

function lay(text: object, translated: string | Translation | undefined): void {
  if (typeof translated !== 'object') return;
  for (const [key, value] of Object.entries(translated)) {
    const there: unknown = Object.hasOwn(text, key) ? Reflect.get(text, key) : undefined;
    if (typeof there === 'object' && there !== null) lay(there, value);
    else if (typeof value !== 'string' || value === '') continue;
    else if (typeof there === 'string' || isForm(text, key)) Reflect.set(text, key, value);
  }
}

/**
 * Makes texts translatable and gives them back. The name is the one of their file; where a file has
 * several, each adds its own: `project-agreement.period`.
 */
export function words<T extends object>(name: string, english: T): T {
  known.set(name, english);
  lay(english, partOf(name));
  return english;
}

/** All translatable texts that were loaded, by name. */
export const knownWords = (): ReadonlyMap<string, object> => known;

/** Lays a translation over all texts: those that are loaded, and those still to come. */
export function speak(tag: string, translated: Translation): void {
  language = tag;
  translation = translated;
  for (const [name, text] of known) lay(text, partOf(name));
}
