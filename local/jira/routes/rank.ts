// The order of issues. Source: Atlassian, Jira Software REST, group "Issue".
import { z } from 'zod';
import { RANK_FIELD, RANK_MAX } from '../constants';
import { refuse, unauthenticated } from '../errors';
import { hasInProject } from '../permissions';
import { rankBetween } from '../rank';
import { findIssue, readBody } from '../reading';
import { type Call, type Reply, type Route, writing } from '../services';
import { type IssueRecord } from '../store';

const idOrKey = z.union([z.string(), z.int().transform(String)]);
const rankBody = z.strictObject({
  issues: z.array(idOrKey).min(1).max(RANK_MAX),
  rankBeforeIssue: idOrKey.optional(),
  rankAfterIssue: idOrKey.optional(),
  rankCustomFieldId: z.literal(Number(RANK_FIELD.replace('customfield_', ''))).optional(),
});

export const rankRoutes: Route[] = [
  writing('PUT', '/rest/agile/1.0/issue/rank', ['write:issue:jira-software'], rank),
];

const MISSING = 'Issue does not exist or you do not have permission to see it.';
const FORBIDDEN = 'You do not have permission to rank this issue.';

/** 204 when all were ranked; 207 that names each issue when some could not be. */
function rank(call: Call): Reply {
  const body = readBody(call, rankBody);
  if (call.viewer.anonymous) throw unauthenticated();
  const { rankBeforeIssue, rankAfterIssue } = body;
  if ((rankBeforeIssue === undefined) === (rankAfterIssue === undefined)) {
    throw refuse(400, 'Specify either rankBeforeIssue or rankAfterIssue.');
  }
  const target = findIssue(call, rankBeforeIssue ?? rankAfterIssue ?? '');
  if (!target) throw refuse(400, MISSING);
  const asked = body.issues.map((one) => ({ one, issue: findIssue(call, one) }));
  const mayMove = ({ projectId }: IssueRecord) =>
    hasInProject(call.viewer, 'SCHEDULE_ISSUES', projectId);
  const movable = asked.flatMap(({ issue }) => (issue && mayMove(issue) ? [issue] : []));
  if (movable.length === 0 && asked.some(({ issue }) => issue)) throw refuse(403, FORBIDDEN);
  call.db.transaction(() => {
    move(call, movable, target, rankBeforeIssue === undefined ? 'after' : 'before');
  });
  if (movable.length === asked.length) return { status: 204 };
  const entries = asked.map(({ one, issue }) => {
    const id = issue ? { issueId: Number(issue.id), issueKey: issue.key } : { issueKey: one };
    if (!issue) return { ...id, status: 404, errors: [MISSING] };
    return mayMove(issue) ? { ...id, status: 200 } : { ...id, status: 403, errors: [FORBIDDEN] };
  });
  return { status: 207, json: { entries } };
}

/** Puts issues, in their order, next to the target on one side. */
function move(
  call: Call,
  issues: readonly IssueRecord[],
  target: IssueRecord,
  side: 'before' | 'after',
): void {
  const { ranks } = call.store;
  const moving = issues.filter((issue) => issue.id !== target.id);
  for (const issue of moving) ranks.remove(issue.id);
  const at = ranks.of(target.id);
  let low = side === 'after' ? at : ranks.neighbour(at, 'before');
  const high = side === 'after' ? ranks.neighbour(at, 'after') : at;
  for (const issue of moving) {
    low = rankBetween(low, high);
    ranks.set(issue.id, low);
    call.index.touch(issue.id);
  }
}
