// `{slot}` in a text of the demo is filled with a noun.

import type { Random } from '../../random';
import { NOUNS, THEMES, type Theme } from './tables';

/** The text with every `{slot}` filled. @throws when a slot has no nouns. */
export function fillSlots(template: string, random: Random): string {
  return template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const nouns = NOUNS[slot];
    if (nouns === undefined) throw new Error(`No nouns for {${slot}}.`);
    return random.pick(nouns);
  });
}

/** The texts of a part of the product. @throws when it has none. */
export function themeOf(component: string): Theme {
  const theme = THEMES.find((each) => each.component === component);
  if (theme === undefined) throw new Error(`No texts for ${component}.`);
  return theme;
}
