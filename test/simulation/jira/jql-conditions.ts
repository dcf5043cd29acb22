// Single conditions of JQL as tests of a row. Their words may be placeholders `@0`, `@1` …, so that a
// condition is read once whatever dates and ids it has.
import type { TerminalClause } from '@atlaskit/jql-ast';
import { RefusedJql } from './refused-jql';
import { PATHS, type MemorySite, type Project, type Row } from './site';

export type Test = (row: Row, now: number) => boolean;
/** A condition with its values, ready for any site. */
export type Bound = (site: MemorySite) => Test;
/** Puts values where the text had placeholders. */
export type Maker = (values: readonly string[]) => Bound;

const ALIASES = new Set(PATHS.map(({ alias }) => alias));
const DATES = new Set(PATHS.filter(({ isDate }) => isDate).map(({ alias }) => alias));
export const MOMENTS: Record<string, 'created' | 'updated' | 'categoryChanged'> = {
  created: 'created',
  updated: 'updated',
  statuscategorychangeddate: 'categoryChanged',
};
const IDS: Record<string, (row: Row) => readonly (string | null)[]> = {
  project: (row) => [row.projectId],
  issuetype: (row) => [row.typeId],
  status: (row) => [row.statusId],
  resolution: (row) => [row.resolutionId],
  parent: (row) => [row.parentId],
  labels: (row) => row.labels,
  id: (row) => [row.id],
};
const CATEGORIES: Record<string, Row['category']> = {
  'to do': 'new',
  'in progress': 'indeterminate',
  done: 'done',
};
const DAY = 86_400_000;

const seen = (site: MemorySite, id: string): boolean => {
  const item = site.find(id);
  return item !== undefined && item.visibleTo === null;
};

function inSomeProject({ projects }: MemorySite, fits: (project: Project) => boolean): boolean {
  for (const project of projects.values()) if (!project.deleted && fits(project)) return true;
  return false;
}

const KNOWN: Record<string, (site: MemorySite, id: string) => boolean> = {
  project: (site, id) => inSomeProject(site, (one) => one.id === id && !one.archived),
  issuetype: (site, id) => inSomeProject(site, ({ types }) => types.some((one) => one.id === id)),
  status: (site, id) =>
    inSomeProject(site, ({ statuses }) => statuses.some((one) => one.id === id)),
  parent: seen,
  id: seen,
};

/** @throws RefusedJql for an id that the site does not know, as Jira does */
function expectKnown(field: string, ids: ReadonlySet<string>, site: MemorySite): void {
  const isKnown = KNOWN[field];
  if (!isKnown) return;
  for (const id of ids)
    if (!isKnown(site, id))
      throw new RefusedJql(`A value with ID '${id}' does not exist for the field '${field}'.`);
}

const COMPARE: Record<string, (a: number | string, b: number | string) => boolean> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

const compared = (operator: string) => {
  const compare = COMPARE[operator];
  if (!compare) throw new RefusedJql(`Operator '${operator}' is not searched here.`);
  return compare;
};

function wordsOf(operand: TerminalClause['operand']): string[] {
  if (operand?.operandType === 'value') return [operand.value];
  if (operand?.operandType === 'list') return operand.values.flatMap((one) => wordsOf(one));
  throw new RefusedJql('This operand is not searched here.');
}

function emptiness(field: string, operator: string): Maker {
  const wanted = operator === 'is';
  const read = IDS[field];
  const test = ((): Test => {
    if (read) return (row) => read(row).every((value) => value === null) === wanted;
    if (ALIASES.has(field)) return (row) => (row.values[field] === undefined) === wanted;
    // Moments always have a value.
    return () => !wanted;
  })();
  return () => () => test;
}

/** @throws RefusedJql for what is not searched here */
export function makerOf(clause: TerminalClause): Maker {
  const field = clause.field.value.toLowerCase();
  const operator = clause.operator?.value ?? '=';
  if (clause.operand?.operandType === 'keyword') return emptiness(field, operator);
  const written = wordsOf(clause.operand);
  const words = (values: readonly string[]): string[] =>
    written.flatMap((word) =>
      word.startsWith('@') ? (values[Number(word.slice(1))] ?? '').split(/, ?/) : [word],
    );
  const read = IDS[field];
  if (read) {
    const negated = operator === '!=' || operator === 'not in';
    return (values) => {
      const ids = new Set(words(values));
      // What has no value is neither in a list nor not in it.
      const test: Test = (row) => {
        const own = read(row).filter((value) => value !== null);
        return own.length > 0 && own.some((value) => ids.has(value)) !== negated;
      };
      return (site) => {
        expectKnown(field, ids, site);
        return test;
      };
    };
  }
  if (field === 'statuscategory') {
    const negated = operator === '!=';
    return (values) => {
      const category = CATEGORIES[(words(values)[0] ?? '').toLowerCase()];
      const test: Test = (row) => (row.category === category) !== negated;
      return () => test;
    };
  }
  const moment = MOMENTS[field];
  if (moment) {
    const compare = compared(operator);
    const period = /^-(\d+)d$/.exec(written[0] ?? '');
    if (!period) throw new RefusedJql(`The moment '${written[0] ?? ''}' is not searched here.`);
    const back = Number(period[1]) * DAY;
    const test: Test = (row, now) => compare(row[moment], now - back);
    return () => () => test;
  }
  if (!ALIASES.has(field)) throw new RefusedJql(`Field '${field}' does not exist.`);
  if (!DATES.has(field) && operator !== '=' && operator !== '!=')
    throw new RefusedJql(`The operator '${operator}' is not supported by '${field}'.`);
  const compare = compared(operator);
  return (values) => {
    const [word = ''] = words(values);
    const test: Test = (row) => {
      const own = row.values[field];
      return own !== undefined && compare(own, word);
    };
    return () => test;
  };
}
