import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.js';

/** Figures of the screen: one at a time, on a desk of its own, never told to try again, and not watched: a trace films every frame. */
export default defineConfig({ ...journeys, testDir: 'figures', globalSetup: [], workers: 1, retries: 0, timeout: 600_000, reporter: [['list']], use: { ...journeys.use, trace: 'off' } });
