// Links between issues. Source: Atlassian, REST v3, groups "Issue links" and "Issue link types".
import { z } from 'zod';
import { FieldError } from '../edit/draft';
import { recordHistory } from '../edit/history';
import { pick } from '../edit/reference-fields';
import { issueNotFound, notModelled, refuse, unauthenticated } from '../errors';
import { hasInProject } from '../permissions';
import { findIssue, readBody } from '../reading';
import { type Call, ok, READ, type Reply, route, type Route, WRITE, writing } from '../services';
import { linkTypeJson } from '../shapes/links';
import { type IssueRecord } from '../store';

const named = z.strictObject({ id: z.string().optional(), key: z.string().optional() });
const linkBody = z.strictObject({
  type: z.strictObject({ id: z.string().optional(), name: z.string().optional() }),
  inwardIssue: named,
  outwardIssue: named,
  comment: z.unknown().optional(),
});

export const linkRoutes: Route[] = [
  route('GET', '/issueLinkType', READ, (call) => {
    if (call.viewer.anonymous) throw unauthenticated();
    return ok({ issueLinkTypes: call.catalog.linkTypes().map((type) => linkTypeJson(call, type)) });
  }),
  writing('POST', '/issueLink', WRITE, link),
];

/** The inward issue does to the outward one what the type's outward text says: it "blocks" it. */
function link(call: Call): Reply {
  if (call.viewer.anonymous) throw unauthenticated();
  const body = readBody(call, linkBody);
  if (body.comment !== undefined) throw notModelled('a comment with a link', 400);
  const type = typeOf(call, body.type);
  const from = issueOf(call, body.inwardIssue);
  const to = issueOf(call, body.outwardIssue);
  if (from.id === to.id) throw refuse(400, 'An issue cannot be linked to itself.');
  const same = from.links.some(
    (one) => one.typeName === type.name && one.otherKey === to.key && one.direction === 'outward',
  );
  if (same) return { status: 201 };
  const { name: typeName, inward, outward } = type;
  call.db.transaction(() => {
    const id = String(call.store.next('link', 10_000));
    const now = call.clock.now();
    const add = (issue: IssueRecord, other: IssueRecord, direction: 'inward' | 'outward') => {
      const added = { id, typeName, inward, outward, otherKey: other.key, direction };
      call.store.update({ ...issue, updated: now, links: [...issue.links, added] });
      const toString = `This issue ${direction === 'outward' ? outward : inward} ${other.key}`;
      const change = { from: null, fromString: null, to: other.key, toString };
      recordHistory(call, issue.id, now, [{ fieldId: 'issuelinks', ...change }]);
      call.index.touch(issue.id);
    };
    add(from, to, 'outward');
    add(to, from, 'inward');
  });
  return { status: 201 };
}

function typeOf(call: Call, asked: z.infer<typeof linkBody>['type']) {
  try {
    return pick(call.catalog.linkTypes(), asked, 'issue link type');
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    throw refuse(404, `No issue link type with name '${asked.name ?? asked.id ?? ''}' found.`);
  }
}

function issueOf(call: Call, { id, key }: z.infer<typeof named>): IssueRecord {
  const issue = findIssue(call, id ?? key ?? '');
  if (!issue) throw issueNotFound();
  if (!hasInProject(call.viewer, 'LINK_ISSUES', issue.projectId)) {
    throw refuse(404, `No Link Issue Permission for issue '${issue.key}'`);
  }
  return issue;
}
