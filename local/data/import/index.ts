// Importing a backlog onto an empty local site: Jira's CSV export, or its REST JSON.

import type { Site, SiteIssue } from '../../jira/api';
import { loginUsers } from '../people';
import { DataError } from './data-error';
import { epicLink, estimate } from './custom-fields';
import { issueOfRow } from './issue';
import { parseRow } from './row-schema';
import { survey, type Rejected, type Survey } from './survey';

export { DataError, readFailure } from './data-error';
export { demandReadable } from './readable';
export { reportOf, type DataReport } from './report';
export { survey, type Survey } from './survey';

export interface ImportReport {
  /** Rows that the file holds. */
  total: number;
  imported: number;
  rejected: Rejected[];
  /** Latest moment in the imported rows, in milliseconds; null when there are none. */
  newest: number | null;
  /** Keys of the imported projects. */
  projects: string[];
}

export interface ImportOptions {
  site: Site;
  /** Path of the file. */
  file: string;
  /** What a first look at the file found; without it the file is looked at now. */
  found?: Survey | undefined;
  /** Told now and then how many issues are in. */
  progress?: (imported: number) => void;
}

/** Issues that are added in one transaction. */
const BATCH = 1000;

/**
 * Imports all usable rows of `file`; the others are listed with line and reason. The file is read
 * twice and never held in memory: an issue may name a type, a parent or a person of a later line. Its
 * people stand beside those who can log in, and cannot.
 * @throws DataError when the file can't be read, or a project of it is on the site already.
 */
export async function importFile(options: ImportOptions): Promise<ImportReport> {
  const { site, file, progress = () => undefined } = options;
  const found = options.found ?? (await survey(file));
  const taken = new Set(site.projects().map((project) => project.key));
  const clash = found.words.projects().find((key) => taken.has(key));
  if (clash !== undefined) throw new DataError(`Project ${clash} is on this site already.`);

  found.words.fill(site, loginUsers());
  let batch: SiteIssue[] = [];
  let imported = 0;
  for await (const issue of issuesOf(found)) {
    batch.push(issue);
    imported += 1;
    if (batch.length === BATCH) {
      site.addIssues(batch);
      batch = [];
      progress(imported);
    }
  }
  if (batch.length > 0) site.addIssues(batch);
  return {
    total: found.total,
    imported,
    rejected: found.rejected,
    newest: found.newest,
    projects: found.words.projects(),
  };
}

async function* issuesOf(found: Survey): AsyncGenerator<SiteIssue> {
  let ordinal = -1;
  let change = 0;
  const changeId = (): string => String(++change);
  for await (const { content, names } of found.data.rows()) {
    ordinal += 1;
    if (!found.usable.has(ordinal) || !content.ok) continue;
    const parsed = parseRow(content.value);
    if (!parsed.ok) continue;
    const { row } = parsed;
    const parentKey = row.fields.parent?.key ?? epicLink(row, names);
    yield issueOfRow(row, {
      words: found.words,
      ids: found.words.note(row),
      issueId: found.ids.get(row.key) ?? '',
      // A parent that the file does not hold can't be shown: the item stands alone.
      parentId:
        parentKey === null || parentKey === row.key ? null : (found.ids.get(parentKey) ?? null),
      estimate: estimate(row, names),
      changeId,
    });
  }
}
