// Typed access to database rows: a column of the wrong type is a broken database, so it throws.
import { type Row } from '../db';

/** @throws TypeError when the column holds no text */
export function str(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw new TypeError(`Column ${column} holds no text.`);
}

/** @throws TypeError when the column holds no number */
export function num(row: Row, column: string): number {
  const value = row[column];
  if (typeof value === 'number') return value;
  throw new TypeError(`Column ${column} holds no number.`);
}

/** @throws TypeError when the column holds neither text nor null */
export function strOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : str(row, column);
}

/** A JSON column; its content was written by this host, in the form that the caller expects. */
export function json<T>(row: Row, column: string): T {
  return JSON.parse(str(row, column)) as T;
}
