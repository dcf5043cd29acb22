// Translations, fetched as Forge offers them. Only readers of another language than English load this.
import { i18n } from '@forge/bridge';
import { z } from 'zod';
import type { Translation } from '../words';

const translation: z.ZodType<Translation> = z.record(
  z.string(),
  z.union([z.string(), z.lazy(() => translation)]),
);

/**
 * The texts of one locale; null where the app has none. Forge's own fallback would fetch English,
 * which the pages have in their code.
 * https://developer.atlassian.com/platform/forge/custom-ui-bridge/i18n/
 * @throws when the file does not come or is none of texts
 */
export async function translationOf(locale: string): Promise<Translation | null> {
  const { translations } = await i18n.getTranslations(asForgeCode(locale), { fallback: false });
  return translations && translation.parse(translations);
}

type ForgeCode = Exclude<Parameters<typeof i18n.getTranslations>[0], null | undefined>;

/** Codes that Forge does not know are in no app's list, so that they find nothing. */
const asForgeCode = (locale: string) => locale as ForgeCode;
