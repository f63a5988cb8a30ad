import { expect, test, type Locator, type Page } from '@playwright/test';
import { accessible, fitsWidth } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { AskForm } from '../pages/ask-form.js';
import { DeskApp } from '../pages/desk-app.js';
import { MatchDrawer } from '../pages/match-drawer.js';

/** Where: the map beside the results, and places as people write them. */
const server = ownDesk();

const NEEDS = 'Worry and panic';
const mapOf = (page: Page): Locator => page.getByRole('region', { name: 'Map of the results' });
const toggle = ({ region }: MatchDrawer): Locator => region.getByRole('button', { name: 'Map', exact: true });

async function finding(page: Page): Promise<{ desk: DeskApp; drawer: MatchDrawer }> {
  const desk = new DeskApp(page, server.url);
  const drawer = new MatchDrawer(page);
  await desk.signIn('Ruth Adler');
  await desk.read(NEEDS);
  await desk.key('f');
  await expect(drawer.results.first()).toBeVisible();
  return { desk, drawer };
}

/** The task itself, by keyboard: mark three, and be ready to offer them. */
async function offersThree(drawer: MatchDrawer): Promise<void> {
  for (let at = 0; at < 3; at++) await drawer.results.nth(at).getByRole('button', { name: /^Shortlist/ }).press('Enter');
  await expect(drawer.region.getByRole('button', { name: 'Offer 3' })).toBeEnabled();
}

test('M08 with the map off nothing of it is loaded, and every task is done', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const { drawer } = await finding(page);
  await expect(toggle(drawer)).toHaveAttribute('aria-pressed', 'false');
  await expect(mapOf(page)).toHaveCount(0);
  await offersThree(drawer);
  expect(asked.filter((url) => url.includes('outlines'))).toEqual([]);
});

test('M08 on: the list comes first in the order of Tab, no pin is in it, and the map can be skipped', async ({ page }) => {
  const outside: string[] = [];
  page.on('request', (request) => { if (!request.url().startsWith(server.url)) outside.push(request.url()); });
  const { drawer } = await finding(page);
  await toggle(drawer).click();
  const map = mapOf(page);
  await expect(map.getByText(/^(\d+ of \d+|All \d+) are here, by their numbers in the list/)).toBeVisible();
  await expect(map.locator('path').first()).toHaveAttribute('d', /^M/);

  // Pins and list have the same numbers; what has no point says so.
  const numbers = await map.locator('.map-pin').allTextContents();
  expect(numbers.some((text) => /^1(\+\d+)?$/.test(text.trim()))).toBe(true);
  await expect(drawer.results.first()).toContainText(/^1 ?(on the map|, not on the map)/);

  // Tab goes through every result before it comes to the map; there it meets the skip first, and never a pin.
  await toggle(drawer).focus();
  const order: string[] = [];
  for (let at = 0; at < 200 && !order.includes('Skip the map'); at++) {
    await page.keyboard.press('Tab');
    order.push(await page.evaluate(() => (document.activeElement?.closest('.hit') ? 'result' : document.activeElement?.closest('svg') ? 'pin' : (document.activeElement?.textContent.trim() ?? ''))));
  }
  expect(order.filter((one) => one === 'result').length).toBeGreaterThanOrEqual(await drawer.results.count());
  expect(order).not.toContain('pin');
  expect(order.at(-1)).toBe('Skip the map');
  await expect(map.getByRole('button', { name: 'Skip the map' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText(/^Offer/);

  // A pin leads into the list; closer and farther change the picture alone.
  await map.getByRole('button', { name: 'Closer' }).click();
  await map.getByRole('button', { name: 'All', exact: true }).click();
  await map.locator('.map-pin').last().click();
  await expect(page.locator('.hit--here')).toBeInViewport();
  await offersThree(drawer);

  // It is remembered while the tab is open, and nothing of the request is.
  await page.reload();
  await drawer.region.or(page.getByRole('button', { name: /^Find help/ })).first().waitFor();
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toMatch(/06\d{3}|panic|Lucía/i);
  expect(await page.evaluate(() => sessionStorage.getItem('desk.map'))).toBe('on');
  expect(outside).toEqual([]);
});

test('M08 the map fails to load: the drawer says so, and every task is done', async ({ page }) => {
  const chunk = /\/desk\/(?!main|polyfills|styles).*\.js$/;
  const { drawer } = await finding(page);
  await page.route(chunk, (route) => route.abort());
  await toggle(drawer).click();
  await expect(drawer.region.getByText('The map could not be loaded. The list has all that it would show.')).toBeVisible();
  await accessible(page);
  await offersThree(drawer);
});

test('M08 the outlines fail to load: the points are drawn all the same', async ({ page }) => {
  await page.route('**/outlines/**', (route) => route.abort());
  const { drawer } = await finding(page);
  await toggle(drawer).click();
  await expect(mapOf(page).getByText('The outlines could not be loaded')).toBeVisible();
  expect(await mapOf(page).locator('.map-pin').count()).toBeGreaterThan(0);
});

for (const [width, scheme] of [[390, 'light'], [390, 'dark'], [1440, 'light'], [1440, 'dark']] as const) {
  test(`M08 X01 X04 the map is accessible at ${width} px in the ${scheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const { drawer } = await finding(page);
    await toggle(drawer).click();
    await expect(mapOf(page).locator('path').nth(1)).toHaveAttribute('d', /^M/);
    await accessible(page);
    await fitsWidth(page);
    if (process.env['SCREENSHOTS']) await page.screenshot({ path: `test-results/screenshots/map-${width}-${scheme}.png` });
    if (width > 1000 && scheme === 'light') {
      await page.emulateMedia({ forcedColors: 'active' });
      if (process.env['SCREENSHOTS']) await page.screenshot({ path: 'test-results/screenshots/map-forced.png' });
      await page.emulateMedia({ forcedColors: null });
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      await fitsWidth(page);
      if (process.env['SCREENSHOTS']) await page.screenshot({ path: 'test-results/screenshots/map-rtl.png' });
    }
  });
}

test('a place typed at the desk: by town, misspelt, of several, unknown', async ({ page }) => {
  const { drawer } = await finding(page);
  await drawer.region.getByRole('button', { name: 'Change' }).click();
  const place = drawer.region.getByLabel('ZIP or town');
  await place.fill('Stamford');
  await place.press('Enter');
  await expect(drawer.token('Near Stamford, CT')).toBeVisible();
  await expect(drawer.region.getByText('Meets: Serves Stamford, CT').or(drawer.region.getByText('Serves Stamford, CT')).first()).toBeVisible();
  await place.fill('Brigeport');
  await place.press('Enter');
  await expect(drawer.region.getByText('No place is called so. Did you mean one of these?')).toBeVisible();
  await accessible(page);
  await drawer.region.getByRole('button', { name: 'Bridgeport, CT' }).click();
  await expect(drawer.token('Near Bridgeport, CT')).toBeVisible();
  await expect(place).toBeFocused();
  await place.fill('Springfield');
  await place.press('Enter');
  await expect(drawer.region.getByText('Several places have this name. Which one?')).toBeVisible();
  expect(await drawer.region.getByRole('group', { name: 'Did you mean' }).getByRole('button').count()).toBe(8);
  await place.fill('Zzyzxville');
  await place.press('Enter');
  await expect(drawer.region.getByText('No place is called so, and none comes near. The place was not changed.')).toBeVisible();
  await expect(drawer.token('Near Bridgeport, CT')).toBeVisible();
});

for (const script of [true, false]) {
  test.describe(script ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: script });
    test(`a town typed wrongly on the form gives choices, ${script ? 'with' : 'without'} script`, async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      const ask = new AskForm(page, server.url);
      await ask.toPlace();
      await page.getByLabel('ZIP code or town').fill('Stamfrod CT');
      await page.getByRole('button', { name: 'Continue' }).click();
      const choices = page.getByRole('group', { name: 'Did you mean one of these?' }).first();
      await expect(choices).toBeVisible();
      if (script) await expect(choices).toBeFocused();
      if (script) await accessible(page);
      if (process.env['SCREENSHOTS']) await page.screenshot({ path: `test-results/screenshots/where-${script}.png`, fullPage: true });
      await page.getByRole('radio', { name: 'Stamford, CT' }).check();
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('How may we reach you?');
      await page.getByRole('link', { name: 'Back' }).click();
      await expect(page.getByLabel('ZIP code or town')).toHaveValue('Stamford, CT');
    });
  });
}
