/** Faults, races and attacks on real processes (trust.md 7): one after the other, since each loads the whole machine. */
const base = require('./jest.base.cjs');
module.exports = {
  ...base,
  displayName: 'faults',
  testMatch: ['<rootDir>/test/faults/**/*.fault.spec.ts'],
  globalSetup: '<rootDir>/test/global-setup.cjs',
  globalTeardown: '<rootDir>/test/global-teardown.cjs',
  maxWorkers: 1,
  testTimeout: 900_000,
};
