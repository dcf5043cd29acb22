// The reader's language: English is in the code, others are fetched before a page is.
import { safeLocale } from './format';
import { speak } from './words';

/** A page in English is worth more than one that does not come. Milliseconds. */
const PATIENCE = 2_000;

const late = (ms: number): Promise<null> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(null), ms);
  });

/**
 * Resolves once the texts are in the language of `locale`, or it is known that they stay English:
 * there is no translation, it failed, or it took longer than `patience` milliseconds.
 */
export async function readIn(locale: string, patience = PATIENCE): Promise<void> {
  const tag = safeLocale(locale);
  if (/^en\b/.test(tag)) return;
  const fetched = import('./forge/translation').then(({ translationOf }) => translationOf(tag));
  const found = await Promise.race([fetched, late(patience)]).catch(() => null);
  if (!found) return;
  speak(tag, found);
  document.documentElement.lang = tag;
}
