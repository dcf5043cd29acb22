// What the people of the demo shop answered, and what came of it.

import type { Answer, AnsweredWhen } from '../../../src/domain/answer';
import type { Draft } from './draft';
import { counted, GOAL_IDS } from './goals';
import { DAY, dayFrom } from './moments';
import type { Random } from '../../random';
import { giveResult, postpone } from './outcomes';
import { GOALS, PHRASES, type BetText, type GoalName, type Story } from './tables';
import { momentBefore } from './timing';

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
    ...(random.chance(0.8) ? { delta: random.pick(GOALS[goal].deltas) } : {}),
    ...(random.chance(0.3) ? { whom: random.pick(PHRASES.forWhom) } : {}),
    ...(random.chance(0.3) ? { because: random.pick(PHRASES.because) } : {}),
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

/** Gives the draft what a table says of it; `textOf` is asked only where somebody typed a bet. */
export function tell(
  draft: Draft,
  { answer, result, postponed, earlier }: Story,
  textOf: () => BetText,
  { now, random }: { now: number; random: Random },
): void {
  if (answer === undefined) return;
  const { why, goal, when } = answer;
  const checkIn = postponed?.at(-1) ?? answer.checkIn;
  if (why === 'run') answerWithRun(draft, when, now);
  else if (why === 'half') answerHalf(draft, goal, textOf(), now);
  else answerWithGoal(draft, { now, random, why, goal, text: textOf(), when, checkIn });
  if (postponed !== undefined) postpone(draft, answer.checkIn, postponed, now);
  for (const one of [earlier, result])
    if (one !== undefined) giveResult(draft, one, { now, random });
}

/** A goal that counted when the item was finished, if the part of the product has one by nature. */
export function goalFor(draft: Draft, now: number): GoalName | null {
  if (draft.finished === null) {
    const natural = draft.theme.serves;
    return natural === null || natural === 'speed' ? 'conversion' : natural;
  }
  const day = (draft.finished - now) / DAY;
  const natural = draft.theme.serves;
  if (natural !== null && counted(natural, day)) return natural;
  return counted('speed', day) ? 'speed' : null;
}

function answeredAt(draft: Draft, when: AnsweredWhen, now: number): number {
  if (when === 'before') return momentBefore(draft, now);
  if (when === 'started') return ((draft.started ?? now) + (draft.finished ?? now)) / 2;
  return Math.min(now, (draft.finished ?? now) + 3 * DAY);
}
