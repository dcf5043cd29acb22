// JQL in memory. Each condition is read by Atlassian's own grammar, as the local Jira reads it; only
// how conditions are joined is read here, so that a text is parsed once whatever dates and ids it has.
import type { TerminalClause } from '@atlaskit/jql-ast';
import { parseJql } from '../../../local/jira/jql/parse';
import { RefusedJql } from './refused-jql';
import type { MemorySite, Row } from './site';
import { PATHS } from './site';

type Test = (row: Row, now: number) => boolean;
/** Makes a test for values that stand where the text had placeholders. */
type Maker = (values: readonly string[], site: MemorySite) => Test;

const ALIASES = new Set(PATHS.map(({ alias }) => alias));
const DATES = new Set(PATHS.filter(({ isDate }) => isDate).map(({ alias }) => alias));
const MOMENTS: Record<string, 'created' | 'updated' | 'categoryChanged'> = {
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

/** @throws RefusedJql for an id that the site does not know, as Jira does */
function expectKnown(field: string, ids: readonly string[], site: MemorySite): void {
  const projects = [...site.projects.values()].filter(({ deleted }) => !deleted);
  const known: Record<string, (id: string) => boolean> = {
    project: (id) => projects.some((one) => one.id === id && !one.archived),
    issuetype: (id) => projects.some(({ types }) => types.some((one) => one.id === id)),
    status: (id) => projects.some(({ statuses }) => statuses.some((one) => one.id === id)),
    parent: (id) => seen(site, id),
    id: (id) => seen(site, id),
  };
  const unknown = ids.find((id) => known[field]?.(id) === false);
  if (unknown !== undefined)
    throw new RefusedJql(`A value with ID '${unknown}' does not exist for the field '${field}'.`);
}

const seen = (site: MemorySite, id: string): boolean => {
  const item = site.find(id);
  return item !== undefined && item.visibleTo === null;
};

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
  if (read) return () => (row) => read(row).every((value) => value === null) === wanted;
  if (ALIASES.has(field)) return () => (row) => (row.values[field] === undefined) === wanted;
  // Moments always have a value.
  return () => () => !wanted;
}

/** A single condition whose words may be placeholders `@0`, `@1` … */
function makerOf(clause: TerminalClause): Maker {
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
    return (values, site) => {
      const ids = new Set(words(values));
      expectKnown(field, [...ids], site);
      // What has no value is neither in a list nor not in it.
      return (row) => {
        const own = read(row).filter((value) => value !== null);
        return own.length > 0 && own.some((value) => ids.has(value)) !== negated;
      };
    };
  }
  if (field === 'statuscategory') {
    const negated = operator === '!=';
    return (values) => {
      const category = CATEGORIES[(words(values)[0] ?? '').toLowerCase()];
      return (row) => (row.category === category) !== negated;
    };
  }
  const moment = MOMENTS[field];
  if (moment) {
    const compare = compared(operator);
    const period = /^-(\d+)d$/.exec(written[0] ?? '');
    if (!period) throw new RefusedJql(`The moment '${written[0] ?? ''}' is not searched here.`);
    const back = Number(period[1]) * DAY;
    return () => (row, now) => compare(row[moment], now - back);
  }
  if (!ALIASES.has(field)) throw new RefusedJql(`Field '${field}' does not exist.`);
  if (!DATES.has(field) && operator !== '=' && operator !== '!=')
    throw new RefusedJql(`The operator '${operator}' is not supported by '${field}'.`);
  const compare = compared(operator);
  return (values) => {
    const [word = ''] = words(values);
    return (row) => {
      const own = row.values[field];
      return own !== undefined && compare(own, word);
    };
  };
}

const makers = new Map<string, Maker>();

/** The maker for the text of one condition, with its values put aside. */
function leafMaker(text: string): { maker: Maker; values: string[] } {
  const values: string[] = [];
  const put = (value: string): string => `"@${String(values.push(value) - 1)}"`;
  const pattern = text
    .replace(/\(\s*(\d+(?:\s*,\s*\d+)*)\s*\)/g, (_whole, list: string) => `(${put(list)})`)
    .replace(/"([^"@\\]*)"/g, (_whole, word: string) => put(word.replaceAll(',', '\u0000')));
  let maker = makers.get(pattern);
  if (!maker) {
    const { where } = parseJql(pattern);
    if (where?.clauseType !== 'terminal') throw new RefusedJql('Error in the JQL Query.');
    maker = makerOf(where);
    makers.set(pattern, maker);
  }
  return { maker, values: values.map((value) => value.replaceAll('\u0000', ',')) };
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[()]|[^\s()"]+/g;

type Tree = { kind: 'and' | 'or'; of: Tree[] } | { kind: 'leaf'; text: string };

/** Reads AND, OR and brackets; a bracket after `in` belongs to its condition. */
function treeOf(text: string): Tree {
  const tokens = text.match(TOKEN) ?? [];
  let at = 0;
  const isWord = (word: string): boolean => tokens[at]?.toLowerCase() === word;
  function group(kind: 'and' | 'or', part: () => Tree): Tree {
    const of = [part()];
    while (isWord(kind)) {
      at += 1;
      of.push(part());
    }
    return of.length === 1 && of[0] ? of[0] : { kind, of };
  }
  const any = (): Tree => group('or', () => group('and', one));
  function one(): Tree {
    if (isWord('(')) {
      at += 1;
      const inside = any();
      if (!isWord(')')) throw new RefusedJql('Error in the JQL Query: a bracket is missing.');
      at += 1;
      return inside;
    }
    const from = at;
    let depth = 0;
    while (at < tokens.length) {
      if (depth === 0 && (isWord('and') || isWord('or') || isWord(')'))) break;
      if (isWord('(')) depth += 1;
      if (isWord(')')) depth -= 1;
      at += 1;
    }
    return { kind: 'leaf', text: tokens.slice(from, at).join(' ') };
  }
  const tree = any();
  if (at < tokens.length) throw new RefusedJql('Error in the JQL Query.');
  return tree;
}

/** What of a text does not depend on the site. */
type Ready = { kind: 'and' | 'or'; of: Ready[] } | { kind: 'leaf'; maker: Maker; values: string[] };

const ready = (tree: Tree): Ready =>
  tree.kind === 'leaf'
    ? { kind: 'leaf', ...leafMaker(tree.text) }
    : { kind: tree.kind, of: tree.of.map(ready) };

function testOf(tree: Ready, site: MemorySite): Test {
  if (tree.kind === 'leaf') return tree.maker(tree.values, site);
  const tests = tree.of.map((one) => testOf(one, site));
  return tree.kind === 'and'
    ? (row, now) => tests.every((test) => test(row, now))
    : (row, now) => tests.some((test) => test(row, now));
}

const KEPT = 4_000;
const trees = new Map<string, Ready>();

export interface Query {
  test: Test;
  /** Sorts as ORDER BY says; by id where it says nothing more. */
  compare: (a: Row, b: Row) => number;
}

function orderOf(text: string | undefined): Query['compare'] {
  const keys = (text ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase().split(/\s+/))
    .flatMap(([name = '', direction]) => {
      const moment = MOMENTS[name];
      return moment ? [{ moment, sign: direction === 'desc' ? -1 : 1 }] : [];
    });
  return (a, b) => {
    for (const { moment, sign } of keys) {
      const difference = (a[moment] - b[moment]) * sign;
      if (difference !== 0) return difference;
    }
    return Number(a.id) - Number(b.id);
  };
}

/** @throws RefusedJql for what Jira would refuse, and for what is not searched here */
export function compile(text: string, site: MemorySite): Query {
  const [where = '', order] = text.split(/ ORDER BY /i);
  let tree = trees.get(where);
  if (!tree) {
    if (trees.size >= KEPT) trees.clear();
    tree = ready(treeOf(where));
    trees.set(where, tree);
  }
  return { test: testOf(tree, site), compare: orderOf(order) };
}
