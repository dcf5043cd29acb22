// Events in SQLite: what was pushed survives a restart and is delivered at least once.
import { z } from 'zod';
import type { Db, Row } from '../../db';

export interface QueueEvent {
  id: string;
  queueName: string;
  jobId: string;
  body: Record<string, unknown>;
  /** Moment from which it may be delivered. */
  due: number;
  retryCount: number;
  retry: Record<string, unknown> | null;
  /** First push of the chain that this event belongs to. */
  origin: string;
}

export interface Events {
  add(events: readonly QueueEvent[]): void;
  /** The event to deliver next, if one is due at `now`. */
  next(now: number): QueueEvent | undefined;
  /** When the next event is due; undefined when none waits. */
  nextDue(): number | undefined;
  again(id: string, due: number, retryCount: number, retry: Record<string, unknown>): void;
  remove(id: string): void;
  waiting(): QueueEvent[];
  clear(): void;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS queue_event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, queue TEXT NOT NULL,
    job TEXT NOT NULL, body TEXT NOT NULL, due REAL NOT NULL, retries INTEGER NOT NULL,
    retry TEXT, origin TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS queue_event_due ON queue_event (due);`;

const jsonObject = z.record(z.string(), z.unknown());

const eventOf = (row: Row): QueueEvent => ({
  id: String(row.id),
  queueName: String(row.queue),
  jobId: String(row.job),
  body: jsonObject.parse(JSON.parse(String(row.body))),
  due: Number(row.due),
  retryCount: Number(row.retries),
  retry: row.retry === null ? null : jsonObject.parse(JSON.parse(String(row.retry))),
  origin: String(row.origin),
});

/** Opens the queue's tables in `db`. */
export function openEvents(db: Db): Events {
  db.exec(TABLES);
  return {
    add(events) {
      db.transaction(() => {
        for (const event of events) {
          const { id, queueName, jobId, due, origin } = event;
          db.run(
            `INSERT INTO queue_event (id, queue, job, body, due, retries, retry, origin)
             VALUES (?, ?, ?, ?, ?, 0, NULL, ?)`,
            [id, queueName, jobId, JSON.stringify(event.body), due, origin],
          );
        }
      });
    },
    next(now) {
      const row = db.get('SELECT * FROM queue_event WHERE due <= ? ORDER BY due, seq LIMIT 1', [
        now,
      ]);
      return row && eventOf(row);
    },
    nextDue() {
      const due = db.get('SELECT min(due) AS due FROM queue_event')?.due;
      return due === null || due === undefined ? undefined : Number(due);
    },
    again(id, due, retryCount, retry) {
      db.run('UPDATE queue_event SET due = ?, retries = ?, retry = ? WHERE id = ?', [
        due,
        retryCount,
        JSON.stringify(retry),
        id,
      ]);
    },
    remove(id) {
      db.run('DELETE FROM queue_event WHERE id = ?', [id]);
    },
    waiting: () => db.all('SELECT * FROM queue_event ORDER BY due, seq').map(eventOf),
    clear() {
      db.exec('DELETE FROM queue_event');
    },
  };
}
