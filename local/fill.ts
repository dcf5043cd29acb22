// Filling a new site: the demo shop, or the user's own backlog.
import path from 'node:path';
import { seedDemo } from './data/demo';
import { DataError, importFile, survey, type Survey } from './data/import';
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
}

const SHOWN_REJECTIONS = 20;

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
  const found = await survey(source.file);
  if (found.usable.size > 0) return found;
  const [first] = found.rejected;
  const reason = first ? ` (line ${first.line}: ${first.reason})` : '';
  throw new DataError(
    `${source.file}: none of its ${found.total} rows is a usable issue${reason}.`,
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
  const { site, found, now, realNow, report } = request;
  const { imported, total, rejected, newest } = await importFile({ site, file, found });
  for (const { line, reason } of rejected.slice(0, SHOWN_REJECTIONS)) {
    report(`  line ${line}: ${reason}`);
  }
  const more = rejected.length - SHOWN_REJECTIONS;
  if (more > 0) report(`  and ${more} more`);
  report(`Imported ${imported} of ${total} issues.`);
  return now ?? newest ?? realNow;
}
