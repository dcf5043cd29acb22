// A person's page: Jira is asked under their own name, Ladder by functions that are started for each call.
import {
  endpoints,
  pathOf,
  type AnswerOf,
  type Endpoint,
  type EndpointName,
  type Params,
  type Query,
} from '../../../src/adapters/jira/endpoints';
import { jiraError } from '../../../src/adapters/jira/errors';
import { instant } from '../../../src/adapters/jira/items';
import type { DecisionView } from '../../../src/contract/decision-procedures';
import { documentOf, textOfDocument } from '../../../src/contract/document';
import { fingerprint } from '../../../src/contract/fingerprint';
import { PROPERTY_KEYS, readFlag } from '../../../src/contract/properties';
import type { SeenOnList } from '../../../src/domain/decision';
import { AppError } from '../../../src/domain/errors';
import { valueOf, type Flag, type Read } from '../../../src/domain/item';
import type { Ports } from '../../../src/ports';
import type { ApplyPorts } from '../../../src/usecases/applying/ports';
import { beginDecision } from '../../../src/usecases/begin-decision';
import { dropDecision, finishDecision } from '../../../src/usecases/finish-decision';
import { undoDecision } from '../../../src/usecases/undo-decision';
import type { Way } from '../process';
import type { World } from '../world';

/** Milliseconds after which the platform ends a function that a page has called. */
const FUNCTION_MS = 25_000;

export function flagSeen(read: Read<Flag>): SeenOnList['flag'] {
  const flag = valueOf(read);
  return flag?.flag !== undefined && flag.reason && flag.since
    ? { reason: flag.reason, since: flag.since }
    : null;
}

/** One call to Jira from the page. @throws AppError as the page knows it */
async function ask<N extends EndpointName>(
  { transport }: Way,
  name: N,
  { params, query, body }: { params?: Params; query?: Query; body?: unknown },
): Promise<AnswerOf<N>> {
  const endpoint: Endpoint = endpoints[name];
  const path = pathOf(name, params, query);
  const lost = (): never => {
    throw new AppError('jira_unavailable', 'no answer');
  };
  const reply = await transport({ as: 'user', method: endpoint.method, path, body }).catch(lost);
  if (reply.status >= 400) {
    const retryAfter = Number(reply.header('retry-after'));
    const rateLimit = { retryAfter, reason: null };
    throw jiraError(reply.status, name, retryAfter > 0 ? { rateLimit } : {});
  }
  const text = await reply.text();
  const isJson = text.startsWith('{') && text.endsWith('}');
  const parsed = endpoint.answer?.().safeParse(isJson ? (JSON.parse(text) as unknown) : undefined);
  return parsed?.success ? (parsed.data as AnswerOf<N>) : lost();
}

/** The ports of a page that is open in somebody's browser. */
export function browserOf(world: World, me: string, ports: Ports, way: Way): ApplyPorts {
  const jira = <N extends EndpointName>(name: N, more: Parameters<typeof ask>[2]) =>
    ask<N>(way, name, more);
  const at = (issueIdOrKey: string) => ({ issueIdOrKey });

  /** Starts a function of the app; a page that was closed hears nothing of it. */
  async function call(work: (backend: Ports) => Promise<DecisionView>): Promise<DecisionView> {
    await way.wait(30);
    return new Promise((resolve, reject) => {
      world.run({ name: `for ${me}`, account: me, lifeMs: FUNCTION_MS }, work, (ending) => {
        if (!way.run.alive) return;
        if (ending.kind === 'done') resolve(ending.value as DecisionView);
        else if (ending.kind === 'threw' && ending.error instanceof AppError) reject(ending.error);
        else reject(new AppError('internal', 'no answer'));
      });
    });
  }

  return {
    me,
    async look(itemId) {
      const keys = [PROPERTY_KEYS.answer, PROPERTY_KEYS.flag];
      const query = { fields: 'status,resolution,project', properties: keys.join(',') };
      const issue = await jira('getIssue', { params: at(itemId), query }).catch(
        (error: unknown) => {
          if (error instanceof AppError && error.code === 'not_found') return null;
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
        flag: flagSeen(readFlag(properties[PROPERTY_KEYS.flag])),
        answer: fingerprint(properties[PROPERTY_KEYS.answer]),
      };
    },
    async exits(itemId) {
      const query = { expand: 'transitions.fields' };
      const { transitions } = await jira('getTransitions', { params: at(itemId), query });
      return transitions.map(({ id, name, to, hasScreen = false, fields = {} }) => ({
        ...{ id, name, hasScreen },
        to: { id: to.id, name: to.name, isDone: to.statusCategory.key === 'done' },
        fields: Object.entries(fields).map(([fieldId, field]) => ({
          id: fieldId,
          name: field.name,
          required: field.required,
          allowed: (field.allowedValues ?? []).map((one) => ({
            id: one.id ?? '',
            name: one.name ?? '',
          })),
        })),
      }));
    },
    async move(itemId, exitId, { resolutionId, comment }) {
      const add = { body: comment === undefined ? undefined : documentOf(comment) };
      const body = {
        transition: { id: exitId },
        ...(resolutionId !== undefined && { fields: { resolution: { id: resolutionId } } }),
        ...(comment !== undefined && { update: { comment: [{ add }] } }),
      };
      await jira('transition', { params: at(itemId), body });
    },
    async movedBy(itemId, account, since) {
      const body = { issueIdsOrKeys: [itemId], fieldIds: ['status'] };
      const { issueChangeLogs } = await jira('bulkChangelog', { body });
      const last = issueChangeLogs.flatMap(({ changeHistories }) => changeHistories).at(-1);
      return last?.author?.accountId === account && instant(last.created, 0) >= since;
    },
    async comment(itemId, text, since) {
      const { comments } = await jira('getComments', { params: at(itemId) });
      const isThere = comments.some(
        ({ author, created, body }) =>
          author?.accountId === me &&
          instant(created, 0) >= since &&
          textOfDocument(body) === textOfDocument(documentOf(text)),
      );
      if (!isThere)
        await jira('addComment', { params: at(itemId), body: { body: documentOf(text) } });
    },
    begin: (itemId, decision, seen, attempt) =>
      call((backend) => beginDecision(backend, me, { itemId, decision, seen, attempt })),
    finish: (itemId, intent) => call((backend) => finishDecision(backend, me, { itemId, intent })),
    drop: (itemId, intent) => call((backend) => dropDecision(backend, me, { itemId, intent })),
    undo: (itemId, rev) => call((backend) => undoDecision(backend, me, { itemId, rev })),
    sleep: way.wait,
    now: ports.clock.now,
    newId: ports.ids.next,
  };
}
