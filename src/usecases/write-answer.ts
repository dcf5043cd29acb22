// The write of an answer under its revision: pending, written, read back, confirmed. What Jira holds
// in the end decides: a lost reply after the write counts as written, and a save is taken back only
// when the property is proven to be the old one.
import { fingerprint } from '../contract/fingerprint';
import { writeAnswer } from '../contract/properties';
import type { KeptAnswer } from '../domain/answer';
import { AppError } from '../domain/errors';
import { MESSAGES } from '../domain/messages';
import type { AnswerRevision, Ports, SeenItem } from '../ports';
import { answerConflict } from './answer-conflict';

/** A pending revision older than this was left behind by a run that ended early. */
const PENDING_MS = 30_000;

interface Write {
  /** Null takes the answer away. */
  next: KeptAnswer | null;
  /** Fingerprint of the value that is to be replaced. */
  seen: string | null;
  /** The revision before this one. */
  last: AnswerRevision | null;
  by: string;
  at: number;
  /**
   * What belongs to the answer and is kept elsewhere. It runs while nobody else can write the
   * answer; when it fails the answer is again what it was.
   */
  also?: (() => Promise<void>) | undefined;
}

/** The property as it is now; a failed read is tried once more. */
const valueNow = (ports: Ports, itemId: string): Promise<unknown> =>
  ports.items.answerValue(itemId).catch(() => ports.items.answerValue(itemId));

/**
 * @returns the property as Jira holds it after the write
 * @throws AppError rate_limited while another save is under way
 * @throws AppError conflict when somebody else wrote in between
 * @throws AppError jira_unavailable when it can't be told what the property is; then the revision
 *   stays pending, and the next save goes by what the item holds
 */
export async function writeUnderRevision(
  ports: Ports,
  { facts, projectId }: SeenItem,
  { next, seen, last, by, at, also }: Write,
): Promise<unknown> {
  const { id: itemId } = facts;
  if (last?.status === 'pending' && at - last.at < PENDING_MS)
    throw new AppError('rate_limited', MESSAGES.answer.beingSaved);
  const over = last?.rev ?? 0;
  const hash = fingerprint(next === null ? undefined : writeAnswer(next));
  const pending: AnswerRevision = {
    rev: over + 1,
    hash,
    previous: seen,
    status: 'pending',
    by,
    at,
  };
  // Not a step of the save: what is on the item counts, so a failure here is only logged.
  const settle = async (settled: Pick<AnswerRevision, 'hash' | 'by'>): Promise<void> => {
    const revision: AnswerRevision = { ...pending, ...settled, rev: over + 2, status: 'confirmed' };
    await ports.answers
      .write(itemId, projectId, revision, over + 1)
      .catch((error: unknown) => ports.log.error('revision left pending', error, { itemId }));
  };
  const takeBack = () => settle({ hash: seen, by: last?.by ?? by });
  const putBack = (stood: unknown) =>
    ports.items.putBackAnswer(itemId, stood).then(takeBack, (error: unknown) => {
      ports.log.error('answer left behind', error, { itemId });
      return settle({ hash, by });
    });

  // The scan keeps what parents answer from week to week.
  if (facts.level > 0) await ports.parents.forget(projectId, at);
  await ports.answers.write(itemId, projectId, pending, over);
  const before = await valueNow(ports, itemId).catch(async (error: unknown) => {
    await takeBack();
    throw error;
  });
  if (fingerprint(before) !== seen) {
    await settle({ hash: fingerprint(before), by: '' });
    throw answerConflict(before, last);
  }
  const refused = await ports.items.writeAnswer(itemId, next).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
  const after = await valueNow(ports, itemId).catch((error: unknown) => {
    throw new AppError('jira_unavailable', MESSAGES.answer.notSure, { cause: refused ?? error });
  });
  const now = fingerprint(after);
  if (now === hash) {
    await also?.().catch(async (error: unknown) => {
      await putBack(before);
      throw error;
    });
    await settle({ hash, by });
    return after;
  }
  if (now === seen) {
    await takeBack();
    throw refused ?? new AppError('jira_unavailable', MESSAGES.jira.jira_unavailable);
  }
  await settle({ hash: now, by: '' });
  throw answerConflict(after, null);
}
