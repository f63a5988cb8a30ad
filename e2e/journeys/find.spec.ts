import { expect, test, type Page } from '@playwright/test';
import { accessible, ENGLISH, fitsWidth, look, spoken } from '../check.js';

const base = (): string => process.env['DESK_URL'] ?? '';
const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const places = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });

/** Somebody reads what help there is: no account, no name, and nothing of it in an address. */
test.beforeEach(({ page }) => {
  page.on('request', (request) => expect(request.url()).not.toMatch(/grief|griev|0685|norw|died|sleep|topic|need\/|vivir/i));
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

    test('a sentence is understood; what was understood is taken away, and a topic chosen instead', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`${base()}/en/find`);
      await page.getByLabel('What do you need?').fill('my mom died and i cant sleep');
      await page.getByRole('button', { name: 'Show help' }).click();
      await expect(h1(page)).toHaveText(/places? to turn to$/);
      const heard = page.getByRole('list', { name: 'We understood:' });
      await expect(heard.getByRole('button')).toHaveText([/^Grief and bereavement/, /^Sleep problems/]);
      await expect(places(page).first()).toBeVisible();
      await checked(page);
      await fitsWidth(page);
      await heard.getByRole('button', { name: 'Sleep problems : take this away' }).click();
      await expect(heard.getByRole('button')).toHaveText([/^Grief and bereavement/]);
      await page.getByText('Not right? Choose a topic').click();
      await page.getByRole('button', { name: 'I feel alone' }).click();
      await expect(page.getByRole('list', { name: 'You chose:' }).getByRole('button')).toHaveText([/^I feel alone/]);
      await checked(page);
      expect(page.url()).toBe(`${base()}/en/find?found=1`);
      await page.getByText('Change what you look for').click();
      await expect(page.getByLabel('What do you need?')).toHaveValue('my mom died and i cant sleep');
    });

    test('words that sound urgent: help that is there now comes first, then places', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`${base()}/en/find`);
      await page.getByLabel('What do you need?').fill('i want to die');
      await page.getByRole('button', { name: 'Show help' }).click();
      const now = page.getByRole('region', { name: /Someone is there for you right now|You do not have to carry this alone/ });
      await expect(now.getByRole('link', { name: /Call 988/ })).toBeInViewport();
      await expect(now.getByRole('link', { name: /Call 988/ })).toHaveAttribute('href', 'tel:988');
      if (javaScriptEnabled) await expect(now).toBeFocused();
      await expect(page).toHaveTitle(/places? to turn to/); // the browser keeps titles
      await expect(places(page).first()).toBeAttached();
      await expect(page.getByText(/fewer words|other words/)).toHaveCount(0);
      await checked(page);
      await fitsWidth(page);
    });

    test('a place among the words is asked about', async ({ page }) => {
      await page.goto(`${base()}/en/find`);
      await page.getByLabel('What do you need?').fill('somebody to talk to in Norwolk');
      await page.getByRole('button', { name: 'Show help' }).click();
      await page.getByRole('button', { name: 'Norwalk, CT' }).click();
      await expect(page.getByText(/Takes people from Norwalk, CT|Ask if they take people from Norwalk, CT/).first()).toBeVisible();
      await checked(page);
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

test.describe('M08 the map beside the list', () => {
  const map = (page: Page) => page.getByRole('complementary', { name: 'Map' });
  const picture = (page: Page) => map(page).getByRole('img', { name: 'Map of these places, by their numbers in the list' });

  for (const javaScriptEnabled of [true, false]) {
    test.describe(`script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
      test.use({ javaScriptEnabled });

      test('is closed on a phone and opens without a request; on a wide screen it stands beside the list', async ({ page }) => {
        await page.setViewportSize({ width: 390, height: 844 });
        await page.goto(`${base()}/en/find`);
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        await expect(picture(page)).toBeHidden();
        await page.getByRole('link', { name: 'Map of these places' }).click();
        await map(page).getByText('Show the map').click();
        await expect(picture(page)).toBeVisible();
        await expect(map(page).getByText('The numbers are those of the list.')).toBeVisible();
        await fitsWidth(page);
        if (javaScriptEnabled) await accessible(page);
        await page.setViewportSize({ width: 1440, height: 900 });
        await expect(map(page).getByText('Show the map')).toBeHidden();
        const [drawn, list] = [await picture(page).boundingBox(), await page.getByRole('main').boundingBox()];
        expect(drawn?.x).toBeGreaterThan((list?.x ?? 0) + (list?.width ?? 0) - 1);
        await places(page).last().scrollIntoViewIfNeeded();
        await expect(picture(page)).toBeInViewport();
        await expect(page.getByRole('link', { name: /988/ }).first()).toBeInViewport(); // the lines stay, too
        expect(asked).toEqual([]);
      });
    });
  }

  test('is met after the list in the order of Tab, and holds nothing to press but its summary', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${base()}/en/find`);
    await page.getByRole('link', { name: 'Map of these places' }).focus();
    const met: string[] = [];
    for (let at = 0; at < 120 && !met.includes('map'); at++) {
      await page.keyboard.press('Tab');
      met.push(await page.evaluate(() => (document.activeElement?.closest('aside.map') ? 'map' : document.activeElement?.closest('ol.found > li') ? 'place' : 'other')));
    }
    expect([met.at(-1), new Set(met.slice(0, -1)).has('place')]).toEqual(['map', true]);
    await page.keyboard.press('Enter');
    await expect(picture(page)).toBeVisible();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('aside.map') !== null)).toBe(false);
  });

  test('is not on paper, is drawn in forced colours, and turns with the page but not with its world', async ({ page }) => {
    await page.goto(`${base()}/en/find`);
    await page.emulateMedia({ media: 'print' });
    await expect(picture(page)).toBeHidden();
    await expect(places(page).getByRole('link', { name: /555/ }).first()).toBeVisible(); // a list on paper has the numbers to call
    await expect(places(page).getByRole('button').first()).toBeHidden();
    await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
    await expect(picture(page)).toBeVisible();
    await page.emulateMedia({ forcedColors: null });
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    const [drawn, list] = [await picture(page).boundingBox(), await page.getByRole('main').boundingBox()];
    expect(drawn?.x).toBeLessThan(list?.x ?? 0);
    await fitsWidth(page);
  });
});

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
  await page.getByRole('link', { name: /^Show (ten more|the last)/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^11 to \d+ of \d+$/)).toBeVisible();
  await expect(places(page).first()).toBeInViewport(); // past what was read
  expect(new URL(page.url()).search).toBe('?found=2');
  await page.goBack();
  await expect(page.getByText(/^1 to 10 of \d+$/)).toBeVisible();
  await page.getByRole('button', { name: /^Contact a Resource Specialist/ }).first().focus();
  await page.keyboard.press('Enter');
  await expect(h1(page)).toHaveText('Before you start');
});

test('on a phone the crisis lines are one calm row, and all of them when somebody asks', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${base()}/en/find`);
  const lines = page.getByRole('complementary', { name: 'Need someone right now?' });
  expect((await lines.boundingBox())?.height).toBeLessThan(140);
  await expect(lines.getByRole('link', { name: /988/ }).first()).toBeInViewport();
  await expect(h1(page)).toBeInViewport();
  await page.getByRole('link', { name: 'Help right now' }).click();
  await expect(lines.getByText('Talk to a person. It is free.')).toBeVisible();
  await accessible(page);
});

test('pictures: words that are heard, in English and Spanish', async ({ page }) => {
  for (const [language, label, button, words, name] of [['en', 'What do you need?', 'Show help', 'my mom died', 'find-heard'], ['en', 'What do you need?', 'Show help', 'i want to kill myself', 'find-now'], ['es', '¿Qué necesita?', 'Ver la ayuda', 'mi hijo oye voces', 'find-es-heard'], ['es', '¿Qué necesita?', 'Ver la ayuda', 'no quiero vivir', 'find-es-now']] as const) {
    await page.goto(`${base()}/${language}/find`);
    await page.getByLabel(label).fill(words);
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('list', { name: /We understood:|Entendimos:/ })).toBeVisible();
    if (language === 'es') expect((await spoken(page)).match(ENGLISH)).toBeNull();
    await look(page, name);
  }
});

test('pictures: everything, nothing found, a place that is asked about, a listing', async ({ page }) => {
  await page.goto(`${base()}/en/find`);
  await look(page, 'find-all', { whole: true });
  await page.getByRole('link', { name: 'Show ten more' }).click();
  await expect(page.getByText(/^11 to 20 of/)).toBeAttached();
  await look(page, 'find-more');
  await look(page, 'find-more-whole', { whole: true });
  await page.goto(`${base()}/en/find`);
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
