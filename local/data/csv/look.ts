// The first look at a CSV: its columns, and what only the file as a whole can tell.
import { ISSUE_KEY } from '../../jira/keys';
import { DataError } from '../import/data-error';
import { categoryOf, categoryOfCell, type StatusCount } from './categories';
import { cellsOf, type Cells } from './cells';
import { orderVotes } from './date-order';
import type { DateOrder } from './dates';
import { columnsOf, type Columns } from './header';
import { levelsOf } from './levels';
import type { Category } from '../import/category';
import { csvReader, OpenQuoteError, type CsvRecord, type Separator } from './records';
import { textOf } from './text';

export interface Look {
  separator: Separator;
  columns: Columns;
  dateOrder: DateOrder;
  /** Why the dates are read so; null when no date leaves it open. */
  whyOrder: string | null;
  categories: ReadonlyMap<string, Category>;
  levels: ReadonlyMap<string, number>;
  /** The key of the item that a cell names by key, id or name of an epic; null when nothing does. */
  keyOf(cell: string): string | null;
  /** Items whose parent is not in the file. */
  orphans: number;
  sprints: ReadonlySet<string>;
  comments: number;
}

const CANDIDATES: readonly Separator[] = [',', ';', '\t'];

function separatorOf(text: string): Separator {
  const used = (separator: Separator): number => {
    const reader = csvReader(separator);
    const [header] = [...reader.read(text.slice(0, 200_000)), ...endOf(reader)];
    return columnsOf(header?.cells ?? []).used;
  };
  return CANDIDATES.reduce((best, each) => (used(each) > used(best) ? each : best));
}

function endOf(reader: ReturnType<typeof csvReader>): CsvRecord[] {
  try {
    return reader.end();
  } catch (error) {
    // The piece was cut within a quote, far behind the header.
    if (error instanceof OpenQuoteError) return [];
    throw error;
  }
}

/** Rows of a file, the header first. @throws DataError */
export async function* recordsOf(file: string, known?: Separator): AsyncGenerator<CsvRecord> {
  let reader: ReturnType<typeof csvReader> | null = null;
  try {
    for await (const text of textOf(file)) {
      reader ??= csvReader(known ?? separatorOf(text));
      yield* reader.read(text);
    }
    if (reader !== null) yield* reader.end();
  } catch (error) {
    if (!(error instanceof OpenQuoteError)) throw error;
    throw new DataError(
      `${file}: ${error.message}, so that the rows after it can’t be told apart. Export the file again.`,
    );
  }
}

async function firstSeparator(file: string): Promise<Separator> {
  for await (const text of textOf(file)) return separatorOf(text);
  return ',';
}

/** Reads the whole file once. @throws DataError when it cannot be Jira's export. */
export async function lookAt(file: string): Promise<Look> {
  const separator = await firstSeparator(file);
  const gathered = gatherer();
  let columns: Columns | null = null;
  let rows = 0;
  for await (const { cells, fault } of recordsOf(file, separator)) {
    if (columns === null) {
      columns = columnsOf(cells);
      demandColumns(file, columns);
      continue;
    }
    rows += 1;
    if (fault === null && cells.length === columns.width) gathered.note(cellsOf(cells, columns));
  }
  if (columns === null || rows === 0)
    throw new DataError(
      `${file}: it has a header and no items. Search for items before exporting.`,
    );
  return { separator, columns, ...gathered.result() };
}

function demandColumns(file: string, { places }: Columns): void {
  if (places.key.length === 0)
    throw new DataError(
      `${file}: no column holds the keys of items (“Issue key”). In Jira choose Export, then CSV with all fields.`,
    );
  if (places.created.length === 0 && places.updated.length === 0)
    throw new DataError(
      `${file}: no column says when an item was created (“Created”), and Ladder reckons with ages. In Jira choose Export, then CSV with all fields.`,
    );
}

interface Kept {
  key: string;
  type: string;
  parent: string;
}

function gatherer() {
  const votes = orderVotes();
  const statuses = new Map<string, StatusCount>();
  const types = new Map<string, string>();
  const epics = new Map<string, string>();
  const epicTypes = new Set<string>();
  const keys = new Map<string, string>();
  const below: Kept[] = [];
  const sprints = new Set<string>();
  let comments = 0;

  const keyOf = (cell: string): string | null =>
    ISSUE_KEY.test(cell) ? cell : (keys.get(cell) ?? epics.get(cell.toLowerCase()) ?? null);

  return {
    note: (cells: Cells): void => {
      const { one } = cells;
      const key = one('key');
      const type = one('type');
      votes.look(
        one('created'),
        [one('updated'), one('resolved'), one('categoryChanged')],
        [one('due')],
      );
      const count = statuses.get(one('status')) ?? { items: 0, resolved: 0, said: null };
      count.items += 1;
      if (cells.resolved()) count.resolved += 1;
      count.said ??= categoryOfCell(one('category'));
      statuses.set(one('status'), count);
      types.set(key, type);
      if (one('id') !== '') keys.set(one('id'), key);
      const epic = one('epicName');
      if (epic !== '') {
        epics.set(epic.toLowerCase(), key);
        epicTypes.add(type);
      }
      const parent = one('parent') || one('epicLink');
      if (parent !== '') below.push({ key, type, parent });
      for (const sprint of cells.all('sprint')) sprints.add(sprint);
      comments += cells.all('comment').length;
    },
    result: () => {
      const kin = below.flatMap(({ type, parent }) => {
        const above = types.get(keyOf(parent) ?? '');
        return above === undefined ? [] : [{ child: type, parent: above }];
      });
      const { order, why } = votes.decide();
      return {
        dateOrder: order,
        whyOrder: why,
        categories: new Map(
          [...statuses].map(([name, count]): [string, Category] => [name, categoryOf(name, count)]),
        ),
        levels: levelsOf(new Set(types.values()), kin, epicTypes),
        keyOf,
        orphans: below.length - kin.length,
        sprints,
        comments,
      };
    },
  };
}
