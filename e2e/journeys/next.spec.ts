import { expect, test, type Browser, type Page } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

/** A desk of its own: what is given to one here is given to nobody else. */
const server = ownDesk();

const desk = (page: Page): DeskApp => new DeskApp(page, server.url);
const another = async (browser: Browser): Promise<DeskApp> => desk(await (await browser.newContext()).newPage());
const opened = (page: Page): string => new URL(page.url()).pathname;

test('S24 Next never gives one to two; Skip asks why, and a supervisor reads it', async ({ page, browser }) => {
  const ruth = desk(page);
  const ana = await another(browser);
  await ruth.signIn('Ruth Adler');
  await ana.signIn('Ana Rios');
  await Promise.all([ruth.key('.'), ana.key('.')]);
  await Promise.all([ruth, ana].map((app) => expect(app.request.getByText('With nobody')).toBeVisible()));
  expect(opened(page)).not.toBe(opened(ana.page));
  const first = opened(page);
  await ruth.key('.');
  await page.getByRole('button', { name: 'Skip it' }).click();
  await expect(page.getByText('Choose why. A supervisor sees it.')).toBeVisible();
  await look(page, 'next-skip');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('combobox', { name: 'Why do you leave it to others?' }).selectOption('known-person');
  await page.getByRole('button', { name: 'Skip it' }).click();
  await expect.poll(() => opened(page)).not.toBe(first);
  expect(opened(page)).not.toBe(opened(ana.page));
  await ana.page.getByRole('link', { name: 'Skipped' }).click();
  await expect(ana.title).toHaveText('Skipped');
  await expect(ana.page.getByText('Ruth Adler: I know this person.')).toBeVisible();
  await look(ana.page, 'skips');
  await ana.page.context().close();
});

test('what comes first is chosen by each colleague, and kept', async ({ page }) => {
  const ruth = desk(page);
  await ruth.signIn('Ruth Adler');
  await page.getByRole('button', { name: 'What comes first' }).click();
  await page.getByLabel('Spanish').check();
  await page.getByLabel('Young people').check();
  await look(page, 'what-comes-first');
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByLabel('Spanish')).toHaveCount(0);
  await page.reload();
  await page.getByRole('button', { name: 'What comes first' }).click();
  await expect(page.getByLabel('Spanish')).toBeChecked();
  await expect(page.getByLabel('Arabic')).not.toBeChecked();
});

test('an administrator changes when a claimed request goes back', async ({ page }) => {
  const amos = desk(page);
  await amos.signIn('Amos Bell');
  await amos.open('/settings');
  const box = page.getByRole('region', { name: 'When a claimed request goes back' }).getByLabel('Today');
  await expect(box).toHaveValue('60');
  await box.fill('2');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Give at least 5 minutes').first()).toBeVisible();
  await box.fill('90');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText(/^Saved/).last()).toBeVisible();
  await page.reload();
  await expect(box).toHaveValue('90');
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
  await page.setViewportSize({ width: 390, height: 844 }); // on a phone, where the request stands alone
  await ruth.claim('Hard memories');
  await expect(undo).toBeVisible();
  await expect(undo).toHaveCount(0, { timeout: 12_000 });
});
