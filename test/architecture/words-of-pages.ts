// Text that stands in a page itself and not among the translatable ones.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Attributes that a reader sees or hears. */
const SAID = new Set(['label', 'title', 'alt', 'placeholder', 'aria-label', 'aria-description']);
/** A word: marks, numbers and single letters have no language. */
const WORD = /\p{L}{2}/u;

const says = (node: ts.Node | undefined): node is ts.StringLiteralLike =>
  node !== undefined && ts.isStringLiteralLike(node) && WORD.test(node.text);

/** Literals of an expression that are shown: `a ? 'one' : 'two'` has two. */
function shown(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (says(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].filter(
      (text) => WORD.test(text),
    );
  if (ts.isConditionalExpression(node)) return [...shown(node.whenTrue), ...shown(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return shown(node.expression);
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const picks = [
      ts.SyntaxKind.AmpersandAmpersandToken,
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
      ts.SyntaxKind.PlusToken,
    ];
    return picks.includes(kind) ? [...shown(node.left), ...shown(node.right)] : [];
  }
  return [];
}

/** What a page says in words of its own: text between tags, and attributes that are read out. */
export function wordsIn(file: string, source = readFileSync(file, 'utf8')): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && WORD.test(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && SAID.has(node.name.getText())) {
      const { initializer } = node;
      found.push(
        ...shown(
          initializer && ts.isJsxExpression(initializer) ? initializer.expression : initializer,
        ),
      );
    } else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent))
      found.push(...shown(node.expression));
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}
