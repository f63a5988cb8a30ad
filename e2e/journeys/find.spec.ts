import { expect, test, type Page } from '@playwright/test';
import { accessible, ENGLISH, fitsWidth, look, spoken } from '../check.js';

const base = (): string => process.env['DESK_URL'] ?? '';
const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const places = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });

/** Somebody reads what help there is: no account, no name, and nothing of it in an address. */
test.beforeEach(({ page }) => {
  page.on('request', (request) => expect(request.url()).not.toMatch(/grief|griev|0685|norw/i));
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });
    const checked = (page: Page): Promise<void> => (javaScriptEnabled ? accessible(page) : fitsWidth(page)); // axe is a script

    test('from the start page to a number to call, and back to the list', async ({ page }) => {
      await page.goto(`${base()}/en/ask`);
      await page.getByRole('link', { name: 'See what help there is' }).click();
      await expect(h1(page)).toHaveText('What help there is');
      await expect(places(page)).toHaveCount(10);
      await checked(page);
      expect(await page.context().cookies()).toEqual([]);
      await page.getByLabel('What do you need?').fill('greif group');
      await page.getByLabel('Where?').fill('06854');
      await page.getByRole('button', { name: 'Show help' }).click();
      await expect(h1(page)).toHaveText(/places? to turn to$/);
      await expect(page.getByText('We read it as “grief group”.')).toBeVisible();
      await expect(places(page).first().getByRole('link', { name: /555/ })).toHaveAttribute('href', /^tel:/);
      await checked(page);
      await fitsWidth(page);
      if (javaScriptEnabled) await look(page, 'find-found', { whole: true });
      const name = await places(page).first().getByRole('heading', { level: 3 }).textContent();
      await places(page).first().getByRole('heading', { level: 3 }).getByRole('link').click();
      await expect(h1(page)).toHaveText(name ?? '');
      await page.getByRole('link', { name: 'Back', exact: true }).click();
      await expect(h1(page)).toHaveText(/places? to turn to$/);
      await expect(places(page).first().getByRole('heading', { level: 3 })).toHaveText(name ?? '');
    });

    test('M06 a misspelt town is asked about and never guessed; the crisis lines stay; Leave ends it', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 800 });
      await page.goto(`${base()}/en/find`);
      await page.getByLabel('Where?').fill('Norwlak');
      await page.getByRole('button', { name: 'Show help' }).click();
      await expect(page.getByText('We do not know “Norwlak”. Do you mean one of these?')).toBeVisible();
      await fitsWidth(page);
      await page.getByRole('button', { name: 'Norwalk, CT' }).click();
      await expect(page.getByText(/Takes people from Norwalk, CT|Ask if they take people from Norwalk, CT/).first()).toBeVisible();
      await expect(page.getByRole('link', { name: /988/ }).first()).toBeVisible();
      await checked(page);
      expect((await page.context().cookies()).map((cookie) => cookie.name)).toEqual(['__Host-search']);
      await page.goto(`${base()}/en/find?found=1`);
      await expect(h1(page)).toHaveText(/places? to turn to$/);
      await page.context().clearCookies();
      await page.goto(`${base()}/en/find?found=1`);
      await expect(page.getByText('Your search is gone.')).toBeVisible();
    });
  });
}

test('by keyboard alone: words, a tick, Enter, the second page, and a person who looks along', async ({ page }) => {
  await page.goto(`${base()}/en/find`);
  await page.getByLabel('What do you need?').focus();
  await page.keyboard.type('support');
  await page.getByLabel('Peer support: people who have been there').focus();
  await page.keyboard.press('Space');
  await page.getByLabel('What do you need?').focus();
  await page.keyboard.press('Enter');
  await expect(h1(page)).toHaveText(/places? to turn to$/);
  await expect(h1(page)).toBeFocused();
  await expect(places(page).first()).toContainText('Run by people who have been there');
  await page.getByRole('link', { name: 'Next page' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Page 2 of/)).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/^Page 1 of/)).toBeVisible();
  await page.getByRole('button', { name: /^Contact a Resource Specialist/ }).first().focus();
  await page.keyboard.press('Enter');
  await expect(h1(page)).toHaveText('Before you start');
});

test('pictures: everything, nothing found, a place that is asked about, a listing', async ({ page }) => {
  await page.goto(`${base()}/en/find`);
  await look(page, 'find-all', { whole: true });
  await page.getByLabel('What do you need?').fill('xylophone zeppelin');
  await page.getByRole('button', { name: 'Show help' }).click();
  await expect(h1(page)).toHaveText('We found nothing like this');
  await look(page, 'find-nothing', { whole: true });
  await page.getByLabel('What do you need?').fill('');
  await page.getByLabel('Where?').fill('Norwlak');
  await page.getByRole('button', { name: 'Show help' }).click();
  await look(page, 'find-meant', { whole: true });
  await page.goto(`${base()}/es/find`);
  await page.getByLabel('¿Qué necesita?').fill('duelo');
  await page.getByRole('button', { name: 'Ver la ayuda' }).click();
  await expect(h1(page)).toHaveText(/a los? que puede ir$/);
  expect((await spoken(page)).match(ENGLISH)).toBeNull();
  await look(page, 'find-es', { whole: true });
});
