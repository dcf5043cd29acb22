// The file that a project's data goes out and comes in as: lines of JSON. The first says what it is, how
// much of each part follows, and a sum of each part; every other line is one record, word for word.
import { z } from 'zod';
import { DATA_SECTIONS, type DataSection } from '../domain/data';
import { count, id } from './fields';
import { readBy } from './read-by';
import { fingerprint } from './fingerprint';

export const FILE_FORMAT = 'ladder-export';
const FILE_VERSION = 1;

const bySection = <T extends z.ZodType>(value: T) =>
  z.object(
    Object.fromEntries(DATA_SECTIONS.map((section) => [section, value])) as Record<DataSection, T>,
  );

const header = z.object({
  format: z.literal(FILE_FORMAT),
  v: z.literal(FILE_VERSION),
  projectId: id,
  projectKey: z.string().max(255),
  /** Instant at which it was made, ISO. */
  at: z.string(),
  counts: bySection(count),
  sums: bySection(z.string()),
  /** Records about items that whoever made the file did not see. */
  hidden: count,
});
export type DataHeader = z.infer<typeof header>;

const row = z.object({
  s: z.enum(DATA_SECTIONS),
  k: z.string().min(1).max(500),
  v: z.record(z.string(), z.unknown()),
});

export interface FileRow {
  /** Its line in the file; the first line is 1. */
  line: number;
  section: DataSection;
  key: string;
  value: Record<string, unknown>;
}

export interface DataFile {
  header: DataHeader;
  /** Stands for this file and no other. */
  id: string;
  /** In the order in which they are taken in. */
  rows: FileRow[];
  /** Lines that are not taken: those that say the same thing twice. */
  twice: number[];
}

/** Why a file is not read; `line` or `section` where that says more. */
export interface FileRefusal {
  why: 'foreign' | 'newer' | 'short' | 'line' | 'changed';
  line?: number;
  section?: DataSection;
}

/** A file as its lines say, whatever its version. */
export interface RawFile {
  header: Record<string, unknown>;
  rows: { s: unknown; k: unknown; v: unknown }[];
}

/** From one version to the next, by the version that is read. */
export type Migrations = Readonly<Record<number, (file: RawFile) => RawFile>>;

/** The first version is the only one so far. */
const MIGRATIONS: Migrations = {};

type Rows = Readonly<Record<DataSection, readonly { key: string; value: unknown }[]>>;

/** Writes a file. @param head what its first line says besides counts and sums */
export function writeDataFile(
  head: Pick<DataHeader, 'projectId' | 'projectKey' | 'at' | 'hidden'>,
  rows: Rows,
): string {
  const lines = DATA_SECTIONS.map((section) =>
    rows[section].map(({ key, value }) => JSON.stringify({ s: section, k: key, v: value })),
  );
  const each = <T>(make: (lines: readonly string[]) => T) =>
    Object.fromEntries(DATA_SECTIONS.map((section, at) => [section, make(lines[at] ?? [])]));
  const first = {
    ...{ format: FILE_FORMAT, v: FILE_VERSION, ...head },
    counts: each((list) => list.length),
    sums: each((list) => fingerprint(list) ?? ''),
  };
  return [JSON.stringify(first), ...lines.flat(), ''].join('\n');
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const anyHeader = z.looseObject({
  format: z.literal(FILE_FORMAT),
  v: count,
  counts: z.record(z.string(), count),
  sums: z.record(z.string(), z.string()),
});
const anyRow = z.object({ s: z.string(), k: z.unknown(), v: z.unknown() });

/** Whether the lines are those that the first one speaks of, in whatever version. */
function refusalOf(
  { counts, sums }: z.infer<typeof anyHeader>,
  lines: readonly string[],
): FileRefusal | null {
  const wanted = Object.values(counts).reduce((sum, one) => sum + one, 0);
  if (lines.length < wanted) return { why: 'short' };
  const bySection = new Map<string, string[]>();
  for (const [at, line] of lines.entries()) {
    const found = readBy(anyRow, parsed(line));
    if (!found.success) return { why: 'line', line: at + 2 };
    const list = bySection.get(found.data.s) ?? [];
    list.push(line);
    bySection.set(found.data.s, list);
  }
  for (const name of new Set([...Object.keys(sums), ...bySection.keys()])) {
    const sum = Object.hasOwn(sums, name) ? sums[name] : undefined;
    if (sum === (fingerprint(bySection.get(name) ?? []) ?? '')) continue;
    const section = DATA_SECTIONS.find((one) => one === name);
    return { why: 'changed', ...(section && { section }) };
  }
  return null;
}

/**
 * Reads a file whole, or says why not. Files of older versions are brought to this one first.
 * @param migrations the ways from older versions
 */
export function readDataFile(
  text: string,
  migrations: Migrations = MIGRATIONS,
): { ok: true; file: DataFile } | { ok: false; refusal: FileRefusal } {
  const refuse = (refusal: FileRefusal) => ({ ok: false as const, refusal });
  const [first = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
  while (lines.at(-1) === '') lines.pop();
  const head = readBy(anyHeader, parsed(first));
  if (!head.success) return refuse({ why: 'foreign' });
  if (head.data.v > FILE_VERSION) return refuse({ why: 'newer' });
  const refusal = refusalOf(head.data, lines);
  if (refusal) return refuse(refusal);
  let raw: RawFile = { header: head.data, rows: lines.map((line) => anyRow.parse(parsed(line))) };
  for (let version = head.data.v; version < FILE_VERSION; version += 1) {
    const next = migrations[version];
    if (!next) return refuse({ why: 'foreign' });
    raw = next(raw);
  }
  const known = readBy(header, raw.header);
  if (!known.success) return refuse({ why: 'foreign' });
  const rows: FileRow[] = [];
  const twice: number[] = [];
  const seen = new Set<string>();
  for (const [at, one] of raw.rows.entries()) {
    const found = readBy(row, one);
    if (!found.success) return refuse({ why: 'line', line: at + 2 });
    const { s: section, k: key, v: value } = found.data;
    const name = `${section} ${key}`;
    if (seen.has(name)) twice.push(at + 2);
    else rows.push({ line: at + 2, section, key, value });
    seen.add(name);
  }
  const order = (one: FileRow) => DATA_SECTIONS.indexOf(one.section);
  rows.sort((a, b) => order(a) - order(b) || a.line - b.line);
  const file = { header: known.data, id: fingerprint(head.data) ?? '', rows, twice };
  return { ok: true, file };
}
