import { z } from 'zod';
import { TEXT_MAX } from './constants';
import { plainText } from './document';
import { refuseFields } from './errors';
import { requirePermission } from './reading';
import { type Call } from './services';
import { type IssueRecord, type StoredComment } from './store';

/** An Atlassian document, as comments and descriptions carry it. */
export const documentSchema = z.looseObject({
  type: z.literal('doc'),
  version: z.literal(1),
  content: z.array(z.looseObject({ type: z.string() })),
});

/** Jira's sentence for a text of more than `TEXT_MAX` characters. */
export const tooLong = () =>
  `The entered text is too long. It exceeds the allowed limit of ${TEXT_MAX.toLocaleString('en-US')} characters.`;

/**
 * @param isInternal not for customers of a service project
 * @throws JiraError 403 without permission to comment, 400 for a text that is too long.
 */
export function addComment(
  call: Call,
  issue: IssueRecord,
  body: unknown,
  isInternal = false,
): StoredComment {
  const message = 'You do not have permission to comment on this issue.';
  requirePermission(call, 'ADD_COMMENTS', issue.projectId, message);
  const length = plainText(body).length;
  if (length === 0) throw refuseFields({ comment: 'Comment body can not be empty!' });
  if (length > TEXT_MAX) throw refuseFields({ comment: tooLong() });
  const created = call.clock.now();
  const comment = { created, authorAccountId: call.viewer.accountId, body, isInternal };
  const added = call.store.addComment(issue.id, comment);
  call.store.update({ ...(call.store.issue(issue.id) ?? issue), updated: created });
  call.index.touch(issue.id);
  return added;
}
