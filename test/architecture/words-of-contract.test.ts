import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

/** Said where only a program can have sent it; the page that did says no more than that it failed. */
const OF_NO_FIELD = ['MESSAGES.input'];

/** Sentences that are read while the file is loaded, before a page has laid its language over them. */
function readAtOnce(file: string, source = readFileSync(file, 'utf8')): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isIdentifier(node) && node.text === 'MESSAGES' && !ts.isImportSpecifier(node.parent)) {
      let whole: ts.Node = node;
      while (ts.isPropertyAccessExpression(whole.parent)) whole = whole.parent;
      found.push(whole.getText());
    } else node.forEachChild(visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return found;
}

test('no schema takes a sentence before its reader’s language is known', () => {
  const files = readdirSync('src/contract', { recursive: true, encoding: 'utf8' });
  const found = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readAtOnce(`src/contract/${file}`).map((text) => `${file}: ${text}`));
  expect(found.filter((one) => !OF_NO_FIELD.some((text) => one.endsWith(`: ${text}`)))).toEqual([]);
});

test('a sentence is found as a value, in a call and in an object, and not in a function', () => {
  const schema = `
    import { MESSAGES } from './messages';
    const a = z.string().max(1, MESSAGES.field.day).min(1, withLimit(MESSAGES.field.id, 2));
    const b = z.string().max(1, { error: () => MESSAGES.field.day }).min(1, { error: MESSAGES.input });
  `;
  expect(readAtOnce('schema.ts', schema)).toEqual([
    'MESSAGES.field.day',
    'MESSAGES.field.id',
    'MESSAGES.input',
  ]);
});
