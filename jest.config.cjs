// Projects: `node` and `ui` are the everyday tests; `rehearsal` needs the bundle in dist/;
// `nightly` runs the property tests with many more inputs, and what takes too long for every change. swc compiles without checking types.
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];
const transform = { '\\.m?tsx?$': swc };

const stub = (file) => `<rootDir>/static/src/stubs/${file}`;
const tests = (...folders) =>
  folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.{ts,tsx}`);

/** A busy machine is slow at drawing a whole page for the first time; nothing here measures time. */
const testTimeout = 30_000;

/** Folders that hold build output; Jest must neither watch nor resolve from them. */
const modulePathIgnorePatterns = [
  '<rootDir>/dist/',
  '<rootDir>/.local/',
  '<rootDir>/static/build/',
];

const moduleNameMapper = {
  // Property tests with seeds that are fixed by day; only files that have such tests pay for it.
  '^fast-check$': '<rootDir>/test/support/seeded-fast-check.cjs',
  // Reading JQL is most of what a count costs here.
  '^@atlaskit/jql-ast$': '<rootDir>/test/support/outside-grammar.cjs',
  // Zod's sentences in fifty languages are most of what loading it costs each file; English is not among these.
  '^\\.\\./locales/index\\.cjs$': '<rootDir>/test/support/no-languages.cjs',
};

const nodeProject = (displayName, ...folders) => ({
  displayName,
  testEnvironment: '<rootDir>/test/support/kept-hosts/environment.cjs',
  testMatch: tests(...folders),
  modulePathIgnorePatterns,
  moduleNameMapper,
  transform,
  globalSetup: '<rootDir>/test/support/prebuilt/functions.mjs',
});

module.exports = {
  testTimeout,
  projects: [
    nodeProject(
      'node',
      'domain',
      'usecases',
      'adapters',
      'entry',
      'contract',
      'local',
      'oracle',
      'app',
      'architecture',
      'tools',
    ),
    {
      ...nodeProject('ui', 'static'),
      testEnvironment: '<rootDir>/test/support/page-environment.cjs',
      setupFiles: ['<rootDir>/test/support/browser-setup.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/quick-dom.ts'],
      moduleNameMapper: {
        ...moduleNameMapper,
        '\\.css$': '<rootDir>/test/support/empty-css.cjs',
        // Their sources are ES modules; the same code stands beside as CommonJS.
        '^(d3-[a-z-]+|internmap)$': '<rootDir>/node_modules/$1/dist/$1.js',
        '^@atlaskit/react-compiler-gating(/.*)?$': stub('compiler-gating.ts'),
        '^@atlaskit/feature-gate-js-client(/.*)?$': stub('feature-gates.ts'),
      },
    },
    {
      ...nodeProject('simulation', 'simulation'),
      globalSetup: '<rootDir>/test/support/prebuilt/seeds.mjs',
    },
    nodeProject('rehearsal', 'rehearsal'),
    {
      ...nodeProject('nightly', 'nightly', 'domain', 'usecases', 'adapters', 'contract', 'local'),
      globalSetup: '<rootDir>/test/support/prebuilt/night.mjs',
      setupFiles: ['<rootDir>/test/support/many-runs.ts'],
    },
  ],
};
