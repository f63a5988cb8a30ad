/** Specs against a real PostgreSQL: one throw-away cluster a run, one clone of the migrated template a spec file. */
const base = require('./jest.base.cjs');
module.exports = {
  ...base,
  displayName: 'database',
  testMatch: ['<rootDir>/src/**/*.db.spec.ts', '<rootDir>/test/**/*.db.spec.ts'],
  globalSetup: '<rootDir>/test/global-setup.cjs',
  globalTeardown: '<rootDir>/test/global-teardown.cjs',
  maxWorkers: 2,
  testTimeout: 120_000,
};
