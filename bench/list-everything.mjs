// The scan's question answered by listing, as a client library is usually used: every item of the
// project, 100 a page, four fields and the answer. Prints what it found and how long it took as JSON.
import { strictJira } from '../test/support/strict-jira.mjs';

const [host, now, warnDays] = process.argv.slice(2);
const jira = strictJira(host, 'viewer');
const ask = {
  jql: 'project = SHOP ORDER BY created ASC',
  fields: ['created', 'status', 'issuetype', 'parent'],
  properties: ['ladder-answer'],
  maxResults: 100,
};
const answered = new Set();
const open = [];
let pages = 0;
let listed = 0;
let nextPageToken;
const started = performance.now();
do {
  const page = await jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({
    ...ask,
    ...(nextPageToken && { nextPageToken }),
  });
  pages += 1;
  for (const { id, fields, properties } of page.issues) {
    listed += 1;
    const answer = properties?.['ladder-answer'];
    if (answer?.state === 'answered') answered.add(id);
    else if (fields.issuetype.hierarchyLevel === 0 && fields.status.statusCategory.key !== 'done')
      open.push({ created: Date.parse(fields.created), parent: fields.parent?.id });
  }
  nextPageToken = page.nextPageToken;
} while (nextPageToken);
const oldest = Number(now) - Number(warnDays) * 86_400_000;
const found = open.filter(({ created, parent }) => created <= oldest && !answered.has(parent));
const ms = performance.now() - started;
console.log(JSON.stringify({ found: found.length, listed, pages, ms }));
