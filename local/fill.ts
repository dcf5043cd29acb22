// Filling a new site: the demo shop, or the user's own backlog.
import path from 'node:path';
import { seedDemo } from './data/demo';
import { importFile } from './data/import';
import type { Storage } from './forge';
import type { Site } from './jira/api';
import type { SiteSource } from './site-state';

export interface FillRequest {
  site: Site;
  storage: Storage;
  source: SiteSource;
  /** Where the clock starts, in milliseconds; null for the default of the source. */
  now: number | null;
  /** The real moment, in milliseconds. */
  realNow: number;
  report: (line: string) => void;
}

const SHOWN_REJECTIONS = 20;

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

async function fillFromFile({ site, now, realNow, report }: FillRequest, file: string) {
  report(`Importing ${path.relative(process.cwd(), file)} …`);
  const { imported, total, rejected, newest } = await importFile({ site, file });
  for (const { line, reason } of rejected.slice(0, SHOWN_REJECTIONS)) {
    report(`  line ${line}: ${reason}`);
  }
  const more = rejected.length - SHOWN_REJECTIONS;
  if (more > 0) report(`  and ${more} more`);
  report(`Imported ${imported} of ${total} issues.`);
  return now ?? newest ?? realNow;
}
