import { expect, test } from '@playwright/test';
import { accessible, fitsWidth, look } from '../check.js';
import { DeskApp } from '../pages/desk-app.js';

const base = (): string => process.env['DESK_URL'] ?? '';

test('a steward finds a listing by a misspelt name, leaves a note, sees what changed; two that look like one are told apart, and made one again', async ({ page }) => {
  const desk = new DeskApp(page, base());
  await desk.signIn('Mei Tan');
  await page.getByRole('link', { name: 'Listings', exact: true }).click();
  await expect(desk.title).toHaveText('Listings');
  const pairs = page.getByRole('list', { name: 'Listings that look like one' }).getByRole('listitem');
  await expect(pairs.first()).toBeVisible();
  await accessible(page);
  await fitsWidth(page);
  await look(page, 'listings', { whole: true });

  // One of the two goes on; undone, both are there again.
  const first = pairs.first();
  const names = await first.getByRole('link').allInnerTexts();
  const count = await pairs.count();
  await first.getByRole('button', { name: /^Keep this one/ }).first().click();
  await expect(pairs).toHaveCount(count - 1);
  const merged = page.getByRole('listitem').filter({ hasText: `${names[1]} into ${names[0]}` });
  await expect(merged).toContainText('by Mei Tan');
  await look(page, 'listings-merged', { whole: true });
  await merged.getByRole('button', { name: /^Undo/ }).click();
  await expect(pairs).toHaveCount(count);
  await pairs.first().getByRole('button', { name: /^They are two/ }).click();
  await expect(pairs).toHaveCount(count - 1);

  // A name with typing errors.
  await page.getByRole('searchbox', { name: 'Name or phone number' }).fill('larkspr welness');
  const found = page.getByRole('list', { name: 'Listings found' }).getByRole('listitem');
  await expect(found.first()).toContainText('Larkspur Wellness Clinic');
  await accessible(page);
  await look(page, 'listings-found', { whole: 'phone' });
  await found.first().getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Notes of colleagues' })).toBeVisible();
  await page.getByLabel('A note').fill('Ask for Dana, she answers on Tuesdays');
  await page.getByRole('button', { name: 'Keep this note' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Ask for Dana' })).toContainText('Mei Tan');
  await expect(page.getByLabel('A note')).toHaveValue('');
  // A part is changed, stands in the history with a name, and one press takes it back.
  const edits = page.getByRole('region', { name: 'Change it' });
  const cost = edits.getByRole('listitem').filter({ hasText: 'What it costs' });
  const before = await cost.locator('.pre').innerText();
  await cost.getByRole('button', { name: /^Change/ }).click();
  await edits.getByRole('textbox', { name: 'What it costs' }).fill('Free for veterans');
  await accessible(page);
  await fitsWidth(page);
  await look(page, 'listing-edit', { whole: true });
  await edits.getByRole('button', { name: 'Change it' }).click();
  await expect(cost).toContainText('Free for veterans');
  const history = page.getByRole('table', { name: 'What changed, the newest first' });
  await expect(history.getByRole('row').nth(1)).toContainText('Free for veterans');
  await expect(history.getByRole('row').nth(1)).toContainText('Mei Tan');
  await edits.getByRole('button', { name: 'Take it back' }).click();
  await expect(cost.locator('.pre')).toHaveText(before);
  await expect(history.getByRole('row')).toHaveCount(3);
  await expect(history.getByRole('row').nth(1)).toContainText('Mei Tan');
  await accessible(page);
  await fitsWidth(page);
  await look(page, 'listing', { whole: true });
});
