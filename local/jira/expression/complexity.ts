// How much data an expression may load, read off its text. Source: Atlassian, "Jira expressions",
// expensive operations; REST v3, `expression/analyse`.
import { type Node } from 'acorn';
import { countNodes, parseExpression } from './syntax';

/** Members of an issue that are loaded when they are read. */
const LOADED = new Set(
  'labels components fixVersions project parent subtasks childIssues assignee reporter creator'.split(
    ' ',
  ),
);
/** Lists of issues: a function that runs over them runs once for each. */
const ISSUES = new Set(['issues', 'subtasks', 'childIssues']);
const ROOTS = ['issue', 'originalIssue', 'issues', 'project', 'user'];

export interface Measure {
  characters: number;
  nodes: number;
  /** A number, or a formula over the variables. */
  expensiveOperations: string;
  /** What each variable of the formula counts. */
  variables: Record<string, string>;
}

/**
 * The size of an expression and what it loads on all of its branches together.
 *
 * @throws ExpressionError for text that is no expression
 */
export function measureExpression(source: string): Measure {
  const tree = parseExpression(source);
  const variables: Record<string, string> = {};
  const terms: string[] = [];
  let fixed = 0;

  const visit = (node: unknown, issues: ReadonlySet<string>, loop: string | undefined): void => {
    if (Array.isArray(node)) {
      for (const each of node) visit(each, issues, loop);
    } else if (isNode(node)) {
      const path = pathOf(node, issues);
      if (path) {
        const loads = loadsOf(path);
        if (loop === undefined) fixed += loads;
        else if (loads > 0) terms.push(loads === 1 ? loop : `${String(loads)}*${loop}`);
      }
      for (const [name, child] of Object.entries(node)) {
        // The members before the last are counted with it.
        const inner = name === 'object' || name === 'callee' || name === 'expression';
        if (!(path && inner)) visit(child, issues, loop);
      }
      if (node.type === 'CallExpression') overList(node, issues);
    }
  };

  const overList = (call: Node, issues: ReadonlySet<string>): void => {
    const { callee, arguments: args } = call as Node & { callee: Node; arguments: Node[] };
    const list = 'object' in callee && isNode(callee.object) ? callee.object : undefined;
    const path = list && pathOf(list, issues);
    const last = path?.at(-1);
    const [lambda] = args;
    if (!list || last === undefined || !ISSUES.has(last)) return;
    if (lambda?.type !== 'ArrowFunctionExpression') return;
    const { params, body } = lambda as Node & { params: Node[]; body: Node };
    const names = params.flatMap((param) => ('name' in param ? [String(param.name)] : []));
    const variable = 'NMKLPQ'.charAt(Object.keys(variables).length);
    const before = terms.length;
    visit(body, new Set([...issues, ...names]), variable);
    if (terms.length > before) variables[variable] = source.slice(list.start, list.end);
  };

  visit(tree.body, new Set(ROOTS), undefined);
  const formula = [...terms, ...(fixed > 0 || terms.length === 0 ? [String(fixed)] : [])];
  return {
    characters: source.length,
    nodes: countNodes(tree),
    expensiveOperations: formula.join(' + '),
    variables,
  };
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** `issue.parent.key` as its names, when it begins at one of Jira's objects. */
function pathOf(node: Node, roots: ReadonlySet<string>): string[] | undefined {
  if (node.type === 'ChainExpression' && 'expression' in node && isNode(node.expression)) {
    return pathOf(node.expression, roots);
  }
  if (node.type === 'Identifier' && 'name' in node) {
    const name = String(node.name);
    return roots.has(name) ? [name] : undefined;
  }
  if (node.type !== 'MemberExpression' || !('object' in node) || !isNode(node.object)) return;
  const before = pathOf(node.object, roots);
  const { property } = node as unknown as { property: Node };
  const name = 'name' in property ? property.name : 'value' in property ? property.value : '';
  return before && [...before, String(name)];
}

/** Loads of one path: members up to `properties`, and then one property. */
function loadsOf(path: readonly string[]): number {
  const end = path.indexOf('properties');
  const members = path.slice(1, end < 0 ? undefined : end).filter((name) => LOADED.has(name));
  return members.length + (end >= 0 && path.length > end + 1 ? 1 : 0);
}
