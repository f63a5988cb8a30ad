import { expect, test } from '@playwright/test';
import { accessible, fitsWidth, look } from '../check.js';
import { DeskApp } from '../pages/desk-app.js';

const base = (): string => process.env['DESK_URL'] ?? '';

test('a steward sees what is to be checked, writes down what is wrong, and what is right again', async ({ page }) => {
  const desk = new DeskApp(page, base());
  await desk.signIn('Mei Tan');
  await page.getByRole('link', { name: 'Still right?' }).click();
  await expect(desk.title).toHaveText('Still right?');
  const rows = page.getByRole('list', { name: 'Listings' }).getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  await look(page, 'checks', { whole: 'phone' });

  const listing = rows.filter({ hasText: /Nothing to do yet|Due now/ }).last();
  const name = (await listing.locator('b').innerText()).trim();
  const one = page.getByRole('listitem', { name, exact: true }).first();
  await page.getByRole('searchbox', { name: 'Name' }).fill(name);
  await expect(rows.first()).toContainText(name);
  await one.getByRole('checkbox').check();
  const form = page.getByRole('form', { name: '1 listing chosen' });
  await form.getByLabel('How you looked').selectOption('On their website');
  await form.getByRole('button', { name: 'Something is wrong' }).click();
  await form.getByLabel('What is wrong').selectOption('Opening hours');
  await form.getByLabel('What you found').fill('Closed on Fridays now');
  await accessible(page);
  await fitsWidth(page);
  await look(page, 'checks-found', { whole: 'phone' });
  await form.getByRole('button', { name: 'Write it down' }).click();
  await expect(one).toContainText('To call');
  await expect(one).toContainText('Opening hours found wrong on their website');
  await expect(one).toContainText('Closed on Fridays now');

  // What was found wrong stands first, also among all.
  await page.getByRole('searchbox', { name: 'Name' }).fill('');
  await page.getByLabel('Where it stands').selectOption({ label: await page.getByLabel('Where it stands').locator('option', { hasText: 'To call' }).innerText() });
  await expect(rows.filter({ hasText: name }).first()).toContainText('To call');
  await look(page, 'checks-to-call', { whole: 'phone' });
  await one.getByRole('checkbox').check();
  await form.getByLabel('Who told you').fill('Dana Whitlock, intake');
  await form.getByRole('button', { name: 'All still right' }).click();
  await expect(one).toHaveCount(0);
});
