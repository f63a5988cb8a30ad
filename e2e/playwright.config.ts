import { defineConfig } from '@playwright/test';
import { browser } from './browser.js';

const { executablePath, args, env } = await browser();

export default defineConfig({
  testDir: 'journeys',
  outputDir: 'test-results',
  snapshotPathTemplate: 'transcripts/{arg}{ext}',
  globalSetup: './global-setup.ts',
  fullyParallel: false,
  workers: 2,
  timeout: 120_000, // what a machine busy with something else may need; what a person may wait is said by the expectations
  expect: { timeout: 15_000 },
  retries: process.env['SECOND_TRY'] ? 1 : 0, // a whole run forgives a machine that stands still, and names what it forgave (tools/test.mjs)
  reporter: [['list'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    actionTimeout: 15_000,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'America/New_York',
    video: 'off',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { args, env: { ...(process.env as Record<string, string>), ...env }, ...(executablePath && { executablePath }) },
  },
});
