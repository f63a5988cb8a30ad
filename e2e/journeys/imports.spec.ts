import { expect, test } from '@playwright/test';
import { accessible, fitsWidth, look } from '../check.js';
import { DeskApp } from '../pages/desk-app.js';

const base = (): string => process.env['DESK_URL'] ?? '';
const HEAD = 'Program,About,Phone number,Street,Town,Zip';
const table = (...rows: string[]) => ({ name: 'Alder list.csv', mimeType: 'text/csv', buffer: Buffer.from([HEAD, ...rows].join('\r\n')) });
const FIRST = ['Alder Pantry,"Food <b>boxes</b> on Mondays",203-555-0171,1 Elm Street,Norwalk,6854', 'Alder Closet,Coats,203-555-0172,1 Elm Street,Norwalk,6854'];

test('a steward maps the columns of a table, sees what it would do, imports it, and sees the next one field by field', async ({ page }) => {
  test.setTimeout(300_000);
  const desk = new DeskApp(page, base());
  await desk.signIn('Mei Tan');
  await page.getByRole('link', { name: 'Imports' }).click();
  await expect(desk.title).toHaveText('Imports');
  await accessible(page);

  await page.getByLabel('File', { exact: true }).setInputFiles(table(...FIRST));
  await expect(page.getByLabel('Name of the source')).toHaveValue('alder-list');
  const columns = page.getByRole('list', { name: 'Columns' });
  await expect(columns.getByRole('listitem').first()).toContainText('Alder Pantry');
  await expect(columns.getByRole('listitem').filter({ hasText: 'Phone number' })).toContainText('Perhaps: Telephone');
  await look(page, 'imports-guessed', { whole: true });
  await columns.getByLabel('About', { exact: true }).selectOption('Notice'); // a slip
  await page.getByRole('button', { name: 'Take all 5 guesses' }).click();
  for (const [column, field] of [['Program', 'Name of the service'], ['Phone number', 'Telephone'], ['Street', 'Address: street'], ['Town', 'Address: town'], ['Zip', 'Address: ZIP code']] as const) await expect(columns.getByLabel(column, { exact: true }).locator('option:checked')).toHaveText(field);
  await look(page, 'imports-columns', { whole: true });

  await page.getByRole('button', { name: 'See what it would do' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'What it would do' })).toBeFocused();
  const would = page.getByRole('region', { name: 'What it would do' });
  await expect(would).toContainText('For instance: The service “Alder Pantry” has no description: it is listed without one');
  await would.getByRole('button', { name: 'Change what the columns mean' }).press('Enter'); // the file is not sent again
  await expect(columns.getByLabel('Program', { exact: true })).toBeFocused();
  await columns.getByLabel('About', { exact: true }).selectOption('Description');
  await page.getByRole('button', { name: 'See what it would do' }).click();
  await expect(would).toContainText(/2 services read\. New: 2 services, 1 place, \d+ details\./);
  await expect(would).toContainText('column About, row 2');
  await expect(would).toContainText('Zeros that a spreadsheet took were put back.');
  await look(page, 'imports-would', { whole: true });
  await would.getByRole('button', { name: 'Import these' }).click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeFocused();
  await expect(page.getByRole('list', { name: 'Earlier runs' }).getByRole('listitem').first()).toContainText('Mei Tan');

  // A week later: one number changed, one service is gone.
  await page.getByLabel('File', { exact: true }).setInputFiles(table(FIRST[0]?.replace('0171', '0179') ?? ''));
  await page.getByRole('button', { name: 'Take all 6 guesses' }).click();
  await page.getByRole('checkbox', { name: 'This is all that the source has' }).check();
  await page.getByRole('button', { name: 'See what it would do' }).click();
  await expect(would).toContainText('203-555-0179');
  await expect(would).toContainText('No longer named, so retired: 1 service.');
  await expect(would).toContainText('Alder Closet');
  await accessible(page);
  await fitsWidth(page);
  await look(page, 'imports-changes', { whole: true });
  await would.getByRole('button', { name: 'Import these' }).click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeFocused();
  await page.getByRole('list', { name: 'Earlier runs' }).getByRole('button').first().click();
  await expect(page.getByRole('list', { name: 'Earlier runs' })).toContainText('203-555-0179');
  await look(page, 'imports-runs', { whole: true });
});

test('a file that the desk does not read is said so, and nothing happens', async ({ page }) => {
  const desk = new DeskApp(page, base());
  await desk.signIn('Mei Tan');
  await page.getByRole('link', { name: 'Imports' }).click();
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'list.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
  await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toContainText('Choose a file of these forms');
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'list.json', mimeType: 'application/json', buffer: Buffer.from('{"people": []}') });
  await page.getByRole('button', { name: 'See what it would do' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toContainText('The file holds no list of HSDS services.');
  await accessible(page);
});
