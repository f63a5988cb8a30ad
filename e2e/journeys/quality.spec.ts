import { expect, test } from '@playwright/test';
import { accessible, fitsWidth, look } from '../check.js';
import { DeskApp } from '../pages/desk-app.js';

const base = (): string => process.env['DESK_URL'] ?? '';

test('R24 each figure of the directory says what it counts, and opens it', async ({ page }) => {
  const desk = new DeskApp(page, base());
  await desk.signIn('Mei Tan');
  await page.getByRole('link', { name: 'Still right?' }).click();
  await page.getByRole('link', { name: 'How true it is' }).click();
  await expect(desk.title).toHaveText('How true it is');
  const never = page.getByRole('link', { name: /^Never checked by anybody: / });
  await expect(never).toBeVisible();
  await accessible(page);
  await fitsWidth(page);
  await look(page, 'quality', { whole: true });

  await expect(never).toHaveText(/^\d+ of \d+$/);
  await never.click();
  await expect(desk.title).toHaveText('Never checked by anybody');
  const total = page.getByRole('status').filter({ hasText: /^\d+ listings?$/ }); // others may import meanwhile: the number is this page's own
  await expect(total).toBeVisible();
  const count = Number.parseInt(await total.innerText(), 10);
  expect(count).toBeGreaterThan(0);
  const rows = page.getByRole('list', { name: 'Never checked by anybody' }).getByRole('listitem');
  await expect(rows).toHaveCount(Math.min(100, count));
  await accessible(page);
  await fitsWidth(page);
  await look(page, 'quality-rows', { whole: 'phone' });
  const listing = rows.first().getByRole('link');
  const name = (await listing.innerText()).trim();
  await listing.click();
  await expect(desk.title).toHaveText(name);

  await desk.open('/quality/nothing');
  await expect(desk.title).toHaveText('No such figure');
  await expect(page.getByText('There is nothing at this address.')).toBeVisible();
  await accessible(page);
});
