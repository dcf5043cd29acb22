// Whoever asks for Atlassian's grammar in this process gets the file that was built of it
// (prebuilt/grammar.mjs); a test process reads thousands of texts, and Jest's sandbox would slow each
// one down again.
const { existsSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const FILE = path.join(__dirname, '../../node_modules/.cache/ladder/grammar/grammar.cjs');

if (existsSync(FILE)) {
  const load = Module._load;
  Module._load = (request, ...rest) =>
    load(request === '@atlaskit/jql-ast' ? FILE : request, ...rest);
}

/** The grammar, outside of any sandbox. */
exports.grammar = () => require('@atlaskit/jql-ast');
