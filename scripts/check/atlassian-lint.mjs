// Atlassian's client-side lint rules over backend and pages, plus two rules of our own. Which scope a
// call needs is told to Atlassian's rule by our endpoint table; the rule would download it otherwise.
// Calls go through one transport, where Atlassian's rule cannot read the path: that the manifest
// covers the whole table is checked here and, the other way round, in test/architecture.
// Atlassian's rules look at the syntax tree alone, so no program with types is built for it: what the
// compiler says of the files is the business of the step `lint`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cache, inRoot, root } from '../lib/root.mjs';
import { load } from '../lib/typescript.mjs';

const require = createRequire(import.meta.url);
const { endpoints } = await load('src/adapters/jira/endpoints.ts');

/** The part of an API description that Atlassian's rule reads. */
function description(table) {
  const paths = {};
  for (const { method, path, scopes } of table) {
    paths[path] ??= {};
    paths[path][method.toLowerCase()] = {
      'x-atlassian-oauth2-scopes': [{ state: 'Current', scopes: [...scopes] }],
    };
  }
  return { paths };
}

function writeDescription(name, table) {
  const file = cache(`scopes-${name}.json`);
  writeFileSync(file, JSON.stringify(description(table)));
  return file;
}

function useOwnDescriptions() {
  mkdirSync(cache(), { recursive: true });
  process.env.USE_LOCAL_SWAGGER = '1';
  process.env.LOCAL_JIRA_SWAGGER = writeDescription('jira', Object.values(endpoints));
  const none = writeDescription('none', []);
  for (const name of ['JSM', 'JSW', 'CONF', 'CONF_V2', 'BB']) {
    process.env[`LOCAL_${name}_SWAGGER`] = none;
  }
}

useOwnDescriptions();
const { featureGates, logger } = require('../lib/atlassian-services.cjs');
const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');
require('../lib/compile-schemas-once.cjs');
const lintPackage = require('@forge/lint');
const { getClientSideLintersOnly, lint, parseSourceFile, reportLintResults } = lintPackage;

process.chdir(root);
const reader = new FileSystemReader();
const manifest = await new ConfigFile(reader, new FileSystemWriter(), featureGates).readConfig();
const scopes = manifest.permissions?.scopes ?? [];

const isSource = (file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts');
const sourcesIn = async (folder) =>
  (await reader.recursiveReadDir(inRoot(folder), ['node_modules'])).filter(isSource);

const syntaxOnly = { project: null, errorOnTypeScriptSyntacticAndSemanticIssues: false };
const parseFunction = (file, parser) =>
  parseSourceFile(file, (code, name) => parser(code, name, syntaxOnly));

/** Atlassian's linter takes the files of the tsconfig.json of the working directory; each half has its own. */
async function lintHalf(folder, files, linters) {
  process.chdir(inRoot(folder));
  const config = { linters, parseFunction };
  const results = await lint(files, manifest, 'development', logger, featureGates, config);
  process.chdir(root);
  return results;
}

function complain(message) {
  console.log(`error: ${message}`);
  process.exitCode = 1;
}

const backend = await sourcesIn('src');
const pages = await sourcesIn('static/src');
const linters = () => getClientSideLintersOnly(manifest, 'development', logger, featureGates);
reportLintResults(logger, await lintHalf('.', backend, await linters()));
// The rules about the manifest itself look for it in the working directory; they have had their say.
const aboutCode = (await linters()).filter(
  (linter) => !linter.constructor.name.endsWith('ManifestLinter'),
);
reportLintResults(logger, await lintHalf('static', pages, aboutCode));

// Atlassian's storage rule knows only the storage of @forge/api.
const stores = backend.filter((file) => /['"]@forge\/kvs['"]/.test(readFileSync(file, 'utf8')));
if (stores.length > 0 && !scopes.includes('storage:app')) {
  complain(`${stores.join(', ')} needs the scope storage:app in manifest.yml`);
}
for (const [name, endpoint] of Object.entries(endpoints)) {
  for (const scope of endpoint.scopes.filter((wanted) => !scopes.includes(wanted))) {
    complain(`endpoint ${name} needs the scope ${scope} in manifest.yml`);
  }
}
console.log(`${backend.length} files of the backend and ${pages.length} of the pages`);
