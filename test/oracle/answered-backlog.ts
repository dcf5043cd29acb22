// A backlog file with answers: rows of Jira's REST API get parents, properties, labels, sprints and
// people who may not see them, by the number of their key. What the importer does not know
// (`sprints`, `visibleTo`) is read by the test and by the independent script.
import { readFileSync, writeFileSync } from 'node:fs';

interface Row {
  key: string;
  fields: {
    issuetype: { id?: unknown; name: string; subtask?: boolean; hierarchyLevel?: number };
    parent?: { key: string } | null;
    labels?: string[];
  };
}

export interface AnsweredRow extends Row {
  properties: Record<string, unknown>;
  sprints: number[];
  visibleTo: string[] | null;
}

export const PEOPLE = { sees: 'demo-po', misses: 'demo-dev', viewer: 'demo-viewer' };
/** Number of the standard item that becomes an epic: files have few. */
const EPIC_EVERY = 40;

const numberOf = ({ key }: Row): number => Number(key.slice(key.lastIndexOf('-') + 1));
const whole = (goal: string) => ({
  v: 1,
  why: 'move',
  state: 'answered',
  goal,
  by: 'asking once',
  expect: 'fewer to give up',
  checkBy: '2030-01-01',
});
const RUN = { v: 1, why: 'run', state: 'answered' };
const HALF = { v: 1, why: 'test', state: 'half', goal: 'gA' };

/** Of every ten parents four answer, one by half, one for a goal of another project. */
const PARENT_ANSWERS = [whole('gA'), undefined, RUN, undefined, whole('gB'), HALF, whole('gA')];
/** `gA` is active, `gB` over, `gC` still to come, `gx` another project's. */
const ITEM_ANSWERS: Record<number, unknown> = {
  1: whole('gA'),
  4: HALF,
  6: RUN,
  8: whole('gB'),
  9: whole('gC'),
  11: whole('gx'),
  13: 'written by hand',
};

function answerOf(n: number, above: boolean): Record<string, unknown> {
  const answer = above ? PARENT_ANSWERS[n % PARENT_ANSWERS.length] : ITEM_ANSWERS[n % 15];
  return {
    ...(answer !== undefined && { 'ladder-answer': answer }),
    ...(n % 23 === 0 && { 'ladder-decision': { v: 1, decision: 'parked', until: '2030-01-01' } }),
    ...(n % 7 === 3 && {
      'ladder-pass': { v: 1, until: '2012-01-01', untilAt: 1_325_376_000_000 },
    }),
  };
}

function visibleTo(n: number): string[] | null {
  if (n % 9 === 0) return [PEOPLE.sees];
  return n % 14 === 0 ? [PEOPLE.sees, PEOPLE.misses] : null;
}

const levelOf = ({ issuetype }: Row['fields']): number =>
  issuetype.hierarchyLevel ?? (issuetype.subtask ? -1 : issuetype.name === 'Epic' ? 1 : 0);

function rowOf(line: string): Row | null {
  try {
    const row = JSON.parse(line) as Partial<Row> | null;
    return typeof row?.key === 'string' && row.fields?.issuetype ? (row as Row) : null;
  } catch {
    return null;
  }
}

/** Writes the answered copy of a file and gives its rows; lines that are no rows stay as they are. */
export function answerBacklog(from: string, to: string): AnsweredRow[] {
  const lines = readFileSync(from, 'utf8').split(/\r?\n/);
  const rows = lines.map(rowOf);
  const found = rows.filter((row) => row !== null);
  const epicType = found.find(({ fields }) => levelOf(fields) === 1)?.fields.issuetype;
  if (!epicType) throw new Error(`${from} holds no epic`);
  const isAbove = (row: Row) =>
    levelOf(row.fields) === 1 || (levelOf(row.fields) === 0 && numberOf(row) % EPIC_EVERY === 0);
  const above = [...new Set(found.filter(isAbove).map(({ key }) => key))];
  const answered = (row: Row): AnsweredRow => {
    const n = numberOf(row);
    const { fields } = row;
    const lone = levelOf(fields) === 0 && !isAbove(row) && !fields.parent;
    const parent = lone ? above[n % (above.length + 2)] : undefined;
    return {
      ...row,
      fields: {
        ...fields,
        issuetype: isAbove(row) ? epicType : fields.issuetype,
        labels: [...(fields.labels ?? []), ...(n % 12 === 5 ? ['ops'] : [])],
        ...(parent !== undefined && { parent: { key: parent } }),
        ...(isAbove(row) && { parent: null }),
      },
      properties: answerOf(n, isAbove(row)),
      sprints: [[], [1], [2], [3, 1]][n % 6] ?? [],
      visibleTo: visibleTo(n),
    };
  };
  const next = rows.map((row) => row && answered(row));
  const text = next.map((row, n) => (row ? JSON.stringify(row) : (lines[n] ?? ''))).join('\n');
  writeFileSync(to, text);
  return next.filter((row) => row !== null);
}

const STATUSES = [
  { id: '21', name: 'Open', statusCategory: { key: 'new' } },
  { id: '22', name: 'Working', statusCategory: { key: 'indeterminate' } },
  { id: '25', name: 'Closed', statusCategory: { key: 'done' } },
] as const;

function typeOf(n: number) {
  if (n % 20 === 0) return { id: '13', name: 'Epic', subtask: false, hierarchyLevel: 1 };
  const standard = { subtask: false, hierarchyLevel: 0 };
  return n % 13 === 0
    ? { id: '12', name: 'Documentation', ...standard }
    : { id: '11', name: 'Story', ...standard };
}

/** A made-up project in the same shape: `count` rows, every twentieth an epic. */
export function generateBacklog(to: string, count: number): void {
  const rows = Array.from({ length: count }, (_, index) => {
    const n = index + 1;
    const created = new Date(Date.UTC(2020, 0, 1) + n * 3_600_000).toISOString();
    return {
      id: String(5_000 + n),
      key: `QUAY-${n}`,
      fields: {
        summary: `Row ${n}`,
        issuetype: typeOf(n),
        project: { id: '41', key: 'QUAY', name: 'Quay' },
        status: STATUSES[n % 11 === 0 ? 2 : n % 4 === 0 ? 1 : 0],
        created,
        updated: created,
      },
    };
  });
  writeFileSync(to, rows.map((row) => JSON.stringify(row)).join('\n'));
}
