'use strict';
// The schema of a manifest is large, and each of Atlassian's rules about the manifest compiles it anew,
// which takes longer than all their looking. While this is loaded, a schema is compiled once.
const { createRequire } = require('node:module');

const { default: Ajv } = createRequire(require.resolve('@forge/manifest'))('ajv');

const compile = Ajv.prototype.compile;
const compiled = new Map();

Ajv.prototype.compile = function compileOnce(schema, ...rest) {
  // Each file that imports the schema sees a module of its own around the same object.
  const key = schema.default ?? schema;
  if (!compiled.has(key)) compiled.set(key, compile.call(this, schema, ...rest));
  return compiled.get(key);
};
