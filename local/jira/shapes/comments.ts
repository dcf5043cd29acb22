import { type Call } from '../services';
import { type StoredComment } from '../store';
import { jiraDate } from '../zones';
import { userJson } from './people';

/** A `Comment` of REST v3; moments have the offset of the caller's zone. */
export function commentJson(call: Call, issueId: string, comment: StoredComment): unknown {
  const author =
    comment.authorAccountId === null ? undefined : userJson(call, comment.authorAccountId);
  const created = jiraDate(comment.created, call.viewer.zone);
  return {
    self: `${call.baseUrl}/rest/api/3/issue/${issueId}/comment/${comment.id}`,
    id: comment.id,
    ...(author ? { author, updateAuthor: author } : {}),
    body: comment.body,
    created,
    updated: created,
    jsdPublic: !comment.isInternal,
  };
}

/** The `comment` field of an issue. */
export function commentsJson(call: Call, issueId: string): unknown {
  const comments = call.store.comments(issueId).map((each) => commentJson(call, issueId, each));
  return {
    comments,
    self: `${call.baseUrl}/rest/api/3/issue/${issueId}/comment`,
    maxResults: comments.length,
    total: comments.length,
    startAt: 0,
  };
}
