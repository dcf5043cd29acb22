// What an answer says beyond its sentence. The short form cannot change it, but shows what is saved.
import type { GoalView } from '../../../../../../src/contract/goals';
import type { AnswerInput } from '../../../../../../src/contract/procedures';
import { fill, type Format } from '../../../../format';
import { projectBacklog } from '../../../../messages/project-backlog';

const text = projectBacklog.cover.rest;

/** "Saved with it, as it stands on the item: for new buyers; stop by 3 Dec 2026"; empty without any. */
export function restWords(answer: AnswerInput, goal: GoalView, format: Format): string {
  const { why, delta, whom, because, stopBy, stopValue } = answer;
  const said = [
    why === 'test' ? text.test : '',
    delta === undefined ? '' : fill(text.delta, { change: format.change(delta, goal.unit) }),
    whom ? fill(text.whom, { whom }) : '',
    because ? fill(text.because, { because }) : '',
    stopBy === undefined ? '' : fill(text.stopBy, { day: format.day(stopBy) }),
    stopValue === undefined
      ? ''
      : fill(text.stopValue, { value: format.amount(stopValue, goal.unit) }),
  ].filter(Boolean);
  return said.length > 0 ? fill(text.all, { parts: said.join('; ') }) : '';
}
