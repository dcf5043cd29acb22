// All reasons for which an item has to be looked at, by the rules in words: search conditions are held
// to them.
import { parentOf, type Frame } from '../../src/domain/band';
import { addDays, wholeDays } from '../../src/domain/days';
import { isOver } from '../../src/domain/goal';
import { betOf } from '../../src/domain/inherit';
import type { ItemFacts, Reason } from '../../src/domain/item';
import type { Moment } from '../../src/domain/kill';
import { agesOf } from '../../src/domain/rules';

/** Of an open item that does not rest; the first is the one that is told where nothing is told yet. */
export function reasonsOf(item: ItemFacts, frame: Frame, { now, today }: Moment): Reason[] {
  const { answer } = betOf(item, parentOf(item, frame), frame.goals);
  if (!answer) return ['aged'];
  const moves = answer.why !== 'run';
  const goal = frame.goals.find(({ id }) => id === answer.goal);
  const idleAfter = agesOf(frame.rules, item.typeId).flagAfterDays;
  // Answered within the age; what names a day after tomorrow does not say when.
  const [after, { answered = '' }] = [addDays(today, -idleAfter), answer];
  const lately = answered > after && answered <= addDays(today, 1);
  const holds: Record<Exclude<Reason, 'aged'>, boolean> = {
    stop: (answer.stopBy ?? today) < today,
    check: moves && (answer.checkBy ?? today) < today,
    goal: moves && goal !== undefined && isOver(goal, today),
    idle: wholeDays(item.updated, now) >= idleAfter && !lately,
  };
  return (['stop', 'check', 'goal', 'idle'] as const).filter((reason) => holds[reason]);
}
