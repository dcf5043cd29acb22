// *Enables*: an item takes over the goal of the item that it names, as that stands when it is saved.
import type { Answer, KeptAnswer } from '../domain/answer';
import type { Day } from '../domain/days';
import { AppError } from '../domain/errors';
import { isActive, type Goal } from '../domain/goal';
import { valueOf, type ParentFacts } from '../domain/item';
import { betOf } from '../domain/inherit';
import { MESSAGES } from '../domain/messages';
import { readAnswer, readResult } from '../contract/properties';
import type { Ports, SeenItem } from '../ports';

const SAY = MESSAGES.answer;

const refuse = (sentence: string): AppError =>
  new AppError('invalid_input', SAY.notSaved, { fields: { 'answer.enables': sentence } });

/** The item that is named, as this user sees it; null when it is hidden or gone. */
async function named(ports: Ports, key: string): Promise<SeenItem | null> {
  return ports.items.read(key).catch((error: unknown) => {
    if (error instanceof AppError && ['not_found', 'forbidden'].includes(error.code)) return null;
    throw error;
  });
}

async function parentFacts(ports: Ports, item: SeenItem): Promise<ParentFacts | null> {
  if (item.facts.parentId === null) return null;
  const parent = await ports.items.parent(item.facts.parentId);
  if (!parent) return null;
  const { id, key, answer, result } = parent;
  return { id, key, answer: readAnswer(answer), result: readResult(result) };
}

/** The goal that speaks for an item: by its own answer, complete or half, or by its parent's. */
async function goalOf(ports: Ports, item: SeenItem, goals: readonly Goal[]) {
  const { answer } = betOf(item.facts, await parentFacts(ports, item), goals);
  const said = (answer ?? valueOf(item.facts.answer))?.goal;
  return goals.find(({ id }) => id === said);
}

/**
 * The answer with the goal of the item that it enables; unchanged without one.
 * @param before what the item says now: a name that was there before may have gone since
 * @throws AppError invalid_input for a name that gives no goal
 */
export async function withEnabledGoal(
  ports: Ports,
  item: SeenItem,
  answer: Answer,
  goals: readonly Goal[],
  before: KeptAnswer | null,
  today: Day,
): Promise<Answer> {
  const { enables } = answer;
  if (enables === undefined) return answer;
  const unchanged = before?.enables === enables && before.goal !== undefined;
  const found = await named(ports, enables);
  if (!found) {
    if (unchanged) return { ...answer, goal: before.goal };
    throw refuse(SAY.enablesUnknown);
  }
  if (found.facts.id === item.facts.id) throw refuse(SAY.enablesItself);
  if (found.projectId !== item.projectId) throw refuse(SAY.enablesOther);
  const goal = await goalOf(ports, found, goals);
  if (goal && !isActive(goal, today) && before?.goal !== goal.id) throw refuse(SAY.enablesOver);
  if (goal) return { ...answer, goal: goal.id };
  if (unchanged) return { ...answer, goal: before.goal };
  throw refuse(SAY.enablesNothing);
}
