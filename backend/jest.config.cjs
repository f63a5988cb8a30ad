/** Pure specs: no database, no network. */
const base = require('./jest.base.cjs');
module.exports = { ...base, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/src/**/*.spec.tsx'], testPathIgnorePatterns: ['\\.db\\.spec\\.ts$', '/dist/'] };
