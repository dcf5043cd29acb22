// A lint rule that says what the compiler says of a file. The rules that know types have it work out
// nearly every type anyway; a second run of it for the same files would cost two minutes of a core.
import ts from 'typescript';

const lineOf = (file, at) => {
  const { line, character } = file.getLineAndCharacterOfPosition(at);
  return { line: line + 1, column: character };
};

/** Unused names are the business of another rule; the parser switches their reports on for it. */
const isError = ({ category, reportsUnnecessary }) =>
  category === ts.DiagnosticCategory.Error && !reportsUnnecessary;

/** Reports each error of TypeScript at its place, as `TS2339: …`. Needs a parser with a program. */
export const compilerRule = {
  meta: {
    type: 'problem',
    schema: [],
    docs: { description: 'Reports what the TypeScript compiler finds in the file' },
    messages: { error: 'TS{{code}}: {{text}}' },
  },
  create: (context) => ({
    Program(node) {
      const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
      const file = esTreeNodeToTSNodeMap.get(node);
      const found = [
        ...program.getSyntacticDiagnostics(file),
        ...program.getSemanticDiagnostics(file),
      ];
      for (const { code, messageText, start = 0, length = 0 } of found.filter(isError)) {
        const text = ts.flattenDiagnosticMessageText(messageText, '\n');
        const loc = { start: lineOf(file, start), end: lineOf(file, start + length) };
        context.report({ loc, messageId: 'error', data: { code: String(code), text } });
      }
    },
  }),
};
