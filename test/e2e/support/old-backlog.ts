// A backlog that has grown old: the file that LADDER_BACKLOG names, or a made-up one of its shape, with
// three hundred open items whose age is told in years.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

export interface OldBacklog {
  file: string;
  /** The moment it is looked at, milliseconds. */
  now: number;
}

const DAY = 86_400_000;
const NOW = Date.parse('2020-06-30T12:00:00Z');
const OPEN = 300;
const DONE = 300;
const YOUNGEST_DAYS = 800;

const STORY = { id: '12', name: 'Story', subtask: false, hierarchyLevel: 0 };
const BUG = { id: '14', name: 'Bug', subtask: false, hierarchyLevel: 0 };
const TO_DO = { id: '21', name: 'Open', statusCategory: { id: 2, key: 'new', name: 'new' } };
const CLOSED = { id: '25', name: 'Closed', statusCategory: { id: 3, key: 'done', name: 'done' } };
const FIXED = { id: '31', name: 'Fixed' };

const person = (n: number) => ({
  accountId: `crew-${String(n)}`,
  displayName: `Crew ${String(n)}`,
  active: true,
});

function line(n: number): string {
  const isOpen = n <= OPEN;
  const created = NOW - (YOUNGEST_DAYS + n * 3) * DAY;
  const changed = isOpen ? created : created + 12 * DAY;
  return JSON.stringify({
    id: String(9000 + n),
    key: `OLD-${String(n)}`,
    fields: {
      summary: `Wish ${String(n)} from long ago`,
      issuetype: n % 3 === 0 ? BUG : STORY,
      project: { id: '41', key: 'OLD', name: 'Old harbour' },
      status: isOpen ? TO_DO : CLOSED,
      statuscategorychangedate: new Date(changed).toISOString(),
      resolution: isOpen ? null : FIXED,
      resolutiondate: isOpen ? null : new Date(changed).toISOString(),
      created: new Date(created).toISOString(),
      updated: new Date(changed).toISOString(),
      labels: [],
      components: [],
      parent: null,
      reporter: person(1 + (n % 5)),
      assignee: null,
    },
    changelog: { startAt: 0, maxResults: 0, total: 0, histories: [] },
  });
}

/** Writes the made-up one into a folder, unless a file is named. */
export function oldBacklog(folder: string): OldBacklog {
  const { LADDER_BACKLOG: given, LADDER_BACKLOG_AT: at = '' } = process.env;
  if (given) return { file: given, now: Date.parse(at) };
  const file = path.join(folder, 'old.jsonl');
  const lines = Array.from({ length: OPEN + DONE }, (_, n) => line(n + 1));
  writeFileSync(file, `${lines.join('\n')}\n`);
  return { file, now: NOW };
}
