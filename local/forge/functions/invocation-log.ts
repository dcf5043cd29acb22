// What functions printed and how they ended, kept for the log page; only the newest are kept.
import type { LogLine } from './protocol';

const INVOCATIONS = 200;
// Forge keeps 100 lines per runtime minute; here the newest 100 of an invocation.
const LINES = 100;

export interface InvocationRecord {
  id: string;
  functionKey: string;
  moduleKey: string;
  started: number;
  /** Milliseconds of real time; null while it runs. */
  took: number | null;
  error: string | null;
  lines: LogLine[];
}

export interface InvocationLog {
  open(record: Pick<InvocationRecord, 'id' | 'functionKey' | 'moduleKey' | 'started'>): void;
  close(id: string, took: number, error: string | null): void;
  add(line: LogLine): void;
  /** Newest first. */
  newest(): InvocationRecord[];
  /** Lines printed outside an invocation, such as while the app loads. */
  outside(): LogLine[];
  /** Forgets all of it, with the site that it tells of. */
  clear(): void;
}

/** An empty log in memory. */
export function createInvocationLog(): InvocationLog {
  const records = new Map<string, InvocationRecord>();
  const outside: LogLine[] = [];
  const push = (lines: LogLine[], line: LogLine) => {
    lines.push(line);
    if (lines.length > LINES) lines.shift();
  };
  return {
    open(record) {
      records.set(record.id, { ...record, took: null, error: null, lines: [] });
      const oldest = records.keys().next();
      if (records.size > INVOCATIONS && !oldest.done) records.delete(oldest.value);
    },
    close(id, took, error) {
      const record = records.get(id);
      if (record) Object.assign(record, { took, error });
    },
    add(line) {
      const record = line.invocationId === null ? undefined : records.get(line.invocationId);
      push(record ? record.lines : outside, line);
    },
    newest: () => [...records.values()].reverse(),
    outside: () => outside,
    clear() {
      records.clear();
      outside.length = 0;
    },
  };
}
