// Notifications about an issue by email. Source: Atlassian, REST v3, group "Issues".
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-notify-post
import { z } from 'zod';
import { notModelled, refuse, unauthenticated } from '../errors';
import { hasInProject, PERMISSIONS } from '../permissions';
import { readBody, readIssue } from '../reading';
import { type Call, type Route, WRITE, writing } from '../services';
import { type IssueRecord } from '../store';
import { createViewer } from '../viewer';

const group = z.looseObject({ name: z.string().optional(), groupId: z.string().nullish() });
const people = z.strictObject({
  users: z
    .array(z.strictObject({ accountId: z.string(), active: z.boolean().optional() }))
    .default([]),
  reporter: z.boolean().default(false),
  assignee: z.boolean().default(false),
  watchers: z.boolean().default(false),
  voters: z.boolean().default(false),
  groups: z.array(group).default([]),
  groupIds: z.array(z.string()).default([]),
});
const notification = z.strictObject({
  subject: z.string().optional(),
  textBody: z.string().optional(),
  htmlBody: z.string().optional(),
  to: people,
  restrict: z
    .strictObject({
      permissions: z
        .array(z.strictObject({ id: z.string().optional(), key: z.string().optional() }))
        .default([]),
      groups: z.array(group).default([]),
      groupIds: z.array(z.string()).default([]),
    })
    .optional(),
});
type Notification = z.output<typeof notification>;

const nobody = () => refuse(400, 'No recipients were defined for notification.');

/** Keys from before permissions had their names of today; Atlassian's example still has one. */
const OLD_KEYS: Record<string, string> = { BROWSE: 'BROWSE_PROJECTS' };

/** @throws JiraError 400 for a person who does not exist, or a role of the issue that nobody has. */
function namedIn(call: Call, issue: IssueRecord, { users, ...roles }: Notification['to']) {
  if (roles.groups.length + roles.groupIds.length > 0) throw notModelled('groups');
  if (roles.watchers || roles.voters) throw notModelled('watchers and voters');
  for (const { accountId } of users)
    if (!call.catalog.user(accountId))
      throw refuse(400, `The user with account id '${accountId}' does not exist.`);
  const role = (wanted: boolean, accountId: string | null, name: string): string[] => {
    if (!wanted) return [];
    if (accountId === null) throw refuse(400, `The issue has no ${name}.`);
    return [accountId];
  };
  return new Set([
    ...users.map(({ accountId }) => accountId),
    ...role(roles.reporter, issue.reporterAccountId, 'reporter'),
    ...role(roles.assignee, issue.assigneeAccountId, 'assignee'),
  ]);
}

/** Whether somebody sees the issue and has every permission that is asked for. */
function fits(call: Call, issue: IssueRecord, keys: readonly string[], accountId: string): boolean {
  if (accountId === call.viewer.accountId) return false;
  if (keys.length === 0) return true;
  const viewer = createViewer(call.catalog, { principal: 'client', accountId });
  return viewer.seesIssue(issue) && keys.every((key) => hasInProject(viewer, key, issue.projectId));
}

export const notifyRoutes: Route[] = [
  writing('POST', '/issue/{issueIdOrKey}/notify', WRITE, (call) => {
    if (call.viewer.anonymous) throw unauthenticated();
    const issue = readIssue(call);
    const { to, restrict, subject, textBody = '', htmlBody = '' } = readBody(call, notification);
    if (restrict && restrict.groups.length + restrict.groupIds.length > 0)
      throw notModelled('groups');
    const keys = (restrict?.permissions ?? []).map(({ key }) => {
      if (key === undefined) throw notModelled('permissions by id');
      const known = OLD_KEYS[key] ?? key;
      if (!PERMISSIONS[known]) throw refuse(400, `The permission '${key}' does not exist.`);
      return known;
    });
    const told = [...namedIn(call, issue, to)].filter((one) => fits(call, issue, keys, one));
    if (told.length === 0) throw nobody();
    call.mail.add({
      at: call.clock.now(),
      issueKey: issue.key,
      fromAccountId: call.viewer.accountId,
      toAccountIds: told,
      subject: subject ?? `(${issue.key}) ${issue.summary}`,
      text: textBody,
      html: htmlBody,
    });
    return { status: 204 };
  }),
];
