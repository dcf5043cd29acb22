// Comments. Source: Atlassian, REST v3, group "Issue comments".
import { z } from 'zod';
import { addComment, documentSchema } from '../comment';
import { refuse } from '../errors';
import { readBody, readInt, readIssue } from '../reading';
import { ok, READ, route, type Route, WRITE, writing } from '../services';
import { commentJson } from '../shapes/comments';

const PATH = '/issue/{issueIdOrKey}/comment';

const commentBody = z.strictObject({
  body: documentSchema,
  visibility: z.unknown().optional(),
  // https://github.com/jenkinsci/jira-plugin/issues/375
  properties: z
    .array(
      z.strictObject({
        key: z.literal('sd.public.comment'),
        value: z.strictObject({ internal: z.boolean() }),
      }),
    )
    .default([]),
});

export const commentRoutes: Route[] = [
  route('GET', PATH, READ, (call) => {
    const issue = readIssue(call);
    const all = call.store.comments(issue.id);
    const startAt = readInt(call, 'startAt', 0, Number.MAX_SAFE_INTEGER);
    const maxResults = readInt(call, 'maxResults', 100, 5_000);
    const page = all.slice(startAt, startAt + maxResults);
    const comments = page.map((each) => commentJson(call, issue.id, each));
    return ok({ startAt, maxResults, total: all.length, comments });
  }),
  writing('POST', PATH, WRITE, (call) => {
    const issue = readIssue(call);
    const { body, visibility, properties } = readBody(call, commentBody);
    if (visibility !== undefined) throw refuse(501, 'Restricted comments are not modelled.');
    const isInternal = properties.some(({ value }) => value.internal);
    const added = addComment(call, issue, body, isInternal);
    return { status: 201, json: commentJson(call, issue.id, added) };
  }),
];
