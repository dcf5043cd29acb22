// All that a site holds, as text: every table of Jira, storage and queue.
import type { Loop } from './loop';

/** For a text that must be nowhere: rows as JSON, a table a line. */
export function everythingIn({ host }: Loop): string {
  const tables = host.db.all("SELECT name FROM sqlite_master WHERE type = 'table'");
  return tables
    .map(({ name }) => JSON.stringify(host.db.all(`SELECT * FROM "${String(name)}"`)))
    .join('\n');
}

/** What functions printed, the newest invocations, with what was printed outside of any. */
export function logOf({ host }: Loop): string {
  const { log } = host.functions;
  const lines = [...log.outside(), ...log.newest().flatMap((one) => one.lines)];
  const errors = log.newest().map(({ error }) => error ?? '');
  return [...lines.map(({ text }) => text), ...errors].join('\n');
}
