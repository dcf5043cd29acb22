// The app's files of translations, as the manifest declares them and as `forge deploy` packs them
// beside the pages.
// https://developer.atlassian.com/platform/forge/manifest-reference/translations/
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

interface Texts {
  [key: string]: string | Texts;
}

const texts: z.ZodType<Texts> = z.record(z.string(), z.union([z.string(), z.lazy(() => texts)]));

const declared = z.object({
  translations: z
    .object({
      resources: z.array(z.object({ key: z.string(), path: z.string() }).strict()).min(1),
      fallback: z.object({ default: z.string() }).catchall(z.array(z.string())),
    })
    .strict()
    .optional(),
});

export interface Translations {
  /** A file by its name in the folder `__LOCALES__`; undefined where Forge would pack none. */
  file(name: string): string | undefined;
  /** The text of a key for a reader, by the order of the fallback. @throws Error when nobody has it */
  text(key: string, locale: string | undefined): string;
}

function textAt(of: Texts | undefined, key: string): string | undefined {
  const found = key
    .split('.')
    .reduce<string | Texts | undefined>(
      (part, name) => (typeof part === 'object' ? part[name] : undefined),
      of,
    );
  return typeof found === 'string' ? found : undefined;
}

/** Keys that the manifest names in place of texts. */
const keysIn = (part: unknown): string[] =>
  typeof part === 'object' && part !== null
    ? Object.entries(part).flatMap(([name, value]: [string, unknown]) =>
        name === 'i18n' && typeof value === 'string' ? [value] : keysIn(value),
      )
    : [];

/** Null where the manifest has no translations. @throws Error for a file that is missing or wrong */
export function readTranslations(file: string, manifest: unknown): Translations | null {
  const { translations } = declared.parse(manifest);
  if (!translations) return null;
  const { resources, fallback } = translations;
  const read = new Map(
    resources.map(({ key, path: name }) => {
      const content = readFileSync(path.resolve(path.dirname(file), name), 'utf8');
      return [key, { content, texts: texts.parse(JSON.parse(content)) }] as const;
    }),
  );
  const locales = [...read.keys()].sort();
  const info = () => ({
    translations: Object.fromEntries(
      [...new Set(keysIn(manifest))].map((key) => [
        key,
        Object.fromEntries(locales.map((one) => [one, textAt(read.get(one)?.texts, key)])),
      ]),
    ),
    config: { locales, fallback },
  });
  return {
    file: (name) =>
      name === 'i18n-info.json'
        ? JSON.stringify(info())
        : read.get(/^(.+)\.json$/.exec(name)?.[1] ?? '')?.content,
    text(key, locale = fallback.default) {
      for (const one of [locale, ...(fallback[locale] ?? []), fallback.default]) {
        const found = textAt(read.get(one)?.texts, key);
        if (found !== undefined) return found;
      }
      throw new Error(`The default language has no text "${key}".`);
    },
  };
}

/** A part of the manifest with texts in place of the keys. @throws Error where there is none */
export function translated(
  part: unknown,
  translations: Translations | null,
  locale: string | undefined,
): unknown {
  if (Array.isArray(part)) return part.map((one) => translated(one, translations, locale));
  if (typeof part !== 'object' || part === null) return part;
  if ('i18n' in part && typeof part.i18n === 'string') {
    if (!translations) throw new Error('The manifest names keys, but no translations.');
    return translations.text(part.i18n, locale);
  }
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, translated(value, translations, locale)]),
  );
}
