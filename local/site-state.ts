// What the database remembers of the site itself: what it was filled with, and where its clock is.
import { z } from 'zod';
import type { Db } from './db';

/** Raised when tables change in a way that an older file cannot be read with. */
const SCHEMA = '2';

const sourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('demo'), issues: z.number(), projects: z.number() }),
  z.object({ kind: z.literal('file'), file: z.string() }),
  z.object({ kind: z.literal('empty') }),
]);
export type SiteSource = z.infer<typeof sourceSchema>;

export interface SiteState {
  /** What the site was filled with; null when it is new, half filled or of an older schema. */
  source(): SiteSource | null;
  /** Marks that filling has begun; a process killed on the way leaves a site that is filled anew. */
  begin(): void;
  filled(source: SiteSource): void;
  /** How far the clock is ahead of the real one, in milliseconds. */
  ahead(): number;
  setAhead(ms: number): void;
}

/** Opens the state in `db`. */
export function openSiteState(db: Db): SiteState {
  db.exec('CREATE TABLE IF NOT EXISTS host_state (name TEXT PRIMARY KEY, value TEXT NOT NULL)');
  const read = (name: string) =>
    db.get('SELECT value FROM host_state WHERE name = ?', [name])?.value?.toString();
  const write = (name: string, value: string) =>
    void db.run('INSERT OR REPLACE INTO host_state VALUES (?, ?)', [name, value]);
  return {
    source() {
      const source = read('source');
      if (source === undefined || read('schema') !== SCHEMA) return null;
      return sourceSchema.parse(JSON.parse(source));
    },
    begin: () => void db.run("DELETE FROM host_state WHERE name = 'source'"),
    filled(source) {
      write('schema', SCHEMA);
      write('source', JSON.stringify(source));
    },
    ahead: () => Number(read('ahead') ?? 0),
    setAhead: (ms) => write('ahead', String(ms)),
  };
}

/** The same words as a user would use for it. */
export function sourceText(source: SiteSource): string {
  if (source.kind === 'file') return `the import of ${source.file}`;
  if (source.kind === 'empty') return 'an empty site';
  return `the demo shop (${source.issues} issues, ${source.projects} projects)`;
}
