import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { startDesk, type DeskServer } from '../desk-server.js';
import { AskForm } from '../pages/ask-form.js';
import { DeskApp } from '../pages/desk-app.js';

/**
 * E10: the pictures of the README, taken from the product that was just built. Each run writes them to test-results/screenshots;
 * only UPDATE_SCREENSHOTS=1 puts them into docs/, so that a run leaves no changed file behind.
 */
const ROOT = join(import.meta.dirname, '..', '..');
const TAKEN = join(ROOT, 'e2e', 'test-results', 'screenshots');
const SHOWN = join(ROOT, 'docs', 'screenshots');
const HEAVIEST = 250_000;
const NEEDS = 'After a hospital stay, family support';

let server: DeskServer;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  mkdirSync(TAKEN, { recursive: true });
  server = await startDesk();
});
test.afterAll(() => server.stop());

async function take(page: Page, name: string, { whole = false } = {}): Promise<void> {
  const path = join(TAKEN, `${name}.png`);
  await page.mouse.move(0, 0);
  await page.screenshot({ path, fullPage: whole, animations: 'disabled', caret: 'hide' });
  if (process.env['UPDATE_SCREENSHOTS'] !== '1') return;
  expect(statSync(path).size).toBeLessThan(HEAVIEST);
  mkdirSync(SHOWN, { recursive: true });
  copyFileSync(path, join(SHOWN, `${name}.png`));
}

/** Ruth at her desk, with the request open that is most urgent. */
async function ruthReads(page: Page): Promise<DeskApp> {
  const desk = new DeskApp(page, server.url);
  await desk.signIn('Ruth Adler');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await desk.read(NEEDS);
  return desk;
}

test('E10 the form on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const ask = new AskForm(page, server.url);
  await ask.fillIn({
    look: async () => {
      if ((await ask.question.innerText()) !== 'How may we reach you?') return;
      await ask.choose('Phone call');
      await take(page, 'ask', { whole: true });
    },
  });
});

test('E10 the queue', async ({ page }) => {
  const desk = new DeskApp(page, server.url);
  await desk.signIn('Ruth Adler');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(desk.row(NEEDS)).toBeVisible();
  await take(page, 'queue');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`E10 a request at the desk, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const desk = await ruthReads(page);
    const claim = desk.request.getByRole('button', { name: /^Claim/ });
    if (await claim.isVisible()) await claim.click();
    await expect(desk.request.getByText(/^Yours/)).toBeVisible();
    await expect(desk.contactSafely).toBeVisible();
    await take(page, `request-${colorScheme}`);
  });
}

test('E10 what could help, and the card', async ({ page }) => {
  const desk = await ruthReads(page);
  const drawer = page.getByRole('region', { name: /^Find for/ });
  await desk.key('f');
  await expect(drawer.getByRole('article').first()).toBeVisible();
  for (const key of ['x', 'j', 'x', 'j', 'x', 'k', 'k']) await page.keyboard.press(key);
  await expect(drawer.getByText('a real choice')).toBeVisible();
  await take(page, 'match');
  await drawer.getByRole('button', { name: 'Offer 3' }).click();
  await desk.request.getByRole('link', { name: 'Card to hand over' }).click();
  await page.getByRole('button', { name: 'To print' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your list' })).toBeVisible();
  await page.setViewportSize({ width: 900, height: 1000 });
  await take(page, 'card');
});

test('E10 every picture that the README shows was taken here and is committed', () => {
  const named = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/docs\/screenshots\/([\w-]+)\.png/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !existsSync(join(TAKEN, `${name}.png`)))).toEqual([]);
  expect(named.filter((name) => !existsSync(join(SHOWN, `${name}.png`)))).toEqual([]);
});

test('X04 the desk fills the window: only its panes scroll', async ({ page }) => {
  const desk = new DeskApp(page, server.url);
  const beyond = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await desk.signIn('Amos Bell');
  await desk.open('/settings');
  await expect(page.getByRole('button', { name: 'Save settings' })).toBeAttached();
  expect(await beyond()).toBe(0);
  await page.context().clearCookies();
  await ruthReads(page);
  expect(await beyond()).toBe(0);
});
