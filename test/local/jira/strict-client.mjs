// An independent client, strict about every answer, closes an item by a screen, links it and reads
// histories. Prints what it saw as JSON; a wrong shape ends it with an error.
import { strictJira } from '../../support/strict-jira.mjs';

const jira = strictJira(process.argv[2], 'po');
const seen = {};
const issueIdOrKey = 'SHOP-1';

const { transitions } = await jira.issues.getTransitions({
  issueIdOrKey,
  expand: 'transitions.fields',
});
const done = transitions.find(({ name }) => name === 'Done');
seen.fields = Object.keys(done.fields);
const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'Not this year.' }] }];
await jira.issues.doTransition({
  issueIdOrKey,
  transition: { id: done.id },
  fields: { resolution: { id: done.fields.resolution.allowedValues[1].id } },
  update: { comment: [{ add: { body: { type: 'doc', version: 1, content } } }] },
});
seen.types = (await jira.issueLinkTypes.getIssueLinkTypes()).issueLinkTypes.length;
await jira.issueLinks.linkIssues({
  type: { name: 'Issue split' },
  inwardIssue: { key: issueIdOrKey },
  outwardIssue: { key: 'SHOP-2' },
});
const { fields } = await jira.issues.getIssue({ issueIdOrKey });
seen.read = [fields.resolution.name, fields.comment.total, fields.issuelinks[0].outwardIssue.key];
const { issueChangeLogs } = await jira.issues.getBulkChangelogs({
  issueIdsOrKeys: [issueIdOrKey, 'SHOP-2'],
  fieldIds: ['status'],
});
seen.changed = issueChangeLogs.map(({ issueId }) => issueId);

console.log(JSON.stringify(seen));
