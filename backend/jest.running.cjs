/** The product as the operator runs it: `npm start`, signals, crashes. Real processes, each with its own data folder and port. */
const base = require('./jest.base.cjs');
module.exports = { ...base, displayName: 'running', testMatch: ['<rootDir>/test/running/*.run.spec.ts'], maxWorkers: 1, testTimeout: 120_000 };
