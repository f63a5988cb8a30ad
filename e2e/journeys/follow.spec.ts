import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { accessible, ENGLISH, fitsWidth, spoken } from '../check.js';
import { startDesk, type DeskServer } from '../desk-server.js';
import { AskForm } from '../pages/ask-form.js';
import { Specialist } from '../pages/specialist.js';

/** A person comes back: sees where things stand, chooses, lets the desk ask, takes it back; says that it helped; deletes. */
let server: DeskServer;
let ana: Specialist;
let mei: Specialist;
const TAKEN = join(import.meta.dirname, '..', 'test-results', 'follow');
test.beforeAll(async () => {
  test.setTimeout(300_000);
  mkdirSync(TAKEN, { recursive: true });
  server = await startDesk();
  ana = await Specialist.signIn(server.url, 'ana@example.org');
  mei = await Specialist.signIn(server.url, 'mei@example.org');
});
test.afterAll(() => server.stop());

interface Sent {
  reference: string;
  code: string;
}
const REQUEST = {
  asker: 'self',
  safety: 'yes',
  topics: ['worry', 'lonely'],
  words: 'My heart races every night.',
  place: { zip: '06854', fixed: true },
  contact: { channel: 'phone', phone: '(203) 555-0142' },
  safe: { voicemail: false, others: 'hang-up', name: 'Marisol', times: ['evening'], never: 'Not on Sunday' },
  facts: { age: { state: 'given', value: '25-59' }, person: { state: 'given', value: 'Teodora' } },
  language: 'en',
  consent: { read: true, followUp: true, wording: 'desk-en-1' },
};

async function sent(over: object = {}): Promise<Sent> {
  const answer = await fetch(`${server.url}/api/public/inquiries`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify({ ...REQUEST, ...over }) });
  return (await answer.json()) as Sent;
}

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).first().click();

/** In at the door, by keyboard as well as by press. */
async function comeBack(page: Page, { reference, code }: Sent, language: 'en' | 'es' = 'en'): Promise<void> {
  await page.goto(`${server.url}/${language}/follow`);
  await page.getByLabel(language === 'en' ? 'Your number' : 'Su número').fill(reference.toLowerCase().replaceAll('-', ' '));
  await page.getByLabel(language === 'en' ? 'Your code' : 'Su código').fill(code.toUpperCase());
  await page.keyboard.press('Enter');
  await expect(h1(page)).toHaveText(language === 'en' ? 'Where things stand' : 'Cómo va todo');
  expect(page.url()).toBe(`${server.url}/${language}/follow`);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });
    /** axe is a script itself. */
    const look = async (page: Page): Promise<void> => {
      await expect(h1(page)).toHaveCount(1);
      await fitsWidth(page);
      if (javaScriptEnabled) await accessible(page);
    };

    test('P20 P30 X01 from the form to an agency that is asked, and back again, on a phone', async ({ page }) => {
      test.setTimeout(300_000);
      await page.setViewportSize({ width: 390, height: 844 });
      const ask = new AskForm(page, server.url);
      await ask.fillIn();
      await ask.send();
      const receipt = await ask.receipt();
      await page.getByRole('link', { name: 'Come back to your request' }).click();
      await expect(h1(page)).toHaveText('Come back to your request');
      await expect(page.getByLabel('Your number')).toHaveValue('');
      await expect(page.getByLabel('Your code')).toHaveValue('');
      await look(page);

      // Wrong words first: the page says so and fills nothing in.
      await page.getByLabel('Your number').fill(receipt.reference);
      await page.getByLabel('Your code').fill('four other quiet words');
      await press(page, 'Open my request');
      await expect(page.getByRole('alert')).toContainText('do not go together');
      await expect(page.getByLabel('Your number')).toHaveValue('');
      await look(page);

      await comeBack(page, receipt);
      await expect(page.getByText('We have your request. A person will read it').first()).toBeVisible();
      await look(page);

      // The desk offers three.
      const { options } = await ana.offersFor(receipt.reference);
      await mei.canBeAsked(options[0]?.serviceId);
      await page.reload();
      await expect(page.getByRole('article')).toHaveCount(3);
      expect(await page.getByRole('article').getByRole('heading').allInnerTexts()).toEqual(options.map(({ name }) => name));
      await look(page);
      const equal = await page.getByRole('article').first().getByRole('button').evaluateAll((buttons) => new Set(buttons.map((one) => [getComputedStyle(one).backgroundColor, getComputedStyle(one).fontWeight, one.getBoundingClientRect().height].join())).size);
      expect(equal).toBe(1); // looks do not steer

      // Not this one, with a reason; this one, yes.
      await page.getByRole('article').nth(1).getByRole('button', { name: /^Not for me/ }).click();
      await expect(h1(page)).toHaveText('Why is it not for you?');
      await look(page);
      await page.getByLabel('Your reason').fill('Too far by bus');
      await press(page, 'Continue');
      await expect(page.getByText('You said: not for me.')).toBeVisible();
      await page.getByRole('article').nth(0).getByRole('button', { name: /^I want this/ }).click();
      const chosen = page.getByRole('article').nth(0);
      await expect(chosen.getByText('You want this one.')).toBeVisible();
      await expect(chosen.getByText(/555-01\d\d/).first()).toBeVisible();
      await look(page);

      // M12: something is wrong with it, in two taps and Send; the request stays as it is.
      await chosen.getByRole('button', { name: /^Something here is wrong/ }).click();
      await expect(h1(page)).toHaveText('What is wrong?');
      expect(page.url()).toBe(`${server.url}/en/follow/wrong`);
      await look(page);
      await page.getByText('The opening hours', { exact: true }).click();
      await press(page, 'Send');
      await expect(page.getByText('Thank you. A person will look into it.')).toBeVisible();
      await expect(chosen.getByText('You want this one.')).toBeVisible();

      // What may be told: ticks, then the exact preview, then an empty box.
      await chosen.getByRole('button', { name: /^Please ask them for me/ }).click();
      await expect(h1(page)).toHaveText('What may we tell them?');
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1); // no name was given: only how to call back
      await look(page);
      await page.getByRole('checkbox', { name: 'What I need help with' }).check();
      await press(page, 'Show me what they will see');
      await expect(h1(page)).toHaveText('This is all they will see');
      await expect(page.getByText('(203) 555-0142')).toBeVisible();
      await expect(page.getByText('My heart races')).toHaveCount(0);
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
      await look(page);
      await press(page, 'Send it');
      await expect(page.getByRole('alert')).toContainText('Tick the box');
      await page.getByRole('checkbox', { name: 'Yes, you may tell them this' }).check();
      await press(page, 'Send it');
      await expect(h1(page)).toHaveText('Where things stand');
      await expect(page.getByText('We asked them.')).toBeVisible();
      await expect(page.getByText(/^We asked .* They answer by/)).toBeVisible();
      await expect(page.getByText('They have not opened it yet.')).toBeVisible();
      await look(page);

      await press(page, /^Take it back/);
      await expect(page.getByText('You took it back. They see nothing from us now.')).toBeVisible();
      await expect(page.getByText(/^Taken back on/)).toBeVisible();
      await look(page);

      await press(page, 'Close this page');
      await expect(h1(page)).toHaveText('This page is closed');
      await look(page);
      await page.goBack();
      await expect(h1(page)).not.toHaveText('Where things stand');
    });

    test('another goes alone, and says that it helped', async ({ page }) => {
      const receipt = await sent();
      await ana.offersFor(receipt.reference);
      await comeBack(page, receipt);
      const first = page.getByRole('article').nth(0);
      await first.getByRole('button', { name: /^I want this/ }).click();
      await first.getByRole('button', { name: /^I call them myself/ }).click();
      await expect(page.getByText('All right. We share nothing.')).toBeVisible();
      await look(page);
      await press(page, /^Tell us if it helped/);
      await expect(h1(page)).toHaveText('Did it help?');
      await look(page);
      await page.getByRole('group', { name: 'Did you get help there?' }).getByRole('radio', { name: 'Yes' }).check();
      await press(page, 'Send my answers');
      await expect(page.getByRole('alert')).toContainText('Say if it is better now');
      await expect(page.getByRole('group', { name: 'Did you get help there?' }).getByRole('radio', { name: 'Yes' })).toBeChecked();
      await look(page);
      await page.getByRole('group', { name: 'Is it better now?' }).getByRole('radio', { name: 'Yes' }).check();
      await press(page, 'Send my answers');
      await expect(page.getByText('This is done: it helped.', { exact: true })).toBeVisible();
      await page.getByRole('link', { name: 'Stop my request' }).click();
      await look(page);
      await press(page, 'Stop my request');
      await expect(page.getByText('This request is closed.')).toBeVisible();
      await look(page);
    });

    test('P31 a third adds something, deletes everything, and cannot come in again', async ({ page }) => {
      const receipt = await sent({ safety: 'no' });
      await comeBack(page, receipt);
      await page.getByRole('link', { name: 'Add something' }).click();
      await page.getByLabel('What do you want to add?').fill('I moved.');
      await press(page, 'Add this');
      await expect(page.getByText('We added this to your request.')).toBeVisible();
      await page.getByRole('link', { name: 'Delete everything' }).click();
      await expect(page.getByText(/So one thing stays until .*Only a supervisor/)).toBeVisible();
      await look(page);
      await press(page, 'Delete everything now');
      await expect(h1(page)).toHaveText('It is deleted');
      await look(page);
      await page.goto(`${server.url}/en/follow`);
      await page.getByLabel('Your number').fill(receipt.reference);
      await page.getByLabel('Your code').fill(receipt.code);
      await press(page, 'Open my request');
      await expect(page.getByRole('alert')).toContainText('do not go together');
    });

    test('P05 P07 Leave ends it: the way back shows nothing', async ({ page }) => {
      await comeBack(page, await sent());
      await page.route('https://www.weather.gov/**', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }));
      await press(page, 'Leave this site');
      await expect(h1(page)).toHaveText('Weather');
      await page.goto(`${server.url}/en/follow`);
      await expect(h1(page)).toHaveText('Come back to your request');
    });

    test('P29 in Spanish, from the door to the agency', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      const receipt = await sent({ language: 'es' });
      const { options } = await ana.offersFor(receipt.reference);
      await mei.canBeAsked(options[0]?.serviceId);
      const names = ['Alder County Referral Desk', ...options.flatMap(({ name, organization }) => [name, organization])];
      const inSpanish = async (): Promise<void> => expect(names.reduce((rest, name) => rest.replaceAll(name, ''), await spoken(page))).not.toMatch(ENGLISH);
      await comeBack(page, receipt, 'es');
      await look(page);
      // Every place says why, and says it in Spanish: no reason is left to English, marked or not.
      for (const place of await page.getByRole('article').all()) {
        const reasons = place.getByRole('listitem');
        await expect(reasons.filter({ hasText: /(Ayuda|Parece que ayuda) con / })).not.toHaveCount(0);
        await expect(reasons.locator('[lang]')).toHaveCount(0);
      }
      await inSpanish();
      for (const place of await page.getByRole('article').all()) await place.getByRole('button', { name: /^Quiero este/ }).click();
      await expect(page.getByRole('definition').filter({ hasText: /\b[ap]\.m\.|de día y de noche/ })).not.toHaveCount(0); // hours
      await expect(page.getByRole('article').filter({ hasText: /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|Every day|\bextension\b/ })).toHaveCount(0);
      await inSpanish();
      await look(page);
      await page.getByRole('article').nth(0).getByRole('button', { name: /^Pregunten por mí/ }).click();
      await expect(h1(page)).toHaveText('¿Qué les podemos decir?');
      await look(page);
      await press(page, 'Ver lo que van a leer');
      await expect(h1(page)).toHaveText('Esto es todo lo que van a ver');
      await look(page);
      await page.getByRole('checkbox', { name: 'Sí, les pueden decir esto' }).check();
      await press(page, 'Mandarlo');
      await expect(page.getByText(/^Le preguntamos a .* Responden a más tardar/)).toBeVisible();
      await look(page);
      await page.getByRole('link', { name: 'Borrarlo todo' }).click();
      await look(page);
      await press(page, 'Borrarlo todo ahora');
      await expect(h1(page)).toHaveText('Ya está borrado');
    });
  });
}

for (const [width, scheme] of [[390, 'light'], [390, 'dark'], [1440, 'light'], [1440, 'dark'], [320, 'light']] as const) {
  test(`X01 X04 the person's page is accessible at ${width} px in the ${scheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
    await page.emulateMedia({ colorScheme: scheme });
    const shot = async (name: string): Promise<void> => {
      await accessible(page);
      await fitsWidth(page);
      await page.screenshot({ path: join(TAKEN, `${name}-${width}-${scheme}.png`), fullPage: true, animations: 'disabled' });
    };
    const receipt = await sent();
    const { options } = await ana.offersFor(receipt.reference);
    await mei.canBeAsked(options[1]?.serviceId);
    await page.goto(`${server.url}/en/follow`);
    await shot('door');
    await comeBack(page, receipt);
    await shot('choose');
    for (const at of [0, 1]) await page.getByRole('article').nth(at).getByRole('button', { name: /^I want this/ }).click();
    await page.getByRole('article').nth(0).getByRole('button', { name: /^I call them myself/ }).click();
    await page.getByRole('article').nth(1).getByRole('button', { name: /^Please ask them for me/ }).click();
    await shot('share');
    await press(page, 'Show me what they will see');
    await shot('preview');
    await page.getByRole('checkbox', { name: 'Yes, you may tell them this' }).check();
    await press(page, 'Send it');
    await expect(page.getByText('We asked them.')).toBeVisible();
    await shot('asked');
    await press(page, /^Tell us if it helped/);
    await shot('helped');
    await page.goto(`${server.url}/en/follow/erase`);
    await shot('erase');
  });
}

test('P20 a sixth try has to wait, and still shows whom to call', async ({ page }) => {
  test.setTimeout(300_000);
  const own = await startDesk(); // the tries of the others count for this machine's address
  for (let at = 0; at < 6; at++) {
    await page.goto(`${own.url}/en/follow`);
    await page.getByLabel('Your number').fill(`R-2222-2${at + 2}`);
    await page.getByLabel('Your code').fill('four other quiet words');
    await press(page, 'Open my request');
    await expect(h1(page)).toHaveText(at < 5 ? 'Come back to your request' : 'Please wait a little');
    await expect(page.getByRole('alert')).toHaveCount(at < 5 ? 1 : 0);
  }
  await expect(page.getByRole('link', { name: /988/ }).first()).toBeVisible();
  await expect(page.getByText('You can also call us: 555-0100.')).toBeVisible();
  await accessible(page);
  await own.stop();
});
