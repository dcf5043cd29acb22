// A goal by the words that somebody outside the pages has for it.
import type { Day } from './days';
import { wasActiveOn, type Goal } from './goal';

/** Only blanks may differ from what the goal says. */
const plain = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ');

const namesOf = ({ id, metric, achieve, by }: Goal): string[] =>
  [id, metric, achieve, `We will achieve ${achieve} by ${by}`].map(plain);

/**
 * The goal of these words: its id, its metric, or its sentence, as a whole or without the "by".
 * A period often begins with copies of the goals before it: of several, the one that runs on the day.
 */
export function namedGoal<G extends Goal>(
  goals: readonly G[],
  words: string,
  day: Day,
): G | 'none' | 'several' {
  const wanted = plain(words);
  const found = goals.filter((goal) => namesOf(goal).includes(wanted));
  const [only, ...others] = found;
  if (!only) return 'none';
  if (others.length === 0) return only;
  const [running, ...more] = found.filter((goal) => wasActiveOn(goal, day));
  return running && more.length === 0 ? running : 'several';
}
