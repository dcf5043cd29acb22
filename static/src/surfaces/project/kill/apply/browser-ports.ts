// What applying decisions needs, as calls of the reader's browser: Jira under their own name, Ladder by
// its procedures.
import { z } from 'zod';
import { readBy } from '../../../../../../src/contract/read-by';
import { AppError } from '../../../../../../src/domain/errors';
import type { ApplyPorts } from '../../../../../../src/usecases/applying/ports';
import { call, CallError, jira } from '../../../../forge';
import { sleep } from '../../many/leaving';
import { deciderInJira } from './decider-in-jira';

/** What Jira says of a refusal, in general and by field. */
const jiraWords = z.object({
  errorMessages: z.array(z.string()).catch([]),
  errors: z.record(z.string(), z.string()).catch({}),
});

function wordsOf(error: CallError): string {
  const parsed = readBy(jiraWords, error.details);
  if (!parsed.success) return error.message;
  const { errorMessages, errors } = parsed.data;
  return [...errorMessages, ...Object.values(errors)].join(' ') || error.message;
}

/** The same failure as the use case knows it. */
function translated(error: unknown): Error {
  if (!(error instanceof CallError)) return error instanceof Error ? error : new Error('unknown');
  const { code, retryAfter, fields } = error;
  const details = code === 'rate_limited' && retryAfter ? { retryAfter } : error.details;
  return new AppError(code, wordsOf(error), { details, fields, cause: error });
}

const asApp = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    throw translated(error);
  }
};

/** The ports of one reader, by their account. */
export const browserPorts = (me: string): ApplyPorts => ({
  me,
  ...deciderInJira(me, (name, request) => asApp(jira(name, request))),
  begin: (itemId, decision, seen, attempt) =>
    asApp(call('decision.begin', { itemId, decision, seen, attempt })),
  finish: (itemId, intent) => asApp(call('decision.finish', { itemId, intent })),
  drop: (itemId, intent) => asApp(call('decision.drop', { itemId, intent })),
  undo: (itemId, rev) => asApp(call('decision.undo', { itemId, rev })),
  sleep,
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
});
