import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { accessible, fitsWidth } from '../check.js';
import { startDesk, type DeskServer } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

const MANY = 4000;
let server: DeskServer;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await startDesk();
  const file = join(mkdtempSync(join(tmpdir(), 'many-')), 'many.ndjson');
  const kinds = ['Evening group', 'Counseling', 'Warm line', 'Family support', 'Food and rent help'];
  const one = (n: number): string => JSON.stringify({ id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, name: `Alder ${kinds[n % kinds.length]} ${n}`, status: 'active', description: 'We listen.', organization: { id: '00000000-0000-4000-8000-000009000000', name: 'Alder House of the county', description: 'x' }, phones: [{ id: `00000000-0000-4000-8001-${String(n).padStart(12, '0')}`, number: `203-555-01${String(n % 100).padStart(2, '0')}` }] });
  writeFileSync(file, Array.from({ length: MANY }, (_, n) => one(n + 1)).join('\n'));
  await server.command('import', file, '--source', 'many');
});
test.afterAll(() => server.stop());

/** On a phone and at a desk: nothing scrolls sideways; a picture of each when asked for. */
async function lookAt(page: Page, name: string): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await fitsWidth(page);
    if (process.env['SCREENSHOTS']) await page.screenshot({ path: `test-results/screenshots/${name}-${width}-light.png`, animations: 'disabled' });
  }
}

test('a steward chooses all that a filter finds, 4,000 listings, and writes them down by one press', async ({ page }) => {
  test.setTimeout(300_000);
  const desk = new DeskApp(page, server.url);
  await desk.signIn('Mei Tan');
  await page.getByRole('link', { name: 'Still right?' }).click();
  const rows = page.getByRole('list', { name: 'Listings', exact: true }).getByRole('listitem');
  await page.getByRole('searchbox', { name: 'Name' }).fill('Alder House of the county');
  await expect(rows).toHaveCount(50);
  await expect(rows.first()).toContainText('Alder House of the county');
  await expect(page.getByText('4,000 of 4,000 are overdue: 4,000 never checked.')).toBeVisible();
  await lookAt(page, 'many-board');
  await page.getByLabel('Choose all 50 shown').check();
  await page.getByRole('button', { name: 'Choose all 4,000 that are found' }).click();
  const form = page.getByRole('form', { name: '4,000 listings chosen' });
  await form.getByLabel('How you looked').selectOption('On their website');
  await lookAt(page, 'many-chosen');
  await accessible(page);
  await form.getByRole('button', { name: 'All still right' }).click();
  await expect(page.getByText(/of 4,000 written down/)).toBeVisible();
  if (process.env['SCREENSHOTS']) await page.screenshot({ path: 'test-results/screenshots/many-progress-1440-light.png' });
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText(/^Written down for [\d,]+ listings\. [\d,]+ are left\.$/)).toBeAttached({ timeout: 60_000 });
  await page.getByRole('button', { name: 'All still right' }).click(); // what was left stayed chosen
  await expect(page.getByText(/^Written down for [\d,]+ listings\.$/)).toBeAttached({ timeout: 200_000 });
  const written = page.getByRole('region', { name: 'Written down: 4,000' }); // both presses, the newest first
  const runs = written.getByText(/^[\d,]+ written down · All still right, on their website · /);
  await expect(runs).toHaveCount(2);
  const counts = (await runs.allInnerTexts()).map((said) => Number(said.split(' ')[0]?.replace(',', '')));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(MANY);
  await runs.first().click();
  await expect(written.getByRole('list').getByRole('listitem')).toHaveCount(counts[0] ?? 0);
  await expect(page.getByText('None of 4,000 is overdue.')).toBeVisible();
  await lookAt(page, 'many-written');
  await page.getByLabel('Where it stands').selectOption({ label: await page.getByLabel('Where it stands').locator('option', { hasText: 'Due now' }).innerText() });
  await expect(page.getByText('No listing or organization of that name stands here.')).toBeVisible();
});
