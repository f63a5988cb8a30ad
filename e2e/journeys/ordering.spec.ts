import { expect, test } from '@playwright/test';
import { accessible, fitsWidth, look } from '../check.js';
import { DeskApp } from '../pages/desk-app.js';

const base = (): string => process.env['DESK_URL'] ?? '';

test('M20 a supervisor tries other numbers on past requests, makes them live with a reason, and goes back', async ({ page }) => {
  test.slow(); // twelve looks, and a replay
  const desk = new DeskApp(page, base());
  await desk.signIn('Ana Rios');
  await page.getByRole('navigation', { name: 'Desk' }).first().getByRole('link', { name: 'Order of places' }).click();
  await expect(desk.title).toHaveText('How places are ordered');
  const now = page.getByRole('region', { name: 'What orders now' });
  await expect(now.getByText('The product’s own')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Find a number')).toBeFocused();
  await page.keyboard.type('MILES halve');
  await expect(page.getByText(/^\d of \d+ numbers$/)).toBeVisible();
  await expect(page.getByText('At so many miles a place is worth half of one next door.')).toBeVisible();
  await look(page, 'ordering-filter');
  await page.getByLabel('Find a number').fill('');
  await page.getByText('Practical things', { exact: true }).click();
  await expect(page.getByText('How much the way there counts among practical things.')).toBeVisible();
  await look(page, 'ordering', { whole: true });

  // Other numbers: what is wrong is named beside its box, what was typed stays.
  const draft = page.getByRole('region', { name: 'A draft' });
  await draft.getByRole('button', { name: 'Try other numbers' }).press('Enter');
  await expect(draft.getByLabel('What it is for')).toBeFocused();
  await draft.getByLabel('What it is for').fill('Out of reach a mile later');
  await page.keyboard.press('Escape');
  await draft.getByLabel('Find a number').fill('beyond so many');
  await expect(draft.getByLabel('Distance', { exact: true })).toHaveCount(0);
  await draft.getByLabel('Out of reach', { exact: true }).fill('9999');
  await draft.getByRole('button', { name: 'Keep the draft' }).click();
  await expect(draft.getByText('Out of reach: write a number from 30 to 500, not 9999')).toBeVisible();
  await expect(draft.getByLabel('Out of reach', { exact: true })).toBeFocused();
  await look(page, 'ordering-draft', { whole: 'phone' });
  await draft.getByLabel('Out of reach', { exact: true }).fill('101');
  await draft.getByRole('button', { name: 'Keep the draft' }).click();
  await expect(draft.getByText('Out of reach: 101 instead of 100')).toBeVisible();
  await expect(draft.getByRole('button', { name: 'Make it live …' })).toHaveCount(0);

  await draft.getByRole('button', { name: 'Replay it', exact: true }).press('Enter');
  await expect(draft.getByRole('heading', { name: 'What it would have changed' })).toBeVisible({ timeout: 30_000 });
  await expect(draft.getByText('Past requests', { exact: true })).toBeVisible();
  await expect(draft.getByText(/^\d+ past requests? answered again: .* kept the same first five, /)).toBeVisible();
  await expect(draft.getByText('Out of reach: 101 instead of 100, a little more.', { exact: false })).toBeVisible();
  await look(page, 'ordering-replay', { whole: true });
  await draft.getByRole('button', { name: 'Make it live …' }).click();
  await draft.getByRole('button', { name: 'Make it live', exact: true }).click();
  await expect(draft.getByText('Say why, in 5 to 500 characters').first()).toBeVisible();
  await draft.getByLabel('Why', { exact: true }).fill('Some people here do drive that far.');
  await draft.getByRole('button', { name: 'Make it live', exact: true }).click();
  await expect(now.getByText('Out of reach a mile later')).toBeVisible();
  await expect(now.getByText(/by Ana Rios: Some people here do drive that far\./)).toBeVisible();

  const versions = page.getByRole('list', { name: 'Versions' });
  await versions.getByRole('button', { name: /^Go back to this version 1,/ }).click();
  await versions.getByLabel('Why', { exact: true }).fill('It was no better.');
  await versions.getByRole('button', { name: 'Go back to this version', exact: true }).click();
  await expect(now.getByText(/It was no better\./)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What orders now' })).toBeFocused();
  await accessible(page);
  await fitsWidth(page);
});

test('M20 everybody of the desk reads it, and changes nothing', async ({ page }) => {
  const desk = new DeskApp(page, base());
  await desk.signIn('Ruth Adler');
  await desk.open('/ordering');
  await expect(desk.title).toHaveText('How places are ordered');
  await expect(page.getByRole('region', { name: 'Every number, and what it does' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Try other numbers|Make it live|Go back/ })).toHaveCount(0);
});
