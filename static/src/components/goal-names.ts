// What goals are called where one of them is chosen by its words alone.
import type { GoalView } from '../../../src/contract/goals';
import type { Format } from '../format';
import { goalSentence } from './goal-summary';

type Named = Pick<GoalView, 'achieve' | 'by' | 'metric' | 'firstDay' | 'lastDay'>;

const plain = (text: string): string => text.trim().toLowerCase();

/** The sentence of each, or another `say`; those of the same words with their metric, and those of one metric with their days. */
export function goalNames<G extends Named>(
  goals: readonly G[],
  format: Format,
  say: (goal: G) => string = goalSentence,
): { goal: G; name: string }[] {
  return goals.map((goal) => {
    const sentence = say(goal);
    const same = goals.filter((other) => plain(say(other)) === plain(sentence));
    const counts = same.filter(({ metric }) => plain(metric) === plain(goal.metric));
    const parts = [
      sentence,
      ...(same.length > 1 ? [goal.metric] : []),
      ...(counts.length > 1 ? [`${format.day(goal.firstDay)} – ${format.day(goal.lastDay)}`] : []),
    ];
    return { goal, name: parts.join(' · ') };
  });
}
