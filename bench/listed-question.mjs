// A question of the page answered by listing, as a client library is usually used: 100 items a page,
// the fields that the answer needs. Prints what it found and how long it took as JSON.
import { strictJira } from '../test/support/strict-jira.mjs';

const [host, question] = process.argv.slice(2);
const QUESTIONS = {
  // How many open items are asked for an answer: not exempt, not parked.
  backlog: {
    jql: 'project = SHOP AND statusCategory != Done ORDER BY created ASC',
    counts: ({ fields, properties }) =>
      fields.issuetype.hierarchyLevel === 0 &&
      !fields.labels.includes('ops') &&
      properties?.['ladder-decision']?.decision !== 'parked',
  },
  // How many items were finished in the year until the day before tomorrow.
  outcome: {
    jql: 'project = SHOP AND statusCategory = Done AND statusCategoryChangedDate >= "2025-11-22" ORDER BY created ASC',
    counts: ({ fields }) => fields.issuetype.hierarchyLevel === 0,
  },
};
const { jql, counts } = QUESTIONS[question];
const jira = strictJira(host, 'viewer');
const ask = {
  jql,
  fields: ['issuetype', 'parent', 'labels', 'resolution', 'statuscategorychangedate'],
  properties: ['ladder-answer', 'ladder-decision'],
  maxResults: 100,
};
let [found, pages, listed, nextPageToken] = [0, 0, 0, undefined];
const started = performance.now();
do {
  const page = await jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({
    ...ask,
    ...(nextPageToken && { nextPageToken }),
  });
  pages += 1;
  listed += page.issues.length;
  found += page.issues.filter(counts).length;
  nextPageToken = page.nextPageToken;
} while (nextPageToken);
console.log(JSON.stringify({ found, listed, pages, ms: performance.now() - started }));
