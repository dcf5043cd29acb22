// Which part may know which. Each rule says why it stands and what to do instead; the picture is in
// docs/architecture.md.
const only = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^(src|static|local|test|bench|scripts)/', pathNot: to },
});

const packages = (name, from, path, comment) => ({
  name,
  severity: 'error',
  comment,
  from,
  to: { path: `node_modules/(${path})` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Files that need each other cannot be read, tested or moved alone. Move what both need into a third file.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'The import leads nowhere. Correct the path, or add the package to package.json.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nothing uses this file. Use it or delete it.',
      from: {
        orphan: true,
        path: '^(src|static/src|local)/',
        pathNot: [
          '^src/index\\.ts$',
          '^static/src/(index\\.ts|no-eval\\.ts|stubs/)',
          '^local/(main\\.ts$|forge/runtime/|web/browser/)',
        ],
      },
      to: {},
    },
    only(
      'domain-knows-nothing',
      '^src/domain/',
      '^src/domain/',
      'The rules of Ladder are pure and also run in the browser. Pass in what they need as plain values.',
    ),
    only(
      'contract-knows-domain',
      '^src/contract/',
      '^src/(contract|domain)/',
      'The contract is shared by both sides of the bridge. Keep behaviour in use cases and adapters.',
    ),
    only(
      'ports-know-domain',
      '^src/ports/',
      '^src/(ports|domain)/',
      'A port is an interface in the words of the domain. Translate to Jira or storage in an adapter.',
    ),
    only(
      'usecases-know-ports-contract-domain',
      '^src/usecases/',
      '^src/(usecases|ports|contract|domain)/',
      'A use case takes the parsed input of its procedure (decision 0004), gathers through ports, decides in the domain and applies through ports. Add a method to a port instead of reaching for an adapter.',
    ),
    only(
      'adapters-know-ports-contract-domain',
      '^src/adapters/',
      '^src/(adapters|ports|contract|domain)/',
      'An adapter translates and decides nothing. Move the decision to the domain or a use case.',
    ),
    only(
      'entries-know-usecases-and-contract',
      '^src/entry/',
      '^src/(entry|contract|usecases|ports|domain)/',
      'An entry parses, checks access, calls a use case and answers. It gets adapters as ports from app.ts.',
    ),
    only(
      'app-wires-entries',
      '^src/app\\.ts$',
      '^src/(entry|contract|usecases|ports|domain)/',
      'The same wiring serves Forge, the local host and tests, so it takes ports and builds none. Real adapters are made in src/index.ts.',
    ),
    only(
      'index-wires-adapters',
      '^src/index\\.ts$',
      '^src/(app\\.ts$|adapters/|ports/)',
      'The file the manifest names only hands real adapters to the app and exports its handlers.',
    ),
    only(
      'static-knows-contract-domain-endpoints',
      '^static/src/',
      '^(static/src/|src/contract/|src/domain/|src/usecases/(apply-decisions|applying/[^/]+)\\.ts$|src/adapters/jira/(answers|endpoint|endpoints|item-endpoints|site-endpoints|jql|items)\\.ts$)',
      'Pages reach the backend by procedures only. From src/ they take the contract, the pure rules, the endpoint table, the JQL printer, and the one use case that runs as the decider in their browser.',
    ),
    only(
      'components-are-plain',
      '^static/src/components/',
      '^(static/src/(components|messages|format)|src/(contract|domain)/)',
      'Components take props and report events. Calls and the bridge belong to a surface or to static/src/forge.',
    ),
    only(
      'local-knows-src',
      '^local/',
      '^(local|src)/',
      'The local host stands in for the platform. It may run the app; it knows neither pages nor tests.',
    ),
    {
      name: 'nothing-knows-the-workbench',
      severity: 'error',
      comment:
        'The app runs on the platform alone: nothing it ships may need the local host, tests or scripts. Move what is shared into src/.',
      from: { path: '^(src|static)/' },
      to: { path: '^(local|test|bench|scripts)/' },
    },
    packages(
      'forge-backend-in-thin-leaves',
      {
        path: '^(src|static)/',
        pathNot: ['^src/adapters/[^/]+/forge-[^/]+\\.ts$', '^src/(index\\.ts$|entry/)'],
      },
      '@forge/(api|kvs|events|resolver)/',
      "Atlassian's packages need globals of the platform. Only the leaves (adapters/*/forge-*.ts and the entries) import them; everything else takes a port or a transport.",
    ),
    packages(
      'bridge-in-one-folder',
      { path: '^(src|static)/', pathNot: '^static/src/forge/' },
      '@forge/bridge/',
      'The bridge looks for its global while it is imported. Only static/src/forge imports it; a page calls that folder.',
    ),
    packages(
      'domain-and-ports-without-packages',
      { path: '^src/(domain|ports)/' },
      '.',
      'The rules depend on the language alone. Parse with zod in the contract or an adapter and pass plain values.',
    ),
    packages(
      'jira-js-is-strict',
      { path: '.', pathNot: '^test/support/strict-jira\\.mjs$' },
      'jira\\.js/',
      'A client of jira.js goes on after an answer of another shape, unless it is told not to. Take the one that is.',
    ),
    {
      name: 'browser-code-without-node',
      severity: 'error',
      comment:
        'This code also runs in the browser. Take what Node would give (time, randomness, files) as an argument.',
      from: { path: '^(src/(contract|domain)|static/src)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shipped-code-without-tools',
      severity: 'error',
      comment:
        'Development packages are not in the shipped app. Move the package to dependencies, or the code to local, test or scripts.',
      from: { path: '^(src|static/src)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: '^(static/build|dist|\\.local)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.cjs', '.js', '.json'],
    },
    progress: { type: 'none' },
  },
};
