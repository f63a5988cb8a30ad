import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { accessible, fitsWidth } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

const server = ownDesk();

const LISTING = {
  id: '5a0e4a3e-0f0c-4c43-9d5e-5b2f3d1c7a01', name: 'Candle Street Circle', status: 'active', description: 'A weekly grief group. We also run a domestic violence shelter.',
  organization: { id: '5a0e4a3e-0f0c-4c43-9d5e-5b2f3d1c7a02', name: 'Candle Street House', description: 'An invented house' },
  phones: [{ id: '5a0e4a3e-0f0c-4c43-9d5e-5b2f3d1c7a03', number: '(203) 555-0148' }],
  service_at_locations: [{ id: '5a0e4a3e-0f0c-4c43-9d5e-5b2f3d1c7a04', location: { id: '5a0e4a3e-0f0c-4c43-9d5e-5b2f3d1c7a05', location_type: 'physical', addresses: [{ id: '5a0e4a3e-0f0c-4c43-9d5e-5b2f3d1c7a06', address_1: '9 Candle Street', city: 'Norwalk', state_province: 'CT', postal_code: '06854', country: 'US', address_type: 'physical' }] } }],
};

test('a steward confirms what an import suggested, rejects what is wrong, and decides on a hidden address', async ({ page }, info) => {
  const file = info.outputPath('listings.json');
  await writeFile(file, JSON.stringify({ services: [LISTING] }));
  await server.command('import', file);

  const desk = new DeskApp(page, server.url);
  await desk.signIn('Mei Tan');
  await expect(desk.title).toHaveText('To confirm');
  const listing = page.getByRole('listitem', { name: LISTING.name });
  await expect(listing).toBeVisible();
  await expect(listing.getByRole('button', { name: /^Grief/ })).toHaveAttribute('aria-pressed', 'true');
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await accessible(page);
    await fitsWidth(page);
    if (process.env['SCREENSHOTS']) await page.screenshot({ path: `test-results/screenshots/steward-${width}.png` });
  }

  await listing.getByRole('button', { name: /^Domestic violence advocacy/ }).click();
  await listing.getByRole('button', { name: /^Save: \d+ right, 1 wrong/ }).click();
  await expect(listing.getByRole('button', { name: /^Grief/ })).toHaveCount(0);
  await listing.getByRole('group', { name: /^Address of/ }).getByRole('button', { name: 'Town and ZIP only' }).click();
  await expect(listing).toHaveCount(0);

  // The same file again brings nothing back.
  await server.command('import', file);
  await page.reload();
  await expect(desk.title).toHaveText('To confirm');
  await expect(page.getByRole('listitem', { name: LISTING.name })).toHaveCount(0);
});
