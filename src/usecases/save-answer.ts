// Saves an item's answer as the user. The revision in storage is the lock: it is read before the
// item, stored as pending, then the property is written and read back, then the revision is confirmed.
// Two people never lose each other's text in silence, and a write from outside Ladder is noticed.
import { fingerprint } from '../contract/fingerprint';
import type { Input } from '../contract/procedures';
import { answerProperty, writeAnswer } from '../contract/properties';
import {
  answerState,
  keep,
  sinceOf,
  type Answer,
  type AnsweredWhen,
  type KeptAnswer,
} from '../domain/answer';
import { dayOf, type Day } from '../domain/days';
import { AppError, type FieldErrors } from '../domain/errors';
import { isActive } from '../domain/goal';
import { completeAnswer } from '../domain/inherit';
import { valueOf } from '../domain/item';
import { MESSAGES } from '../domain/messages';
import type { ProjectSettings } from '../domain/rules';
import type { Ports, SeenItem } from '../ports';
import { answerConflict } from './answer-conflict';
import { withEnabledGoal } from './enabled-goal';
import { writeUnderRevision } from './write-answer';

const SAY = MESSAGES.answer;

/** @throws AppError invalid_input when the item, or the goal that is named, takes no answer */
function expectAnswerable(item: SeenItem, answer: Answer, settings: ProjectSettings, today: Day) {
  if (item.facts.level < 0) throw new AppError('invalid_input', SAY.subtask);
  if (item.facts.answer.kind === 'newer') throw new AppError('invalid_input', SAY.newer);
  const before = valueOf(item.facts.answer);
  const goal = settings.goals.find(({ id }) => id === answer.goal);
  const fields: FieldErrors = {};
  if (answer.goal !== undefined && !goal) fields['answer.goal'] = SAY.otherProject;
  else if (goal && !isActive(goal, today) && before?.goal !== goal.id)
    fields['answer.goal'] = SAY.goalNotActive;
  // What was said before, and what is said of finished work, may lie in the past.
  const { checkBy } = answer;
  const newDay = checkBy !== undefined && checkBy !== before?.checkBy;
  if (newDay && checkBy < today && item.facts.category !== 'done')
    fields['answer.checkBy'] = SAY.checkPast;
  if (Object.keys(fields).length > 0) throw new AppError('invalid_input', SAY.notSaved, { fields });
}

/** *Keep it running* has no goal and no sentence; what was typed before is not kept with it. */
const withoutRest = (answer: Answer): Answer =>
  answer.why === 'run' ? { why: 'run', because: answer.because } : answer;

async function answeredWhen(ports: Ports, item: SeenItem): Promise<AnsweredWhen> {
  if (item.facts.category === 'done') return 'done';
  if (item.facts.category === 'indeterminate') return 'started';
  const statuses = await ports.projects.statuses(item.projectId, 'user');
  const later = statuses.filter(({ category }) => category !== 'new').map(({ id }) => id);
  return (await ports.items.wasIn(item.facts.id, later)) ? 'started' : 'before';
}

/** The answer as it will be kept, checked against the shape that is read back later. */
async function nextAnswer(
  ports: Ports,
  item: SeenItem,
  answer: Answer,
  settings: ProjectSettings,
  today: Day,
): Promise<KeptAnswer> {
  const known = sinceOf(completeAnswer(item.facts.answer, settings.goals), answer);
  const complete = answerState(answer) === 'answered';
  const when = complete && !known ? await answeredWhen(ports, item) : 'before';
  const next = keep(answer, known ?? { when, answered: today });
  answerProperty.parse(writeAnswer(next));
  return next;
}

/**
 * Stores the answer and gives it back as Jira now holds it, with its fingerprint.
 * @throws AppError conflict when the item holds another answer than the page saw (`answerConflict`)
 * @throws AppError invalid_input for a goal that can't be named
 */
export async function saveAnswer(ports: Ports, by: string, input: Input<'answer.save'>) {
  const { itemId, seen } = input;
  // Before the item: a save that comes between the two shows in the item.
  const last = await ports.answers.read(itemId);
  const item = await ports.items.read(itemId);
  const settings = await ports.settings.load(item.projectId);
  const now = ports.clock.now();
  const today = dayOf(now, settings.rules.timeZone);
  if (fingerprint(item.answerValue) !== seen) throw answerConflict(item.answerValue, last);
  const before = valueOf(item.facts.answer);
  const typed = withoutRest(input.answer);
  const answer = await withEnabledGoal(ports, item, typed, settings.goals, before, today);
  expectAnswerable(item, answer, settings, today);
  const next = await nextAnswer(ports, item, answer, settings, today);
  const value = await writeUnderRevision(ports, item, { next, seen, last, by, at: now });
  // What was typed is saved now. A draft that stays behind says so by itself: its answer is older.
  if (input.endsDraft)
    await ports.personal
      .discardDraft(by, itemId)
      .catch((error: unknown) => ports.log.error('draft left behind', error, { itemId }));
  return { answer: answerProperty.parse(value), seen: fingerprint(value) ?? '' };
}
