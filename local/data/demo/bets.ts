// What the people of the demo shop answered, and what came of it.

import type { Answer, AnsweredWhen } from '../../../src/domain/answer';
import type { ResultValue } from '../../../src/domain/item';
import type { Draft } from './draft';
import { GOAL_DAYS, GOAL_IDS, USUAL_DELTAS, type GoalName } from './goals';
import { DAY, dayFrom } from './moments';
import type { Random } from './random';
import type { BetText } from './texts';
import { momentBefore } from './timing';

const FOR_WHOM = ['first-time shoppers', 'shoppers on phones', 'regulars', 'people abroad'];
const BECAUSE = [
  'half of the people we asked stumbled here',
  'the last test pointed this way',
  'the numbers drop at this step',
  'care hears it every day',
];
const RESULT_NOTES: Record<ResultValue, readonly string[]> = {
  moved: ['Clearly up in the two weeks after.', 'Visible in all countries.', 'More than we hoped.'],
  flat: [
    'No difference after four weeks.',
    'People did not notice it.',
    'Same as the group without.',
  ],
  unclear: ['The sale ran at the same time.', 'Too few visitors to tell.', 'Tracking was broken.'],
};

interface BetChoice {
  now: number;
  random: Random;
  why: 'move' | 'test';
  goal: GoalName;
  text: BetText;
  when: AnsweredWhen;
  /** Days from now to the check; negative when it has come. */
  checkIn: number;
}

/** Gives the draft a complete answer that serves a goal. */
export function answerWithGoal(draft: Draft, choice: BetChoice): void {
  const { random, goal, now } = choice;
  const fields: Answer = {
    why: choice.why,
    goal: GOAL_IDS[goal],
    by: choice.text.by,
    expect: choice.text.expect,
    checkBy: dayFrom(now, choice.checkIn),
    ...(random.chance(0.8) ? { delta: random.pick(USUAL_DELTAS[goal]) } : {}),
    ...(random.chance(0.3) ? { whom: random.pick(FOR_WHOM) } : {}),
    ...(random.chance(0.3) ? { because: random.pick(BECAUSE) } : {}),
    ...(choice.why === 'test' && choice.checkIn > 0
      ? { stopBy: dayFrom(now, choice.checkIn + 30) }
      : {}),
  };
  draft.answer = { fields, when: choice.when, at: answeredAt(draft, choice.when, now) };
}

/** Says of the draft that it keeps things running. */
export function answerWithRun(draft: Draft, when: AnsweredWhen, now: number): void {
  draft.answer = { fields: { why: 'run' }, when, at: answeredAt(draft, when, now) };
}

/** Leaves the draft with an answer that someone began and did not finish. */
export function answerHalf(draft: Draft, goal: GoalName, text: BetText, now: number): void {
  const fields: Answer = { why: 'move', goal: GOAL_IDS[goal], by: text.by };
  draft.answer = { fields, when: 'before', at: momentBefore(draft, now) };
}

/** Records what came of a finished bet, `days` days before now. */
export function resultOf(
  draft: Draft,
  value: ResultValue,
  days: number,
  now: number,
  random: Random,
): void {
  draft.result = {
    value,
    measured: value !== 'unclear',
    at: Math.max(now - days * DAY, draft.finished ?? 0),
    note: random.pick(RESULT_NOTES[value]),
  };
}

/** A goal that counted when the item was finished, if the part of the product has one by nature. */
export function goalFor(draft: Draft, now: number): GoalName | null {
  if (draft.finished === null) {
    const natural = draft.theme.serves;
    return natural === null || natural === 'speed' ? 'conversion' : natural;
  }
  const day = (draft.finished - now) / DAY;
  const counted = (name: GoalName) => day >= GOAL_DAYS[name].first && day < GOAL_DAYS[name].last;
  const natural = draft.theme.serves;
  if (natural !== null && counted(natural)) return natural;
  return counted('speed') ? 'speed' : null;
}

function answeredAt(draft: Draft, when: AnsweredWhen, now: number): number {
  if (when === 'before') return momentBefore(draft, now);
  if (when === 'started') return ((draft.started ?? now) + (draft.finished ?? now)) / 2;
  return Math.min(now, (draft.finished ?? now) + 3 * DAY);
}
