// What is mutated, and the tests that have to notice (files, or folders of them). `least` is the score in
// percent below which the night fails; where it is 100, only what `equal` lists may survive: changes that
// change nothing, named by the line that they change. `ignoreStatic` leaves out what acts once, while a
// file is read: each such mutant would meet all tests.
import { readFileSync } from 'node:fs';

/** One function of a file, for Stryker: from its name to the next empty line. */
function lines(file, name) {
  const all = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').split('\n');
  const from = all.findIndex((line) => line.startsWith(`export const ${name} =`));
  if (from < 0) throw new Error(`${file} has no ${name} any more.`);
  return `${file}:${from + 1}-${all.indexOf('', from)}`;
}

export const parts = [
  {
    name: 'guard',
    least: 100,
    mutate: ['src/entry/resolvers/guard.ts'],
    tests: ['test/entry/guard.test.ts', 'test/entry/guard-access.test.ts'],
    equal: [
      // A right that nobody asks for is none.
      {
        file: 'src/entry/resolvers/guard.ts',
        line: "return new Set(itemIds.every((itemId) => seen.has(itemId)) ? ['BROWSE_PROJECTS'] : []);",
        change: '[] → ["Stryker was here"]',
      },
      // They stand where the kind of access does not ask for them, or where the right to browse is missing.
      ...['{ ownsGoal: false, isNamed: false, isMember: false } → {}', 'false → true'].map(
        (change) => ({
          file: 'src/entry/resolvers/guard.ts',
          line: 'const NOBODY = { ownsGoal: false, isNamed: false, isMember: false };',
          change,
        }),
      ),
    ],
  },
  {
    name: 'access',
    least: 100,
    mutate: [
      'src/adapters/jira/rights.ts',
      'src/entry/resolvers/surface.ts',
      lines('src/domain/goal.ts', 'mayReport'),
      lines('src/domain/rules.ts', 'isMember'),
    ],
    tests: [
      'test/adapters/jira/rights.test.ts',
      'test/adapters/jira/seen-by-user.test.ts',
      'test/entry/surface.test.ts',
      'test/domain/goal.test.ts',
      'test/domain/rules.test.ts',
    ],
    equal: [],
  },
  {
    name: 'domain',
    least: 90,
    // Sentences are looked at by people.
    mutate: ['src/domain/**/*.ts', '!src/domain/*messages.ts', '!src/domain/notice-words.ts'],
    tests: ['test/domain'],
    ignoreStatic: true,
    equal: [],
  },
  {
    name: 'usecases',
    least: 90,
    mutate: ['src/usecases/**/*.ts'],
    tests: ['test/usecases'],
    hosts: true,
    ignoreStatic: true,
    equal: [],
  },
];
