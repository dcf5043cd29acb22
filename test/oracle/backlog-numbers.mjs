// Numbers of a backlog, read straight from a file of Jira REST issues (one a line). It shares no
// code with the app or the local host, so that both can be held against it.
//
//   node test/oracle/backlog-numbers.mjs FILE --at 2015-01-16T23:00:00Z [--days 180] [--later 14]

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const DAY = 24 * 60 * 60 * 1000;

/** Resolutions and statuses that close an item without delivering it, in lower case. */
const UNDELIVERED = new Set([
  "won't do",
  "won't fix",
  'duplicate',
  'cannot reproduce',
  'declined',
  'invalid',
  'incomplete',
  'obsolete',
  'rejected',
  'not a problem',
  'not a bug',
]);

/** Category of a status in the history, which gives names only; any other name is new. */
const CATEGORY = new Map([
  ...['done', 'closed', 'resolved', 'rejected'].map((name) => [name, 'done']),
  ...['in progress', 'in review'].map((name) => [name, 'indeterminate']),
]);

/** Usable issues of a JSON-lines text: cut, repeated and incomplete rows are left out. */
export function readBacklog(text) {
  const issues = new Map();
  for (const line of text.split(/\r?\n/)) {
    const issue = readIssue(line);
    if (issue !== null && !issues.has(issue.key)) issues.set(issue.key, issue);
  }
  return [...issues.values()];
}

function readIssue(line) {
  let row;
  try {
    row = JSON.parse(line);
  } catch {
    return null;
  }
  const fields = row?.fields;
  const created = moment(fields?.created);
  const status = fields?.status?.name;
  const sound =
    typeof row?.key === 'string' &&
    typeof fields?.summary === 'string' &&
    typeof fields?.issuetype?.name === 'string' &&
    typeof status === 'string' &&
    created !== null;
  if (!sound) return null;
  const category = fields.status.statusCategory?.key;
  return {
    key: row.key,
    row,
    standard: levelOf(fields.issuetype) === 0,
    category,
    status,
    resolution: fields.resolution?.name ?? null,
    created,
    categoryChanged:
      moment(fields.statuscategorychangedate) ?? fromHistory(row, category) ?? created,
  };
}

function levelOf(type) {
  if (typeof type.hierarchyLevel === 'number') return type.hierarchyLevel;
  if (type.subtask) return -1;
  return type.name.toLowerCase() === 'epic' ? 1 : 0;
}

function moment(text) {
  const ms = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
}

/** The last move that changed the category, if it led to the present one. */
function fromHistory(row, category) {
  const last = (row.changelog?.histories ?? [])
    .flatMap((entry) => entry.items.map((item) => ({ ...item, at: moment(entry.created) })))
    .filter((item) => item.field === 'status' && item.at !== null)
    .sort((a, b) => a.at - b.at)
    .findLast((item) => categoryOf(item.fromString) !== categoryOf(item.toString));
  if (last !== undefined && categoryOf(last.toString) === category) return last.at;
  return category === 'done' ? moment(row.fields.resolutiondate) : null;
}

const categoryOf = (name) => CATEGORY.get(String(name).toLowerCase()) ?? 'new';

export const isUndelivered = (issue) =>
  UNDELIVERED.has((issue.resolution ?? '').toLowerCase()) ||
  UNDELIVERED.has(issue.status.toLowerCase());

/**
 * The numbers at a moment (milliseconds): standard items closed in the `days` before it, those of
 * them that were not delivered, the output, all open items, and the open standard items that are
 * at least `age` days old `later` days after it.
 */
export function backlogNumbers(issues, at, { days = 180, age = 180, later = 14 } = {}) {
  const closed = issues.filter(
    ({ standard, category, categoryChanged }) =>
      standard && category === 'done' && categoryChanged >= at - days * DAY && categoryChanged < at,
  );
  const dropped = closed.filter(isUndelivered);
  const open = issues.filter(({ category }) => category !== 'done');
  const scanAt = at + later * DAY;
  const candidates = open.filter((issue) => {
    const since = issue.category === 'indeterminate' ? issue.categoryChanged : issue.created;
    return issue.standard && scanAt - since >= age * DAY;
  });
  const byReason = {};
  for (const issue of dropped) {
    const reason = issue.resolution ?? issue.status;
    byReason[reason] = (byReason[reason] ?? 0) + 1;
  }
  return {
    issues: issues.length,
    closed: closed.length,
    undelivered: dropped.length,
    undeliveredBy: byReason,
    output: closed.length - dropped.length,
    open: open.length,
    candidates: candidates.length,
  };
}

function main(args) {
  const option = (name, otherwise) => {
    const place = args.indexOf(`--${name}`);
    return place < 0 ? otherwise : args[place + 1];
  };
  const file = args.find(
    (arg, index) => !arg.startsWith('--') && !args[index - 1]?.startsWith('--'),
  );
  const at = moment(option('at', ''));
  const days = Number(option('days', '180'));
  const later = Number(option('later', '14'));
  if (file === undefined || at === null || !(days > 0) || !(later >= 0)) {
    console.error('Usage: backlog-numbers.mjs FILE --at MOMENT [--days N] [--later N]');
    return 2;
  }
  const issues = readBacklog(readFileSync(file, 'utf8'));
  console.log(JSON.stringify(backlogNumbers(issues, at, { days, later }), null, 2));
  return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = main(process.argv.slice(2));
}
