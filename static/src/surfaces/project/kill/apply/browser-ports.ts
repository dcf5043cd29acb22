// What applying decisions needs, as calls of the reader's browser: Jira under their own name, Ladder by
// its procedures.
import { z } from 'zod';
import { documentOf, textOfDocument } from '../../../../../../src/contract/document';
import { fingerprint } from '../../../../../../src/contract/fingerprint';
import { PROPERTY_KEYS, readFlag } from '../../../../../../src/contract/properties';
import type { SeenOnList } from '../../../../../../src/domain/decision';
import { AppError } from '../../../../../../src/domain/errors';
import { valueOf } from '../../../../../../src/domain/item';
import { moverSince } from '../../../../../../src/domain/moves';
import type { AnswerOf } from '../../../../../../src/adapters/jira/endpoints';
import { instant, movesOf } from '../../../../../../src/adapters/jira/items';
import type { ApplyPorts } from '../../../../../../src/usecases/applying/ports';
import { call, CallError, jira } from '../../../../forge';
import { sleep } from '../../many/leaving';

/** What Jira says of a refusal, in general and by field. */
const jiraWords = z.object({
  errorMessages: z.array(z.string()).catch([]),
  errors: z.record(z.string(), z.string()).catch({}),
});

function wordsOf(error: CallError): string {
  const parsed = jiraWords.safeParse(error.details);
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

const isHidden = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'not_found' || error.code === 'forbidden');

function flagOf(value: unknown): SeenOnList['flag'] {
  const flag = valueOf(readFlag(value));
  return flag?.flag !== undefined && flag.reason && flag.since
    ? { reason: flag.reason, since: flag.since }
    : null;
}

type Transition = AnswerOf<'getTransitions'>['transitions'][number];

const exitOf = ({ id, name, to, hasScreen, fields }: Transition) => ({
  id,
  name,
  to: { id: to.id, name: to.name, isDone: to.statusCategory.key === 'done' },
  hasScreen: hasScreen ?? false,
  fields: Object.entries(fields ?? {}).map(([fieldId, field]) => ({
    id: fieldId,
    name: field.name,
    required: field.required && field.hasDefaultValue !== true,
    allowed:
      field.allowedValues?.flatMap((one) =>
        one.id === undefined ? [] : [{ id: one.id, name: one.name ?? '' }],
      ) ?? null,
  })),
});

/** Comments that are looked through, the newest first. */
const COMMENTS = 100;

const at = (issueIdOrKey: string) => ({ issueIdOrKey });

/** The ports of one reader, by their account. */
export const browserPorts = (me: string): ApplyPorts => ({
  me,
  async look(itemId) {
    const keys = [PROPERTY_KEYS.answer, PROPERTY_KEYS.flag];
    const query = { fields: 'status,resolution,project', properties: keys.join(',') };
    const issue = await asApp(jira('getIssue', { params: at(itemId), query })).catch(
      (error: unknown) => {
        if (isHidden(error)) return null;
        throw error;
      },
    );
    if (!issue) return null;
    const { fields = {}, properties = {} } = issue;
    return {
      projectId: fields.project?.id ?? '',
      statusId: fields.status?.id ?? '',
      isDone: fields.status?.statusCategory.key === 'done',
      resolutionId: fields.resolution?.id ?? null,
      flag: flagOf(properties[PROPERTY_KEYS.flag]),
      answer: fingerprint(properties[PROPERTY_KEYS.answer]),
    };
  },
  async exits(itemId) {
    const query = { expand: 'transitions.fields' };
    const found = await asApp(jira('getTransitions', { params: at(itemId), query }));
    return found.transitions.map(exitOf);
  },
  async move(itemId, exitId, { resolutionId, comment }) {
    const body = {
      transition: { id: exitId },
      ...(resolutionId !== undefined && { fields: { resolution: { id: resolutionId } } }),
      ...(comment !== undefined && {
        update: { comment: [{ add: { body: documentOf(comment) } }] },
      }),
    };
    await asApp(jira('transition', { params: at(itemId), body }));
  },
  async movedBy(itemId, account, since) {
    const body = { issueIdsOrKeys: [itemId], fieldIds: ['status'] };
    const { issueChangeLogs } = await asApp(jira('bulkChangelog', { body }));
    return moverSince(movesOf(issueChangeLogs), since) === account;
  },
  async comment(itemId, text, since) {
    const query = { orderBy: '-created', maxResults: COMMENTS };
    const { comments } = await asApp(jira('getComments', { params: at(itemId), query }));
    const isThere = comments.some(
      ({ author, created, body }) =>
        author?.accountId === me &&
        instant(created, 0) >= since &&
        textOfDocument(body) === textOfDocument(documentOf(text)),
    );
    if (isThere) return;
    await asApp(jira('addComment', { params: at(itemId), body: { body: documentOf(text) } }));
  },
  begin: (itemId, decision, seen, attempt) =>
    asApp(call('decision.begin', { itemId, decision, seen, attempt })),
  finish: (itemId, intent) => asApp(call('decision.finish', { itemId, intent })),
  drop: (itemId, intent) => asApp(call('decision.drop', { itemId, intent })),
  undo: (itemId, rev) => asApp(call('decision.undo', { itemId, rev })),
  sleep,
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
});
