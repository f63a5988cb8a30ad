import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { accessible, fitsWidth } from '../check.js';
import { AskForm } from '../pages/ask-form.js';

const base = (): string => process.env['DESK_URL'] ?? '';
const REFERENCE = /^R-[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{2}$/;
const form = (page: Page): AskForm => new AskForm(page, base());
const visitCookie = async (context: BrowserContext): Promise<string | undefined> => (await context.cookies(base())).find(({ name }) => name === '__Host-visit')?.value;

/** Where Leave goes, answered here: nothing of a journey may depend on the world outside. */
async function elsewhere(page: Page): Promise<void> {
  await page.route('https://www.weather.gov/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' }));
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('P01 P13 P20 a person fills in the form, sends it, and keeps number and code', async ({ page }) => {
      const ask = form(page);
      await ask.fillIn();
      await ask.send();
      const { reference, code } = await ask.receipt();
      expect(reference).toMatch(REFERENCE);
      expect(code.split(' ')).toHaveLength(4);
      await page.goto(`${base()}/en/ask/check`);
      await expect(ask.question).toHaveText('We already have your request');
      await page.getByLabel('Do you want to add something?').fill('I moved.');
      await ask.goOn('We added this to your request', 'Add this');
    });

    test('P03 P04 an empty page says what to do, leads to the field, and keeps what was typed', async ({ page }) => {
      const ask = form(page);
      await ask.open();
      await ask.goOn('Before you start', 'Start now');
      await ask.goOn('Who is this for?');
      await ask.goOn('Who is this for?');
      await expect(ask.faults).toBeFocused();
      await expect(page).toHaveTitle(/^Error: Who is this for\?/);
      await page.getByRole('link', { name: 'Say who this is for' }).click();
      await expect(page.getByRole('radio', { name: 'Me', exact: true })).toBeFocused();
    });

    test('P05 P07 Leave goes elsewhere, ends the visit, and Back shows nothing of it', async ({ page, context }) => {
      await elsewhere(page);
      const ask = form(page);
      await ask.open();
      await ask.goOn('Before you start', 'Start now');
      await ask.goOn('Who is this for?');
      const before = await visitCookie(context);
      expect(before).toBeTruthy();
      await ask.leaveButton.click();
      await page.waitForURL('https://www.weather.gov/');
      expect(await visitCookie(context)).toBeUndefined();
      await context.addCookies([{ name: '__Host-visit', value: before ?? '', url: base().replace('http:', 'https:'), secure: true, sameSite: 'Lax', httpOnly: true }]);
      const answer = await page.request.get(`${base()}/en/ask/who`, { headers: { cookie: `__Host-visit=${before}` } });
      expect(answer.status()).toBe(410);
      await page.goBack();
      await expect(page.getByText('Who is this for?')).toHaveCount(0);
    });
  });
}

test('P06 three presses of Shift leave at once; two presses and a wait do nothing', async ({ page }) => {
  await elsewhere(page);
  const ask = form(page);
  await ask.open();
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await page.waitForTimeout(5200);
  await page.keyboard.press('Shift');
  await expect(ask.question).toHaveText('Ask a person for help');
  await page.route('**/leave', async (route) => {
    await new Promise((done) => setTimeout(done, 600));
    await route.continue();
  });
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
  await expect(ask.question).toHaveCount(0, { timeout: 300 });
  await page.waitForURL('https://www.weather.gov/');
});

test('P06 the late exit appears when the focus reaches it, and leaves', async ({ page }) => {
  await elsewhere(page);
  await form(page).open();
  const late = page.getByRole('button', { name: 'Leave this site now' });
  await late.focus();
  await expect(late).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.waitForURL('https://www.weather.gov/');
});

test('P08 Leave is the second tab stop and in view at every place of a small screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  const ask = form(page);
  await ask.fillIn();
  for (const place of [0, 0.5, 1]) {
    await page.evaluate((share) => scrollTo(0, document.body.scrollHeight * share), place);
    await expect(ask.leaveButton).toBeInViewport({ ratio: 1 });
    const box = await ask.leaveButton.boundingBox();
    const hit = await page.evaluate(([x, y]) => document.elementFromPoint(x ?? 0, y ?? 0)?.closest('button')?.className, [(box?.x ?? 0) + 5, (box?.y ?? 0) + 5]);
    expect(hit).toBe('leave');
  }
  await page.reload();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(ask.leaveButton).toBeFocused();
});

test('P10 a double click on Send makes one request', async ({ page }) => {
  const ask = form(page);
  await ask.fillIn();
  let sent = 0;
  page.on('request', (request) => void (request.method() === 'POST' && request.url().endsWith('/check') && sent++));
  await page.getByRole('button', { name: 'Send my request' }).dblclick();
  await expect(ask.question).toHaveText('We have your request');
  expect(sent).toBe(1);
});

test('P21 P22 nothing leaves the origin, nothing stays on the device, no policy is broken', async ({ page, context }) => {
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => void (request.url().startsWith(base()) || foreign.push(request.url())));
  page.on('console', (message) => void (/policy|refused|trusted/i.test(message.text()) && complaints.push(message.text())));
  const ask = form(page);
  await ask.fillIn();
  await ask.send();
  const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]);
  expect([foreign, complaints, kept]).toEqual([[], [], [0, 0, 0]]);
  expect((await context.cookies(base())).map(({ name, httpOnly, secure }) => ({ name, httpOnly, secure }))).toEqual([{ name: '__Host-visit', httpOnly: true, secure: true }]);
});

test('P23 X10 before the visit ends a dialog asks; Escape stays, silence clears the page', async ({ page, context }) => {
  await page.clock.install();
  const ask = form(page);
  await ask.open();
  await ask.goOn('Before you start', 'Start now');
  await page.clock.runFor('18:01');
  const dialog = page.getByRole('dialog', { name: 'Are you still there?' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('button')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.locator('main :focus, header :focus, footer :focus')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('dialog')).toHaveCount(0); // it hides a moment before its close event starts the time anew
  await page.clock.runFor('18:01');
  await expect(dialog).toBeVisible();
  await context.clearCookies(); // the server's own clock is not moved: there the visit has ended by now
  await page.clock.runFor('02:00');
  await expect(ask.question).toHaveText('Your answers are gone');
});

test('P24 what cannot be sent stays on the page and is sent once when the network is back', async ({ page, context }) => {
  const ask = form(page);
  await ask.fillIn({ words: 'Offline words' });
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Send my request' }).click();
  await expect(page.getByRole('status')).toContainText('Not sent yet');
  await expect(page.getByText('Offline words')).toBeVisible();
  await context.setOffline(false);
  await expect(ask.question).toHaveText('We have your request');
});

test('P30 paper shows number, code and phone, and nothing about why', async ({ page }) => {
  const ask = form(page);
  await ask.fillIn();
  await ask.send();
  const { reference } = await ask.receipt();
  await page.emulateMedia({ media: 'print' });
  const shown = await page.evaluate(() => document.body.innerText);
  expect(shown).toContain(reference);
  expect(shown).not.toMatch(/help|worry|specialist|referral|crisis|988/i);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`X01 X03 X04 every page is accessible at 320 px in the ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme });
    const ask = form(page);
    const look = async (): Promise<void> => {
      await accessible(page);
      await fitsWidth(page);
      expect(await smallTargets(page)).toEqual([]);
    };
    await ask.fillIn({ look });
    await ask.send();
    await look();
    for (const path of ['/en/privacy', '/en/accessibility', '/en/credits', '/en/nothing', '/en/ask/sent', '/en/ask/reach']) {
      await page.goto(base() + path);
      await look();
    }
  });
}

/** Controls of less than 44 px height; a link inside a sentence may be as high as its line. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, .input, .choice')]
      .filter((one) => one.checkVisibility() && !one.closest('p, .sr') && !one.matches('.skip, .late') && !one.closest('footer span') && one.getBoundingClientRect().height < 44)
      .map((one) => `${one.tagName} ${one.textContent?.trim()}`),
  );
