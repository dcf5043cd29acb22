import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const rule = path.join(__dirname, '../../scripts/check/compiler-rule.mjs');

/** What the rule reports of a file with this text. */
function reportsOf(text: string): unknown {
  const script = `
    import { compilerRule } from ${JSON.stringify(`file://${rule}`)};
    import ts from 'typescript';
    const file = ts.createSourceFile('a.ts', ${JSON.stringify(text)}, ts.ScriptTarget.ES2022, true);
    const options = { noLib: true, types: [], strict: true, noUnusedLocals: true };
    const host = {
      ...ts.createCompilerHost(options),
      getSourceFile: (name) => (name === 'a.ts' ? file : undefined),
    };
    const program = ts.createProgram(['a.ts'], options, host);
    const found = [];
    const node = {};
    const parserServices = { program, esTreeNodeToTSNodeMap: new Map([[node, file]]) };
    const report = ({ loc, data }) => found.push({ ...loc.start, code: data.code });
    compilerRule.create({ sourceCode: { parserServices }, report }).Program(node);
    console.log(JSON.stringify(found));
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}

test('an error of the compiler is reported at its place, a name without use is not', () => {
  const text =
    "export const a = 1;\nconst unused = 2;\nexport const b: number = 'text';\n  export let c: = 3;";
  expect(reportsOf(text)).toEqual([
    { line: 4, column: 16, code: '1110' },
    { line: 3, column: 13, code: '2322' },
  ]);
});
