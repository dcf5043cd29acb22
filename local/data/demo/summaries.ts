// Summaries that do not repeat as long as there are words for another one.

import type { Kind } from './catalog';
import type { Random } from '../../random';
import { PHRASES, type Theme } from './tables';
import { fillSlots } from './words';

/** Draws among which the least used template wins. */
const DRAWS = 6;
/** Draws before a repetition is accepted. */
const MOST_DRAWS = 30;
/** Beyond this many items nobody sees a repetition, and looking for words takes its time. */
const ENOUGH = 3000;

export type Summaries = (kind: Exclude<Kind, 'epic'>, theme: Theme, random: Random) => string;

/** Makes up summaries for one project. Sub-tasks repeat: they are alike in real life, too. */
export function summaries(): Summaries {
  const used = new Set<string>();
  const uses = new Map<string, number>();
  return (kind, theme, random) => {
    const templates = templatesOf(kind, theme);
    if (kind === 'subtask' || used.size >= ENOUGH)
      return sentence(fillSlots(random.pick(templates), random));
    let best: { template: string; text: string; count: number } | null = null;
    for (let draw = 0; draw < (best === null ? MOST_DRAWS : DRAWS); draw += 1) {
      const template = random.pick(templates);
      const text = sentence(fillSlots(template, random));
      const count = uses.get(template) ?? 0;
      // A template that was used less reads fresher than the same one with another noun.
      if (!used.has(text) && (best === null || count < best.count))
        best = { template, text, count };
    }
    if (best === null) return sentence(fillSlots(random.pick(templates), random));
    used.add(best.text);
    uses.set(best.template, best.count + 1);
    return best.text;
  };
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function templatesOf(kind: Exclude<Kind, 'epic'>, theme: Theme): readonly string[] {
  if (kind === 'bug') return theme.bugs;
  if (kind === 'chore') return PHRASES.chores;
  return kind === 'subtask' ? PHRASES.steps : theme.stories;
}
