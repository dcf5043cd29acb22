// Whether the text that a team wrote as its sprint goal speaks of one of the project's goals. Meant
// to be generous: one word of a goal is enough, because a wrong note costs more than a missing one.
import type { Goal } from './goal';

const COMMON = new Set(
  'also from have into more most less fewer than that their them then there these they this with will work works working team sprint goal goals make made better improve improved improving achieve every about when where which while users user people'.split(
    ' ',
  ),
);

/** Words that say something: long enough, not common ones. Scripts without blanks count from two letters. */
function tellingWords(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => {
    const least = /^[\p{Script=Latin}\p{N}]+$/u.test(word) ? 4 : 2;
    return word.length >= least && !/^\p{N}+$/u.test(word) && !COMMON.has(word);
  });
}

/** `order` and `orders`, `checkout` and `checkouts`: one begins with the other, with a short rest. */
const REST = 3;
const isSame = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) <= REST && (a.startsWith(b) || b.startsWith(a));

/** Whether the sprint goal names the metric of one of these goals, or a word of its sentence. */
export function namesAGoal(
  sprintGoal: string,
  goals: readonly Pick<Goal, 'metric' | 'achieve' | 'by'>[],
): boolean {
  const said = tellingWords(sprintGoal);
  return goals.some(({ metric, achieve, by }) => {
    const plain = metric.trim().toLowerCase();
    if (plain !== '' && sprintGoal.toLowerCase().includes(plain)) return true;
    const named = tellingWords(`${metric} ${achieve} ${by}`);
    return said.some((word) => named.some((other) => isSame(word, other)));
  });
}
