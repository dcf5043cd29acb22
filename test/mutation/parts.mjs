// What is mutated, and the tests that have to notice. `least` is the score in percent below which the
// night fails; where it is 100, only what `equal` lists may survive: changes that change nothing.
const within = (folder, files) => files.map((file) => `${folder}/${file}`);

export const parts = [
  {
    name: 'guard',
    least: 100,
    mutate: ['src/entry/resolvers/guard.ts'],
    tests: within('entry', ['guard.test.ts', 'guard-access.test.ts']),
    equal: [],
  },
  {
    name: 'access',
    least: 100,
    mutate: ['src/adapters/jira/rights.ts', 'src/entry/resolvers/surface.ts'],
    tests: [
      ...within('adapters/jira', ['rights.test.ts', 'seen-by-user.test.ts']),
      'entry/surface.test.ts',
    ],
    equal: [],
  },
  {
    name: 'domain',
    least: 90,
    // Sentences are looked at by people.
    mutate: ['src/domain/**/*.ts', '!src/domain/*messages.ts', '!src/domain/notice-words.ts'],
    tests: within('domain', ['**/*.test.ts']),
    equal: [],
  },
  {
    name: 'usecases',
    least: 90,
    mutate: ['src/usecases/**/*.ts'],
    tests: ['usecases/**/*.test.ts', 'contract/property-values.test.ts'],
    equal: [],
  },
];
