// Saves an item's answer as the user. The revision in storage is the lock: it is stored as pending,
// then the property is written and read back, then the revision is confirmed. Two people never lose
// each other's text in silence, and a write from outside Ladder is noticed.
import { fingerprint } from '../contract/fingerprint';
import type { Input } from '../contract/procedures';
import { answerProperty, readAnswer, writeAnswer } from '../contract/properties';
import {
  answerState,
  keep,
  type Answer,
  type AnsweredWhen,
  type KeptAnswer,
} from '../domain/answer';
import { dayOf } from '../domain/days';
import { AppError, type FieldErrors } from '../domain/errors';
import { isActive, type Goal } from '../domain/goal';
import { valueOf } from '../domain/item';
import type { AnswerRevision, Ports, SeenItem } from '../ports';
import { MESSAGES } from '../domain/messages';

const SAY = MESSAGES.answer;

/** A pending revision older than this was left behind by a run that ended early. */
const PENDING_MS = 30_000;

function checkGoal(
  answer: Answer,
  before: KeptAnswer | null,
  goals: readonly Goal[],
  today: string,
) {
  if (answer.why === 'run' || answer.goal === undefined) return;
  const goal = goals.find(({ id }) => id === answer.goal);
  const fields: FieldErrors = {};
  if (!goal) fields['answer.goal'] = SAY.otherProject;
  else if (!isActive(goal, today) && before?.goal !== goal.id)
    fields['answer.goal'] = SAY.goalNotActive;
  if (Object.keys(fields).length > 0)
    throw new AppError('invalid_input', SAY.notSaved, {
      fields,
    });
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

const conflict = (value: unknown, last: AnswerRevision | null) => {
  const seen = fingerprint(value);
  const read = readAnswer(value);
  const known = last !== null && last.hash === seen;
  return new AppError('conflict', SAY.changed, {
    details: {
      answer: read.kind === 'value' ? writeAnswer(read.value) : null,
      seen,
      ...(known ? { by: last.by, at: last.at } : {}),
    },
  });
};

/** Writes and reads back. A lost reply after the write counts as written. */
async function writeAndCheck(ports: Ports, itemId: string, next: KeptAnswer): Promise<unknown> {
  const wanted = fingerprint(writeAnswer(next));
  try {
    await ports.items.writeAnswer(itemId, next);
  } catch (error) {
    const now = await ports.items.answerValue(itemId).catch(() => undefined);
    if (fingerprint(now) !== wanted) throw error;
    return now;
  }
  const now = await ports.items.answerValue(itemId);
  if (fingerprint(now) !== wanted) throw conflict(now, null);
  return now;
}

/**
 * Stores the answer and gives it back as Jira now holds it, with its fingerprint.
 * @throws AppError conflict when the item holds another answer than the page saw (`details.answer`)
 * @throws AppError invalid_input for a goal that can't be named
 */
export async function saveAnswer(ports: Ports, by: string, input: Input<'answer.save'>) {
  const { itemId } = input;
  const item = await ports.items.read(itemId);
  const settings = await ports.settings.load(item.projectId);
  const now = ports.clock.now();
  const today = dayOf(now, settings.rules.timeZone);
  const before = valueOf(item.facts.answer);
  const answer = withoutRest(input.answer);
  if (item.facts.level < 0) throw new AppError('invalid_input', SAY.subtask);
  if (item.facts.answer.kind === 'newer') throw new AppError('invalid_input', SAY.newer);
  checkGoal(answer, before, settings.goals, today);

  const last = await ports.answers.read(itemId);
  const current = fingerprint(item.answerValue);
  if (current !== input.seen) throw conflict(item.answerValue, last);
  if (last?.status === 'pending' && now - last.at < PENDING_MS)
    throw conflict(item.answerValue, last);

  const complete = answerState(answer) === 'answered' && before?.state !== 'answered';
  const when = complete ? await answeredWhen(ports, item) : 'before';
  const next = keep(answer, before, { when, today });
  const over = last?.rev ?? 0;
  const pending: AnswerRevision = {
    rev: over + 1,
    hash: fingerprint(writeAnswer(next)),
    previous: current,
    status: 'pending',
    by,
    at: now,
  };
  await ports.answers.write(itemId, item.projectId, pending, over);
  const settle = (revision: AnswerRevision) =>
    ports.answers.write(itemId, item.projectId, { ...revision, rev: over + 2 }, over + 1);
  try {
    const value = await writeAndCheck(ports, itemId, next);
    await settle({ ...pending, status: 'confirmed' });
    return { answer: answerProperty.parse(value), seen: fingerprint(value) ?? '' };
  } catch (error) {
    await settle({ ...pending, hash: current, status: 'confirmed', by: last?.by ?? by });
    throw error;
  }
}
