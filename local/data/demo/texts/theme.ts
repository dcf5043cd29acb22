// What a part of the product is talked about with. `{slot}` in a text is filled with a noun.

import type { Random } from '../random';
import { NOUNS } from './nouns';

/** "By [by] we expect [expect]": the two halves that a person types. */
export interface BetText {
  by: string;
  expect: string;
}

export interface EpicText extends BetText {
  title: string;
}

export interface Theme {
  component: string;
  /** Which of the demo's goals this part of the product serves by nature. */
  serves: 'conversion' | 'contacts' | 'speed' | null;
  epics: readonly EpicText[];
  stories: readonly string[];
  bugs: readonly string[];
  bets: readonly BetText[];
}

/** The text with every `{slot}` filled. @throws when a slot has no nouns. */
export function fillSlots(template: string, random: Random): string {
  return template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const nouns = NOUNS[slot];
    if (nouns === undefined) throw new Error(`No nouns for {${slot}}.`);
    return random.pick(nouns);
  });
}
