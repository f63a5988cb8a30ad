const { createEsmPreset } = require('jest-preset-angular/presets');

/** Component specs in jsdom, zoneless as the product is. */
module.exports = {
  ...createEsmPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  displayName: 'desk',
  rootDir: __dirname,
  setupFilesAfterEnv: ['<rootDir>/src/setup-jest.ts'],
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
