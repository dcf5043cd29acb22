// The tests of one part.
const [everyday] = require('../../jest.config.cjs').projects;

const { LADDER_MUTATION_TESTS: tests = '' } = process.env;

module.exports = {
  rootDir: '../..',
  testTimeout: 30_000,
  // Stryker's own environment wraps it, and knows no <rootDir>.
  testEnvironment: require.resolve('../support/kept-hosts/environment.cjs'),
  testMatch: tests.split(',').map((path) => `<rootDir>/test/${path}`),
  modulePathIgnorePatterns: everyday.modulePathIgnorePatterns,
  moduleNameMapper: everyday.moduleNameMapper,
  transform: everyday.transform,
  transformIgnorePatterns: everyday.transformIgnorePatterns,
};
