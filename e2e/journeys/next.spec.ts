import { expect, test, type Browser, type Page } from '@playwright/test';
import { look } from '../check.js';
import { startDesk, type DeskServer } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

/** A desk of its own: what is given to one here is given to nobody else. */
let server: DeskServer;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  server = await startDesk();
});
test.afterAll(() => server.stop());

const desk = (page: Page): DeskApp => new DeskApp(page, server.url);
const another = async (browser: Browser): Promise<DeskApp> => desk(await (await browser.newContext()).newPage());
const opened = (page: Page): string => new URL(page.url()).pathname;

test('S24 Next never gives one to two; Skip asks why, and a supervisor reads it', async ({ page, browser }) => {
  const ruth = desk(page);
  const ana = await another(browser);
  await ruth.signIn('Ruth Adler');
  await ana.signIn('Ana Rios');
  await Promise.all([ruth.key('.'), ana.key('g')]);
  await Promise.all([ruth, ana].map((app) => expect(app.request.getByText('With nobody')).toBeVisible()));
  expect(opened(page)).not.toBe(opened(ana.page));
  const first = opened(page);
  await ruth.key('.');
  await page.getByRole('button', { name: 'Skip it' }).click();
  await expect(page.getByText('Choose why. A supervisor sees it.')).toBeVisible();
  await look(page, 'next-skip');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByLabel('Why do you leave it to others?').selectOption('known-person');
  await page.getByRole('button', { name: 'Skip it' }).click();
  await expect.poll(() => opened(page)).not.toBe(first);
  expect(opened(page)).not.toBe(opened(ana.page));
  await ana.page.getByRole('link', { name: 'Skipped' }).click();
  await expect(ana.title).toHaveText('Skipped');
  await expect(ana.page.getByText('Ruth Adler: I know this person.')).toBeVisible();
  await look(ana.page, 'skips');
  await ana.page.context().close();
});

test('a claim is taken back with Z, and the row has the focus again', async ({ page }) => {
  const ruth = desk(page);
  await ruth.signIn('Ruth Adler');
  await ruth.claim('Hard memories');
  const undo = page.getByRole('button', { name: 'Undo the claim' });
  await expect(undo).toBeVisible();
  await ruth.key('z');
  await expect(ruth.title).toHaveText('All requests');
  await expect(ruth.row('Hard memories').getByRole('button', { name: /^Claim/ })).toBeVisible();
  await expect(ruth.row('Hard memories').getByRole('link')).toBeFocused();
  await ruth.claim('Hard memories');
  await expect(undo).toBeVisible();
  await expect(undo).toHaveCount(0, { timeout: 12_000 });
});
