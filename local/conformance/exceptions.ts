// Where the description is wrong or silent, and what shows it. One that nothing needs any more fails
// the check (scripts/check/conformance.mjs).
export interface Exception {
  /** Short name, by which the check speaks of it. */
  id: string;
  /** Method and path as the description writes them; nothing for all. */
  call?: string;
  rule: RegExp;
  reason: string;
  /** Public address of what says so. */
  page: string;
}

const REST = 'https://developer.atlassian.com/cloud/jira/platform/rest/v3/';

const HISTORIES = /^answer 200 .*\/items\/\*\/(from|fromString|to|toString) type string$/;

export const EXCEPTIONS: readonly Exception[] = [
  {
    id: 'login',
    rule: /^gateway 401 login$/,
    reason:
      'Who is not logged in is refused before Jira is asked, with a message and a status code.',
    page: `${REST}intro/#authentication`,
  },
  {
    id: 'scope',
    rule: /^gateway 403 scope$/,
    reason: 'A call that the scopes of an app do not cover is refused before Jira is asked.',
    page: `${REST}intro/#permissions`,
  },
  {
    id: 'limits',
    rule: /^status 429( made up)?$/,
    reason: 'The limits are described on a page of their own and not at each call.',
    page: 'https://developer.atlassian.com/cloud/jira/platform/rate-limiting/',
  },
  {
    id: 'outage',
    // The local Jira is never out of order by itself: a plan of faults stands before it.
    rule: /^status 503 made up$/,
    reason: 'What is out of order says so at any call; tests of the pages let it.',
    page: `${REST}intro/#status-codes`,
  },
  {
    id: 'one-side-of-a-link',
    rule: /^answer 200 .*\/issuelinks\/\* required (inwardIssue|outwardIssue)$/,
    reason:
      'A link in an issue names the other issue alone; the example of the page shows it, its schema wants both.',
    page: `${REST}api-group-issues/#api-rest-api-3-issue-issueidorkey-get`,
  },
  {
    id: 'history-of-an-issue',
    call: 'GET /rest/api/3/issue/{issueIdOrKey}',
    rule: HISTORIES,
    reason:
      'What had no value before is null; the example of the page shows it, its schema wants a text.',
    page: `${REST}api-group-issues/#api-rest-api-3-issue-issueidorkey-changelog-get`,
  },
  {
    id: 'history',
    call: 'GET /rest/api/3/issue/{issueIdOrKey}/changelog',
    rule: HISTORIES,
    reason:
      'What had no value before is null; the example of the page shows it, its schema wants a text.',
    page: `${REST}api-group-issues/#api-rest-api-3-issue-issueidorkey-changelog-get`,
  },
  {
    id: 'histories',
    call: 'POST /rest/api/3/changelog/bulkfetch',
    rule: HISTORIES,
    reason: 'As in the history of one issue.',
    page: `${REST}api-group-issues/#api-rest-api-3-issue-issueidorkey-changelog-get`,
  },
  {
    id: 'moments-of-histories',
    call: 'POST /rest/api/3/changelog/bulkfetch',
    rule: /^answer 200 .*\/changeHistories\/\*\/created type string$/,
    reason: 'The example of the page shows milliseconds as a number, its schema wants a text.',
    page: `${REST}api-group-issues/#api-rest-api-3-changelog-bulkfetch-post`,
  },
  {
    id: 'values-of-properties',
    call: 'POST /rest/api/3/issue/properties',
    // An empty object is none even so.
    rule: /^body \/properties\/[\w-]+ (type object|additionalProperties \w+)$/,
    reason:
      'A value is any JSON. The schema lists what a programming library knows about a piece of JSON, and its own example does not fit.',
    page: `${REST}api-group-issue-properties/#api-rest-api-3-issue-properties-post`,
  },
  {
    id: 'status-of-panels',
    call: 'POST /rest/api/3/forge/panel/action/bulk/status',
    rule: /^call unknown$/,
    reason: 'Newer than the description of June 2026; a client made from a later one has it.',
    page: 'https://mrrefactoring.github.io/jira.js/api/functions/cloud.getBulkPinStatus',
  },
  {
    id: 'wrong-question',
    call: 'GET /rest/api/3/issue/{issueIdOrKey}',
    rule: /^status 400$/,
    reason: 'An expansion or a parameter that is not imitated is refused like any wrong request.',
    page: `${REST}intro/#status-codes`,
  },
  {
    id: 'no-right-to-comment',
    call: 'POST /rest/api/3/issue/{issueIdOrKey}/comment',
    rule: /^status 403$/,
    reason:
      'Nothing is said of who sees the issue and may not comment; edits are refused with 403.',
    page: `${REST}api-group-issue-comments/#api-rest-api-3-issue-issueidorkey-comment-post`,
  },
];

/** The exception that a fault falls under; undefined for one that counts. */
export const exceptionFor = (fault: { call: string; rule: string }): Exception | undefined =>
  EXCEPTIONS.find(
    ({ call, rule }) => (call === undefined || call === fault.call) && rule.test(fault.rule),
  );
