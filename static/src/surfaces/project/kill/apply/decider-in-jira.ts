// What applying decisions asks of Jira, in the decider's own name.
import { documentOf, textOfDocument } from '../../../../../../src/contract/document';
import { fingerprint } from '../../../../../../src/contract/fingerprint';
import { PROPERTY_KEYS, readFlag } from '../../../../../../src/contract/properties';
import { AppError } from '../../../../../../src/domain/errors';
import { flagShown } from '../../../../../../src/domain/item';
import { moverSince } from '../../../../../../src/domain/moves';
import type { AnswerOf } from '../../../../../../src/adapters/jira/endpoints';
import { instant, movesOf } from '../../../../../../src/adapters/jira/items';
import type { ApplyPorts } from '../../../../../../src/usecases/applying/ports';
import type { BrowserEndpoint, JiraRequest } from '../../../../forge/jira';

/** A call to Jira as the decider, whose failures are what ApplyPorts promises. */
export type AskJira = <N extends BrowserEndpoint>(
  name: N,
  request: JiraRequest,
) => Promise<AnswerOf<N>>;

const isHidden = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'not_found' || error.code === 'forbidden');

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

/** The part of the ports that Jira answers, for one decider by their account. */
export const deciderInJira = (
  me: string,
  ask: AskJira,
): Pick<ApplyPorts, 'look' | 'exits' | 'move' | 'movedBy' | 'comment'> => ({
  async look(itemId) {
    const keys = [PROPERTY_KEYS.answer, PROPERTY_KEYS.flag];
    const query = { fields: 'status,resolution,project', properties: keys.join(',') };
    const issue = await ask('getIssue', { params: at(itemId), query }).catch((error: unknown) => {
      if (isHidden(error)) return null;
      throw error;
    });
    if (!issue) return null;
    const { fields = {}, properties = {} } = issue;
    return {
      projectId: fields.project?.id ?? '',
      statusId: fields.status?.id ?? '',
      isDone: fields.status?.statusCategory.key === 'done',
      resolutionId: fields.resolution?.id ?? null,
      flag: flagShown(readFlag(properties[PROPERTY_KEYS.flag])),
      answer: fingerprint(properties[PROPERTY_KEYS.answer]),
    };
  },
  async exits(itemId) {
    const query = { expand: 'transitions.fields' };
    const found = await ask('getTransitions', { params: at(itemId), query });
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
    await ask('transition', { params: at(itemId), body });
  },
  async movedBy(itemId, account, since) {
    const body = { issueIdsOrKeys: [itemId], fieldIds: ['status'] };
    const { issueChangeLogs } = await ask('bulkChangelog', { body });
    return moverSince(movesOf(issueChangeLogs), since) === account;
  },
  async comment(itemId, text, since) {
    const query = { orderBy: '-created', maxResults: COMMENTS };
    const { comments } = await ask('getComments', { params: at(itemId), query });
    const isThere = comments.some(
      ({ author, created, body }) =>
        author?.accountId === me &&
        instant(created, 0) >= since &&
        textOfDocument(body) === textOfDocument(documentOf(text)),
    );
    if (isThere) return;
    await ask('addComment', { params: at(itemId), body: { body: documentOf(text) } });
  },
});
