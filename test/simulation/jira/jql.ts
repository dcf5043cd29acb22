// JQL in memory. Each condition is read by Atlassian's own grammar, as the local Jira reads it; only
// how conditions are joined is read here, so that a text is parsed once whatever dates and ids it has.
import { parseJql } from '../../../local/jira/jql/parse';
import { makerOf, MOMENTS, type Bound, type Maker, type Test } from './jql-conditions';
import { RefusedJql } from './refused-jql';
import type { MemorySite, Row } from './site';

const makers = new Map<string, Maker>();

/** The most conditions, and the most texts, that are kept as they were read. */
const KEPT = 4_000;
const leaves = new Map<string, Bound>();

/** One condition; its text is read once whatever values it has. */
function leafOf(text: string): Bound {
  const known = leaves.get(text);
  if (known) return known;
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
  const bound = maker(values.map((value) => value.replaceAll('\u0000', ',')));
  if (leaves.size >= KEPT) leaves.clear();
  leaves.set(text, bound);
  return bound;
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
type Ready = { kind: 'and' | 'or'; of: Ready[] } | { kind: 'leaf'; bound: Bound };

const ready = (tree: Tree): Ready =>
  tree.kind === 'leaf'
    ? { kind: 'leaf', bound: leafOf(tree.text) }
    : { kind: tree.kind, of: tree.of.map(ready) };

function testOf(tree: Ready, site: MemorySite): Test {
  if (tree.kind === 'leaf') return tree.bound(site);
  const tests = tree.of.map((one) => testOf(one, site));
  return tree.kind === 'and'
    ? (row, now) => tests.every((test) => test(row, now))
    : (row, now) => tests.some((test) => test(row, now));
}

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
