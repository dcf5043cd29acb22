// Rows of a file, one by one: JSON lines as a stream, or a REST search response as a whole.

import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';

export interface RawRow {
  /** Line number from 1; in a response that spans several lines, the place in its list. */
  line: number;
  content: { ok: true; value: unknown } | { ok: false; reason: string };
  /** Names of custom fields by id, where the response carries them (`expand=names`). */
  names: Record<string, unknown>;
}

/** A response on several lines is read whole; a text longer than this does not fit in memory. */
const WHOLE_FILE_BYTES = 400_000_000;

/**
 * Reads `file` row by row. Lines without content are passed over; a line that is not JSON is a
 * row with a reason.
 * @throws when the file can't be read.
 */
export async function* readRows(file: string): AsyncGenerator<RawRow> {
  const whole = await readWholeResponse(file);
  if (whole !== null) {
    yield* rowsOf(whole, null);
    return;
  }
  let line = 0;
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  for await (const text of lines) {
    line += 1;
    const json = withoutMark(text).trim();
    if (json === '') continue;
    const content = parseJson(json);
    if (content.ok) yield* rowsOf(content.value, line);
    else yield { line, content, names: {} };
  }
}

function* rowsOf(value: unknown, line: number | null): Generator<RawRow> {
  const list = listOf(value);
  if (list === null) {
    yield { line: line ?? 1, content: { ok: true, value }, names: {} };
    return;
  }
  const names = isRecord(value) && isRecord(value['names']) ? value['names'] : {};
  for (const [index, issue] of list.entries()) {
    yield { line: line ?? index + 1, content: { ok: true, value: issue }, names };
  }
}

function listOf(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value as unknown[];
  return isRecord(value) && Array.isArray(value['issues']) ? value['issues'] : null;
}

/** The file as one JSON value when its first line is not one by itself; null for JSON lines. */
async function readWholeResponse(file: string): Promise<unknown> {
  const first = await firstLine(file);
  if (first === null || parseJson(first).ok) return null;
  if ((await stat(file)).size > WHOLE_FILE_BYTES) return null;
  const content = parseJson(withoutMark(await readFile(file, 'utf8')));
  return content.ok && listOf(content.value) !== null ? content.value : null;
}

async function firstLine(file: string): Promise<string | null> {
  const handle = await open(file);
  try {
    for await (const text of handle.readLines()) {
      const line = withoutMark(text).trim();
      if (line !== '') return line;
    }
    return null;
  } finally {
    await handle.close();
  }
}

function parseJson(text: string): RawRow['content'] {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: `not JSON: ${why.slice(0, 120)}` };
  }
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
