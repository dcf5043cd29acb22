// Takes all that is kept of a project out as one file: the records through the app, answers and flags
// from the items, as the reader sees them.
import { projectJql } from '../../../../../src/adapters/jira/jql';
import { writeDataFile } from '../../../../../src/contract/data-file';
import { canonical, PROPERTY_KEYS } from '../../../../../src/contract/properties';
import { DATA_SECTIONS, STORED_SECTIONS, type DataSection } from '../../../../../src/domain/data';
import { carryingClause } from '../../../../../src/domain/data-clause';
import { createPace, patiently, type Means, type Watcher } from './means';

/** Issues per page with their properties, the most that Jira gives. */
const PAGE = 100;
/** The condition names no moment, so the zone does not matter. */
const ZONE = 'UTC';

export interface Project {
  projectId: string;
  projectKey: string;
}

interface Row {
  key: string;
  value: unknown;
}

export interface Exported {
  text: string;
  counts: Record<DataSection, number>;
  /** Records about items that the reader does not see; they are not in the file. */
  hidden: number;
}

/** `section` is being read, and so much is there in all. */
export type ExportProgress = (section: DataSection, rows: number) => void;

/** Answers and flags of all items that carry some. @throws {StoppedError} */
async function readItems(
  means: Means,
  watcher: Watcher,
  projectId: string,
  onRows: (rows: number) => void,
): Promise<Row[]> {
  const jql = projectJql(projectId, carryingClause, ZONE, 'created ASC, key ASC');
  const found = new Map<string, { answer?: unknown; flag?: unknown }>();
  const sent = new Set<string>();
  let nextPageToken: string | undefined;
  do {
    const token = nextPageToken;
    const page = await patiently(means, watcher, () =>
      means.jira('search', {
        body: {
          jql,
          properties: [PROPERTY_KEYS.answer, PROPERTY_KEYS.flag],
          maxResults: PAGE,
          ...(token !== undefined && { nextPageToken: token }),
        },
      }),
    );
    for (const { id, properties = {} } of page.issues) {
      const answer = properties[PROPERTY_KEYS.answer];
      const flag = properties[PROPERTY_KEYS.flag];
      if (answer === undefined && flag === undefined) continue;
      found.set(id, {
        ...(answer !== undefined && { answer }),
        ...(flag !== undefined && { flag }),
      });
    }
    onRows(found.size);
    nextPageToken = page.isLast === true ? undefined : (page.nextPageToken ?? undefined);
    if (nextPageToken !== undefined && sent.has(nextPageToken)) break;
    if (nextPageToken !== undefined) sent.add(nextPageToken);
  } while (nextPageToken !== undefined);
  // Equal flags together: they are given in one go when the file comes in.
  const order = (value: { flag?: unknown }) => canonical(value.flag ?? null);
  return [...found]
    .map(([key, value]) => ({ key, value, flag: order(value) }))
    .sort((a, b) => (a.flag < b.flag ? -1 : a.flag > b.flag ? 1 : Number(a.key) - Number(b.key)))
    .map(({ key, value }) => ({ key, value }));
}

/** Reads everything and gives the file. @throws {StoppedError} {CallError} */
export async function exportData(
  means: Means,
  watcher: Watcher,
  { projectId, projectKey }: Project,
  onProgress: ExportProgress,
): Promise<Exported> {
  const rows = Object.fromEntries(
    DATA_SECTIONS.map((one) => [one, [] as Row[]]),
  ) as unknown as Record<DataSection, Row[]>;
  const pace = createPace(means);
  let hidden = 0;
  let total = 0;
  for (const section of STORED_SECTIONS) {
    let after: string | null = null;
    do {
      onProgress(section, total);
      const from = after;
      const page: Awaited<ReturnType<typeof readPage>> = await patiently(means, watcher, () =>
        readPage(means, projectId, section, from),
      );
      rows[section].push(...page.rows);
      total += page.rows.length;
      hidden += page.hidden;
      after = page.next;
      await pace(page.rows.length + page.hidden);
    } while (after !== null);
    rows[section].sort((a, b) => (a.key < b.key ? -1 : 1));
  }
  onProgress('items', total);
  rows.items = await readItems(means, watcher, projectId, (found) =>
    onProgress('items', total + found),
  );
  const at = new Date(means.now()).toISOString();
  const counts = Object.fromEntries(
    DATA_SECTIONS.map((section) => [section, rows[section].length]),
  ) as Record<DataSection, number>;
  return { text: writeDataFile({ projectId, projectKey, at, hidden }, rows), counts, hidden };
}

const readPage = (
  means: Means,
  projectId: string,
  section: (typeof STORED_SECTIONS)[number],
  after: string | null,
) => means.call('data.read', { projectId, section, ...(after !== null && { after }) });
