// Filling a new site: the demo shop, or the user's own backlog.
import path from 'node:path';
import { seedDemo } from './data/demo';
import { DataError, importFile, reportOf, survey, type Survey } from './data/import';
import type { Storage } from './forge';
import type { Site } from './jira/api';
import type { SiteSource } from './site-state';

export interface FillRequest {
  site: Site;
  storage: Storage;
  source: SiteSource;
  /** What `readAhead` gave for this source. */
  found: Survey | undefined;
  /** Where the clock starts, in milliseconds; null for the default of the source. */
  now: number | null;
  /** The real moment, in milliseconds. */
  realNow: number;
  report: (line: string) => void;
  /** Told now and then how many items of a file are in. */
  progress?: ((imported: number) => void) | undefined;
}

/**
 * Reads the user's data before anything is deleted for it; other sources need no reading.
 * @throws DataError when the file can't be read or holds no usable issue.
 */
export async function readAhead(
  source: SiteSource,
  report: FillRequest['report'],
): Promise<Survey | undefined> {
  if (source.kind !== 'file') return undefined;
  report(`Reading ${path.relative(process.cwd(), source.file)} …`);
  return usableSurvey(source.file);
}

/**
 * Looks through a file. `progress` is told now and then how many rows were read.
 * @throws DataError when the file can't be read or holds no usable issue.
 */
export async function usableSurvey(
  file: string,
  progress?: (rows: number) => void,
): Promise<Survey> {
  const found = await survey(file, progress);
  if (found.usable.size > 0) return found;
  if (found.total === 0) throw new DataError(`${file}: it is empty.`);
  const [first] = reportOf(found).leftOut.first;
  throw new DataError(
    `${file}: none of its ${found.total} rows is a usable issue${first === undefined ? '' : ` (${first})`}.`,
  );
}

/** Fills the site and gives the moment at which its clock starts. */
export async function fill(request: FillRequest): Promise<number> {
  const { source, now, realNow } = request;
  if (source.kind === 'file') return fillFromFile(request, source.file);
  const start = now ?? realNow;
  if (source.kind === 'demo') {
    const { issues, projects } = source;
    const { site, storage } = request;
    request.report(`Making the demo shop: ${issues} issues, ${projects} projects …`);
    seedDemo({ site, storage, now: start, issues, projects });
  }
  return start;
}

async function fillFromFile(request: FillRequest, file: string): Promise<number> {
  const { site, now, realNow, report, progress } = request;
  const found = request.found ?? (await usableSurvey(file));
  const { imported, total } = await importFile({
    site,
    file,
    found,
    ...(progress === undefined ? {} : { progress }),
  });
  const { leftOut, derived, missing } = reportOf(found);
  for (const line of leftOut.first) report(`  ${line}`);
  if (leftOut.more > 0) report(`  and ${leftOut.more} more`);
  if (derived.length > 0) report('How the file was read:');
  for (const sentence of derived) report(`  ${sentence}`);
  if (missing.length > 0) report('What it does not hold:');
  for (const sentence of missing) report(`  ${sentence}`);
  report(`Imported ${imported} of ${total} issues.`);
  return now ?? found.newest ?? realNow;
}
