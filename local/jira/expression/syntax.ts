// The text of an expression as acorn's tree.
import { parse, tokenizer, tokTypes, type Program } from 'acorn';
import { EXPRESSION } from '../constants';
import { ExpressionError } from './error';

const OPTIONS = { ecmaVersion: 2022, allowReturnOutsideFunction: true } as const;
const CACHE_SIZE = 200;
const trees = new Map<string, Program>();

/** @throws ExpressionError for text that is too long or that is no expression. */
export function parseExpression(source: string): Program {
  if (source.length > EXPRESSION.maxLength) {
    throw new ExpressionError(
      `The expression is too long: ${String(source.length)} characters, at most ${String(EXPRESSION.maxLength)} are allowed.`,
    );
  }
  const known = trees.get(source);
  if (known) return known;
  try {
    const tree = parse(wrapObjectBodies(source), OPTIONS);
    const oldest = trees.keys().next();
    if (trees.size >= CACHE_SIZE && !oldest.done) trees.delete(oldest.value);
    trees.set(source, tree);
    return tree;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ExpressionError(`Syntax error: ${error.message}`);
  }
}

/**
 * Jira reads `x => {a: 1, b: 2}` as a function that returns a map, and a statement `{a: 1}` as a
 * map, JavaScript both as blocks. Such braces get parentheses.
 */
function wrapObjectBodies(source: string): string {
  const tokens = [...tokenizer(source, OPTIONS)];
  const inserts: { at: number; text: string }[] = [];
  const open: boolean[] = [];
  tokens.forEach((token, n) => {
    if (token.type === tokTypes.braceL) {
      const [first, second] = [tokens[n + 1]?.type, tokens[n + 2]?.type];
      const named = first === tokTypes.name || first === tokTypes.string;
      const entry = named && second === tokTypes.colon;
      const before = tokens[n - 1]?.type ?? tokTypes.semi;
      const isBody = (before === tokTypes.arrow || before === tokTypes.semi) && entry;
      if (isBody) inserts.push({ at: token.start, text: '(' });
      open.push(isBody);
    } else if (token.type === tokTypes.dollarBraceL) {
      open.push(false);
    } else if (token.type === tokTypes.braceR) {
      if (open.pop() === true) inserts.push({ at: token.end, text: ')' });
    }
  });
  let out = '';
  let from = 0;
  for (const { at, text } of inserts) {
    out += source.slice(from, at) + text;
    from = at;
  }
  return out + source.slice(from);
}
