import { expect, test, type Browser, type Page } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

/** A desk of its own: who looks where is seen by everybody. */
const server = ownDesk();

const desk = (page: Page): DeskApp => new DeskApp(page, server.url);
/** A browser of their own, as a colleague has. */
const another = async (browser: Browser): Promise<DeskApp> => desk(await (await browser.newContext()).newPage());

test('S02 who looks and who writes shows in the list and on the request within 2 s, and leaves within 10 s of a killed tab', async ({ page, browser }) => {
  const ruth = desk(page);
  const ana = await another(browser);
  await ruth.signIn('Ruth Adler');
  await ana.signIn('Ana Rios');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const needs = 'Hard memories';
  const looking = ruth.row(needs).getByRole('img', { name: 'Ana Rios is looking' });
  await ana.read(needs);
  await expect(looking).toBeVisible({ timeout: 2_000 });
  await ana.key('c');
  await expect(ana.request.getByText(/^Yours/)).toBeVisible();
  await ana.note.fill('She asked for a quiet room.');
  await expect(ruth.row(needs).getByRole('img', { name: 'Ana Rios is writing' })).toBeVisible({ timeout: 3_000 }); // half a second until the draft is kept
  await look(page, 'presence-list');
  await ruth.read(needs);
  await expect(ruth.request.getByText('Ana Rios is writing')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Ana Rios is writing.' })).toBeAttached();
  await expect(ana.request.getByText('Ruth Adler is looking')).toBeVisible({ timeout: 2_000 });
  await look(page, 'presence-request');
  await page.setViewportSize({ width: 1440, height: 900 });
  // The network goes with the tab: nothing says good-bye.
  await ana.page.context().setOffline(true);
  await ana.page.context().close();
  await expect(ruth.request.getByText(/Ana Rios is (writing|looking)/)).toHaveCount(0, { timeout: 10_000 });
});

test('S02 a tab that goes elsewhere leaves at once', async ({ page, browser }) => {
  const ruth = desk(page);
  const ana = await another(browser);
  await ruth.signIn('Ruth Adler');
  await ana.signIn('Ana Rios');
  const looking = ruth.row('Worry and panic').getByRole('img', { name: 'Ana Rios is looking' });
  await ana.read('Worry and panic');
  await expect(looking).toBeVisible({ timeout: 2_000 });
  await ana.page.goto('about:blank');
  await expect(looking).toHaveCount(0, { timeout: 2_500 });
  await ana.page.context().close();
});

test('S02 of a restricted request nobody learns who may not open it', async ({ page, browser }) => {
  const jonah = desk(page);
  const ana = await another(browser);
  await jonah.signIn('Jonah Park');
  await ana.signIn('Ana Rios');
  await ana.read('Abuse or violence');
  await jonah.read('Abuse or violence');
  await page.waitForTimeout(2_500);
  await expect(page.getByText('Ana Rios is looking')).toHaveCount(0);
  await expect(page.getByRole('img', { name: 'Ana Rios is looking' })).toHaveCount(0);
  await expect(ana.page.getByText('Jonah Park is looking')).toHaveCount(0);
  await ana.page.context().close();
});
