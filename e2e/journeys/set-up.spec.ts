import { expect, test } from '@playwright/test';
import { accessible, fitsWidth } from '../check.js';
import { startDesk, type DeskServer } from '../desk-server.js';

/** A new desk that is no demo. */
let server: DeskServer;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  server = await startDesk({ DEMO: '0' });
});
test.afterAll(() => server.stop());

test('E01 from an empty database to a signed-in administrator without mail; the form opens when the crisis lines are confirmed', async ({ page, browser }) => {
  await expect.poll(() => server.output()).toContain('/desk/set-up#');
  expect(server.output()).not.toContain('Demo sign-ins');
  expect(server.output()).toContain('Not for real people yet');
  const [link = ''] = /http\S+\/desk\/set-up#\S+/.exec(server.output()) ?? [];

  const visitor = await browser.newPage();
  await visitor.goto(`${server.url}/en/ask`);
  await expect(visitor.getByText('not open yet')).toBeVisible();
  await expect(visitor.getByRole('link', { name: /988/ }).first()).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The first administrator');
  expect(page.url()).not.toContain('#'); // the secret leaves the address, so that no history keeps it
  await accessible(page);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await fitsWidth(page);
    if (process.env['SCREENSHOTS']) await page.screenshot({ path: `test-results/screenshots/set-up-${width}.png` });
  }
  await page.getByLabel('Your name').fill('Amos Bell');
  await page.getByLabel('E-mail').fill('amos@example.org');
  await page.getByLabel('Password').fill('too short');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByRole('alert')).toContainText('at least 15 characters');
  await expect(page.getByLabel('E-mail')).toHaveValue('amos@example.org');
  await page.getByLabel('Password').fill('quiet lantern over harbor');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');

  await page.getByRole('button', { name: 'I checked them all today' }).click();
  await expect.poll(async () => (await visitor.goto(`${server.url}/en/ask`)) && visitor.getByText('not open yet').count(), { timeout: 15_000 }).toBe(0);

  // The link is spent.
  const again = await browser.newPage();
  await again.goto(link);
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('This link does not work any more');
  await expect(again.getByRole('textbox')).toHaveCount(0);
});
