// A backlog file whose finished items have answers, results, components and estimates: what the tab
// Outcome vs output counts. Everything hangs on the number of an item's key, so that it repeats.
import { readFileSync, writeFileSync } from 'node:fs';
import { answerBacklog, PEOPLE } from './answered-backlog';

export { PEOPLE };

export const COMPONENTS = ['Rigging', 'Sails'] as const;
export const EXEMPT = { types: ['Documentation'], labels: ['ops'] };
export const LABEL = 'quick';

interface Row {
  key: string;
  fields: {
    issuetype: { name: string; hierarchyLevel?: number };
    labels?: string[];
    components?: { name: string }[];
    [field: string]: unknown;
  };
  names?: Record<string, string>;
  properties: Record<string, unknown>;
}

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length];

const bet = (goal: string, why: 'move' | 'test', when: string, checkBy: string) => ({
  v: 1,
  why,
  state: 'answered',
  goal,
  by: 'asking once',
  expect: 'fewer to give up',
  checkBy,
  when,
  answered: '2012-03-04',
});
const run = (when: string) => ({ v: 1, why: 'run', state: 'answered', when });
const sorted = (why: 'move' | 'test') => ({ v: 1, why, state: 'half', when: 'sorted' });
const PAST = '2012-05-01';
const FUTURE = '2031-05-01';

const ITEM_ANSWERS: readonly unknown[] = [
  bet('gA', 'move', 'before', PAST),
  undefined,
  bet('gB', 'test', 'before', FUTURE),
  undefined,
  bet('gA', 'test', 'started', FUTURE),
  run('before'),
  undefined,
  bet('gC', 'move', 'before', PAST),
  sorted('move'),
  bet('gD', 'move', 'before', PAST),
  sorted('test'),
  bet('gA', 'move', 'done', PAST),
  undefined,
  bet('gx', 'move', 'before', PAST),
  run('sorted'),
  { v: 1, why: 'move', state: 'half', goal: 'gA' },
  'written by hand',
  undefined,
  { v: 2, why: 'move' },
];
const PARENT_ANSWERS: readonly unknown[] = [
  bet('gA', 'move', 'before', PAST),
  undefined,
  run('started'),
  bet('gB', 'test', 'started', FUTURE),
  bet('gA', 'test', 'done', FUTURE),
  bet('gC', 'move', 'before', PAST),
];
const RESULTS = ['moved', undefined, 'flat', undefined, undefined, 'unclear', undefined] as const;

function resultFor(answer: unknown, n: number): unknown {
  const value =
    answer === ITEM_ANSWERS[8]
      ? 'moved'
      : answer === ITEM_ANSWERS[10]
        ? 'unclear'
        : pick(RESULTS, n);
  return value && { v: 1, result: value, evidence: 'judged', at: '2012-06-01' };
}

function finish(row: Row): Row {
  const n = Number(row.key.slice(row.key.lastIndexOf('-') + 1));
  const above = row.fields.issuetype.hierarchyLevel === 1 || row.fields.issuetype.name === 'Epic';
  const answer = pick(above ? PARENT_ANSWERS : ITEM_ANSWERS, n);
  const result = resultFor(answer, n);
  const components = [
    ...(row.fields.components ?? []),
    ...COMPONENTS.filter((_, index) => n % (index + 3) === 1).map((name) => ({ name })),
  ];
  return {
    ...row,
    names: { ...row.names, customfield_10016: 'Story points' },
    fields: {
      ...row.fields,
      components,
      labels: [...(row.fields.labels ?? []), ...(n % 5 === 2 ? [LABEL] : [])],
      customfield_10016: n % 4 === 0 ? null : (n % 8) + 0.5,
    },
    properties: {
      ...(answer !== undefined && { 'ladder-answer': answer }),
      ...(result !== undefined && { 'ladder-result': result }),
      ...(n % 37 === 0 && { 'ladder-decision': { v: 1, decision: 'killed' } }),
      ...(n % 36 === 12 && { 'ladder-decision': { v: 1, decision: 'parked', until: FUTURE } }),
      ...((n % 12) % 5 === 4 && { 'ladder-flag': { v: 1, flag: 'candidate', reason: 'aged' } }),
      ...(n % 12 === 8 && { 'ladder-flag': { v: 1, flag: 'warned', reason: 'aged' } }),
    },
  };
}

/** Writes the finished copy of a file; people, parents and hidden items are those of the answered one. */
export function finishBacklog(from: string, to: string): ReturnType<typeof answerBacklog> {
  answerBacklog(from, to);
  const lines = readFileSync(to, 'utf8').split('\n');
  const rows = lines.map((line) => {
    try {
      const row = JSON.parse(line) as Row | null;
      return row?.key && row.fields?.issuetype ? finish(row) : null;
    } catch {
      return null;
    }
  });
  writeFileSync(to, rows.map((row, n) => (row ? JSON.stringify(row) : lines[n])).join('\n'));
  return rows.filter((row) => row !== null) as ReturnType<typeof answerBacklog>;
}

const STATUSES = {
  open: { id: '21', name: 'Open', statusCategory: { key: 'new' } },
  working: { id: '22', name: 'Working', statusCategory: { key: 'indeterminate' } },
  closed: { id: '25', name: 'Closed', statusCategory: { key: 'done' } },
} as const;

const typeOf = (n: number) => {
  if (n % 25 === 0) return { id: '13', name: 'Epic', subtask: false, hierarchyLevel: 1 };
  if (n % 31 === 0) return { id: '14', name: 'Step', subtask: true, hierarchyLevel: -1 };
  const name = n % 13 === 0 ? 'Documentation' : n % 3 === 0 ? 'Bug' : 'Story';
  const id = { Documentation: '12', Bug: '15', Story: '11' }[name];
  return { id, name, subtask: false, hierarchyLevel: 0 };
};

const HOUR = 3_600_000;

/** A made-up project of `count` rows, most of them closed in the eight months before `at` (milliseconds). */
export function generateFinished(to: string, count: number, at: number): void {
  const rows = Array.from({ length: count }, (_, index) => {
    const n = index + 1;
    // Every hour of the day comes up, and with it the days that are not the same in all zones.
    const changed = at - ((n * 7_919) % 5_760) * HOUR;
    const status = STATUSES[n % 4 === 0 ? 'open' : n % 11 === 0 ? 'working' : 'closed'];
    const closed = status === STATUSES.closed;
    const iso = (ms: number) => new Date(ms).toISOString();
    return {
      id: String(5_000 + n),
      key: `QUAY-${n}`,
      fields: {
        summary: `Row ${n}`,
        issuetype: typeOf(n),
        project: { id: '41', key: 'QUAY', name: 'Quay' },
        status,
        statuscategorychangedate: iso(changed),
        ...(closed && {
          resolution: n % 17 === 1 ? { id: '2', name: "Won't Do" } : { id: '1', name: 'Done' },
        }),
        created: iso(changed - ((n * 61) % 400) * 24 * HOUR),
        updated: iso(changed),
      },
    };
  });
  writeFileSync(to, rows.map((row) => JSON.stringify(row)).join('\n'));
}
