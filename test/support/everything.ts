// All that a site holds, as text: every table of Jira, storage and queue.
import type { Loop } from './loop';

/** For a text that must be nowhere: rows as JSON, a table a line. */
export function everythingIn({ host }: Loop): string {
  const tables = host.db.all("SELECT name FROM sqlite_master WHERE type = 'table'");
  return tables
    .map(({ name }) => JSON.stringify(host.db.all(`SELECT * FROM "${String(name)}"`)))
    .join('\n');
}

const KEPT = ['kvs_value', 'queue_event', 'jira_property', 'jira_project_property'] as const;

/** What the app itself has in storage, queue and properties: another text once it has written. */
export const keptIn = ({ host }: Loop): string =>
  JSON.stringify(KEPT.map((name) => host.db.all(`SELECT * FROM "${name}"`)));

/** What functions printed, the newest invocations, with what was printed outside of any. */
export function logOf({ host }: Loop): string {
  const { log } = host.functions;
  const lines = [...log.outside(), ...log.newest().flatMap((one) => one.lines)];
  const errors = log.newest().map(({ error }) => error ?? '');
  return [...lines.map(({ text }) => text), ...errors].join('\n');
}
