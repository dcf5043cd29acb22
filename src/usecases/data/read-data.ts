// Counts and reads all that is kept of a project, page by page.
import { jsonBytes } from '../../contract/bytes';
import { id } from '../../contract/fields';
import { readBy } from '../../contract/read-by';
import type { Input, Output } from '../../contract/procedures';
import { SIGNATURES } from '../../domain/agreement';
import { SHOWN_SECTIONS } from '../../domain/data';
import type { DataRecord, Page, Ports } from '../../ports';

/** Records in one query of storage, the most that it gives. */
const PAGE = 100;
/** Queries that one call of a page makes: a function ends after 25 seconds. */
const QUERIES = 20;
/** Bytes of one answer as JSON; a page takes at most 5 MB. */
const BYTES = 1_000_000;

/** Records of one part, as many as one call has time for. */
export async function countData(
  ports: Ports,
  { projectId, section, after }: Input<'data.count'>,
): Promise<Output<'data.count'>> {
  let count = 0;
  let next: string | null = after ?? null;
  for (let query = 0; query < QUERIES; query += 1) {
    const page: Page<DataRecord> = await ports.data.page(projectId, section, next, PAGE);
    count += page.values.length;
    next = page.next;
    if (next === null) break;
  }
  return { count, next };
}

/** A page of storage that fits into one answer; a single record always does. */
async function fittingPage(
  ports: Ports,
  { projectId, section, after }: Input<'data.read'>,
): Promise<Page<DataRecord>> {
  for (let limit = PAGE; ; limit = Math.ceil(limit / 4)) {
    const page = await ports.data.page(projectId, section, after ?? null, limit);
    if (limit === 1 || jsonBytes(page.values) <= BYTES) return page;
  }
}

/** The item that a record is about, by its attributes: a later version may have written the rest. */
function itemOf({ value: { itemId, subject = itemId } }: DataRecord): string | null {
  return readBy(id, subject).data ?? null;
}

/** Parts that hold records about items, and of others only signatures, which are about agreements. */
const ABOUT_ITEMS: ReadonlySet<string> = new Set(['revisions', ...SHOWN_SECTIONS]);

/** By its attributes, too: what was said of an agreement stands where answers have their state. */
const isSignature = ({ value: { status } }: DataRecord): boolean =>
  SIGNATURES.some((says) => says === status);

/** A page of records, word for word, without those about items that the user does not see. */
export async function readData(
  ports: Ports,
  input: Input<'data.read'>,
): Promise<Output<'data.read'>> {
  const { values, next } = await fittingPage(ports, input);
  const found = values.map((record) => ({ record, itemId: itemOf(record) }));
  const itemIds = new Set(found.flatMap(({ itemId }) => itemId ?? []));
  const seen = await ports.rights.seen([...itemIds]);
  // About an item that nobody can name, nobody can be asked.
  const isAboutItem = (record: DataRecord): boolean =>
    ABOUT_ITEMS.has(input.section) && !isSignature(record);
  const rows = found
    .filter(({ record, itemId }) => (itemId === null ? !isAboutItem(record) : seen.has(itemId)))
    .map(({ record }) => record);
  return { rows, hidden: values.length - rows.length, next };
}
