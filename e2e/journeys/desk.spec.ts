import { expect, test, type Browser, type Page } from '@playwright/test';
import { accessible, fitsWidth, look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

/** A desk of its own: what one journey claims is not taken from the journeys of others. */
const server = ownDesk();

const desk = (page: Page): DeskApp => new DeskApp(page, server.url);
const another = async (browser: Browser): Promise<DeskApp> => desk(await browser.newPage());

/** Sends a request as the public does. */
async function arrives(page: Page, over: Record<string, unknown> = {}): Promise<void> {
  const body = { asker: 'self', safety: 'yes', urgency: 'no_rush', topics: ['grief', 'lonely'], words: 'Since the spring.', place: { zip: '06854', fixed: true }, contact: { channel: 'text', phone: '203 555 0142' }, language: 'en', consent: { read: true, followUp: true, wording: 'desk-en-1' }, ...over };
  const answer = await page.request.post(`${server.url}/api/public/inquiries`, { data: body, headers: { 'idempotency-key': crypto.randomUUID() } });
  expect(answer.status()).toBe(201);
}

test('X11 a wrong password says so and keeps the e-mail; a demo account fills the form with one press', async ({ page }) => {
  await desk(page).open('/');
  await page.getByLabel('E-mail').fill('ruth@example.org');
  await page.getByLabel('Password').fill('not this one');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveText(/E-mail or password is not right/);
  await expect(page.getByLabel('E-mail')).toHaveValue('ruth@example.org');
  await desk(page).signIn('Ruth Adler');
  await expect(desk(page).title).toHaveText('All requests');
});

test('S01 two press C together: one has it, the other reads who, in the row', async ({ page, browser }) => {
  const ruth = desk(page);
  const ana = await another(browser);
  const needs = 'Around a birth, low mood';
  for (const [app, name] of [[ruth, 'Ruth Adler'], [ana, 'Ana Rios']] as const) {
    await app.signIn(name);
    await app.row(needs).getByRole('link').focus();
    await app.page.keyboard.press('j');
    await app.page.keyboard.press('k');
    while ((await app.page.evaluate(() => document.activeElement?.textContent)) !== needs) await app.page.keyboard.press('j');
  }
  // Neither claim leaves before both were pressed: on a slow machine the first would be on the other's screen already.
  let pressed = 0;
  let both = (): void => undefined;
  const together = new Promise<void>((done) => (both = done));
  for (const { page: screen } of [ruth, ana]) {
    await screen.route(/\/claim$/, async (route) => {
      if (++pressed === 2) both();
      await together;
      await route.continue();
    });
  }
  await Promise.all([ruth.page.keyboard.press('c'), ana.page.keyboard.press('c')]);
  const lost = (app: DeskApp): Promise<boolean> => app.page.getByText(/claimed this (\d+ s ago|first)/).first().isVisible();
  await expect.poll(async () => [await lost(ruth), await lost(ana)].filter(Boolean)).toHaveLength(1);
  const [winner, loser, name] = (await lost(ana)) ? [ruth, ana, 'Ruth Adler'] : [ana, ruth, 'Ana Rios'];
  await expect(winner.request.getByText(/^Yours/)).toBeVisible();
  await expect(loser.page.getByText(name).first()).toBeVisible();
  await ana.page.context().close();
});

test('who may not open a kind of request is told so, and not that a colleague has it', async ({ page }) => {
  const jonah = desk(page);
  await jonah.signIn('Jonah Park');
  await jonah.read('Abuse or violence');
  await expect(jonah.request.getByText('You may not open this kind of request.')).toBeVisible();
  await expect(jonah.request.getByRole('button', { name: /Claim/ })).toHaveCount(0);
});

test('S03 S04 a new request moves no row: it waits behind a button', async ({ page }) => {
  const ruth = desk(page);
  await ruth.signIn('Ruth Adler');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await ruth.row('Hard memories').getByRole('link').focus();
  const before = await ruth.order();
  await arrives(page);
  const show = page.getByRole('button', { name: 'Show 1 new' });
  await expect(show).toBeVisible();
  expect(await ruth.order()).toEqual(before);
  await expect(ruth.row('Hard memories').getByRole('link')).toBeFocused();
  await show.click();
  await expect(ruth.row('Grief, loneliness')).toBeVisible();
  await expect(show).toHaveCount(0);
});

test('S20 contact-safely comes first, and name and number only with a reason', async ({ page }) => {
  const ruth = desk(page);
  await ruth.signIn('Ruth Adler');
  await ruth.claim('After a hospital stay, family support');
  await expect(ruth.contactSafely.getByRole('listitem')).toHaveText(['CallOnly evenings. Ask for Marisol.', 'VoicemailNever. They said no.', 'TextNever. Not chosen.', 'E-mailNever. Not chosen.', 'NeverNot while I am at work']);
  const first = await ruth.contactSafely.evaluate((banner) => [...document.querySelectorAll('h2')].filter((heading) => heading.closest('[aria-label="The request"]'))[0]?.closest('section') === banner);
  expect(first).toBe(true);
  await expect(page.getByText('555-0142')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show name and contact' }).click();
  await expect(page.getByText('Choose why first')).toBeVisible();
  await page.getByLabel('Why do you need the name and contact?').selectOption('contact-now');
  await page.getByRole('button', { name: 'Show name and contact' }).click();
  await expect(page.getByText('203-555-0142')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: /^Teo$/ })).toBeVisible();
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/555|Teo|hospital/);
  await expect(page).toHaveTitle('Referral Desk');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/555|Teo|hospital/);
  await ruth.unlock('Unlock');
  await expect(ruth.title).toHaveText('After a hospital stay, family support');
  await expect(page.getByText('555-0142')).toHaveCount(0);
});

test('S08 a note typed and left by a closed tab is there again, on another device too', async ({ page, browser }) => {
  const ruth = desk(page);
  await ruth.signIn('Ruth Adler');
  await ruth.claim('Worry and panic, loneliness');
  await ruth.note.fill('She would rather write than talk.');
  await page.waitForTimeout(700);
  const address = new URL(page.url()).pathname.replace('/desk', '');
  await page.close();
  const later = await another(browser);
  await later.signIn('Ruth Adler');
  await later.open(address);
  await expect(later.note).toHaveValue('She would rather write than talk.');
  await later.page.getByRole('button', { name: 'Save note' }).click();
  await expect(later.page.getByRole('listitem').filter({ hasText: 'You noted:' })).toContainText('She would rather write than talk.');
  await expect(later.note).toHaveValue('');
  await later.page.context().close();
});

test('S10 a note written on two screens at once: the second sees both texts and decides, nothing is lost unseen', async ({ page, browser }) => {
  const ruth = desk(page);
  await arrives(page, { topics: ['grief', 'worry'] });
  await ruth.signIn('Ruth Adler');
  await ruth.claim('Grief, worry and panic');
  const phone = await another(browser);
  await phone.signIn('Ruth Adler');
  await Promise.all([phone.page.waitForResponse(/\/draft$/), phone.open(new URL(page.url()).pathname.replace('/desk', ''))]);
  await ruth.note.fill('She is at home after six.');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await phone.note.fill('Her brother may answer.');
  const told = phone.page.getByRole('alert').filter({ hasText: 'on another screen too' });
  await expect(told).toContainText('She is at home after six.');
  await look(phone.page, 'note-on-two-screens');
  await told.getByRole('button', { name: 'Keep both' }).click();
  await expect(phone.note).toHaveValue('She is at home after six.\n\nHer brother may answer.');
  await expect(phone.page.getByText('Draft saved')).toBeVisible();
  await phone.page.context().close();
});

test('S10 two change the settings: what only the other changed is taken in, what both changed is picked', async ({ page, browser }) => {
  const amos = desk(page);
  await amos.signIn('Amos Bell');
  await amos.open('/settings');
  const second = await another(browser);
  await second.signIn('Amos Bell');
  await second.open('/settings');
  const save = (app: DeskApp): Promise<void> => app.page.getByRole('button', { name: 'Save settings' }).click();
  await amos.page.getByLabel('Name', { exact: true }).fill('Alder County Help Desk');
  await amos.page.getByLabel('Phone', { exact: true }).fill('555-0107');
  await save(amos);
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await second.page.getByLabel('Name', { exact: true }).fill('Alder Desk');
  await save(second);
  const told = second.page.getByRole('alert').filter({ hasText: 'Somebody saved this while you wrote.' });
  await expect(told).toContainText('Taken in, as you had not touched it: Phone.');
  await expect(second.page.getByLabel('Phone', { exact: true })).toHaveValue('555-0107');
  const name = second.page.getByRole('group', { name: 'Name' });
  await expect(name).toContainText('Alder County Help Desk');
  await save(second);
  await expect(second.page.getByText('Pick one of the two for each field first.')).toBeVisible();
  await look(second.page, 'settings-two-values');
  await name.getByLabel(/^Yours/).check();
  await save(second);
  await expect(second.page.getByText(/^Saved/)).toBeVisible();
  await amos.open('/settings');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Alder Desk');
  await expect(page.getByLabel('Phone', { exact: true })).toHaveValue('555-0107');
  await second.page.context().close();
});

test('S09 the session ends while somebody types: sign in on top, the text is there and is saved', async ({ page, context }) => {
  const ruth = desk(page);
  await ruth.signIn('Ruth Adler');
  await ruth.claim('A child or teen');
  await expect(page.getByText('Under 18.')).toBeVisible();
  await context.clearCookies();
  await ruth.note.fill('He wants a text after school.');
  await expect(page.getByRole('dialog', { name: 'Your session ended' })).toBeVisible();
  await ruth.unlock('Go on');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(ruth.note).toHaveValue('He wants a text after school.');
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
});

test('S06 S07 keys rest in fields, the sheet lists what works, one switch stops them', async ({ page }) => {
  const ruth = desk(page);
  await ruth.signIn('Ruth Adler');
  await ruth.read('Worry and panic');
  await ruth.key('n');
  await expect(ruth.note).toBeFocused();
  await page.keyboard.type('jkcfnx?');
  await expect(ruth.note).toHaveValue('jkcfnx?');
  await ruth.note.fill('');
  await ruth.key('?');
  const sheet = page.getByRole('dialog', { name: 'Keys that work here' });
  await expect(sheet.getByText('note', { exact: true })).toBeVisible();
  await sheet.getByLabel('Single-letter keys are on').uncheck();
  await page.keyboard.press('Escape');
  await ruth.key('n');
  await expect(ruth.note).not.toBeFocused();
  await page.getByRole('button', { name: 'Keys are off' }).click(); // it holds for the account: the next one wants them
  await sheet.getByLabel('Single-letter keys are on').check();
  await page.keyboard.press('Escape');
  await ruth.key('n');
  await expect(ruth.note).toBeFocused();
});

test('a request is given back with a reason and is free again', async ({ page }) => {
  const ruth = desk(page);
  await ruth.signIn('Ruth Adler');
  await ruth.claim('Hard memories');
  await page.getByRole('button', { name: 'Give back' }).click();
  await page.getByLabel('Why do you give it back?').fill('My day ends');
  await page.getByRole('button', { name: 'Give back' }).last().click();
  await expect(ruth.title).toHaveText('All requests');
  await expect(ruth.row('Hard memories').getByRole('button', { name: /^Claim/ })).toBeVisible();
});

test('a number that somebody says on the phone opens its request; a name opens nothing', async ({ page }) => {
  const ruth = desk(page);
  await ruth.signIn('Ruth Adler');
  const said = await ruth.row('Around a birth, low mood').getByText(/^R-/).first().innerText();
  await ruth.key('/');
  const box = page.getByRole('combobox', { name: 'Number of a request' });
  await expect(box).toBeFocused();
  await page.keyboard.type('Marisol');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No request has this number.').first()).toBeVisible();
  await look(page, 'find-by-number');
  await box.fill(said.toLowerCase().replaceAll('-', ' '));
  await box.press('Enter');
  await expect(ruth.title).toHaveText('Around a birth, low mood');
});

test('P11 an administrator changes and confirms a crisis line, and the desk’s name and hours', async ({ page }) => {
  const amos = desk(page);
  await amos.signIn('Amos Bell');
  await amos.open('/settings');
  await page.getByRole('button', { name: 'Change lines' }).click();
  await page.getByLabel('Beside it').first().fill('Day and night');
  await page.getByRole('button', { name: 'Save lines' }).click();
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await expect(page.getByText('Day and night').first()).toBeVisible();
  await page.getByRole('button', { name: 'I checked them all today' }).click();
  await expect(page.getByText(/not checked yet/)).toHaveCount(0);
  await page.getByLabel('Name', { exact: true }).fill('Alder County Desk');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText(/^Saved/).last()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Alder County Desk');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 1440]) {
    test(`X01 X03 X04 S26 every screen is accessible at ${width} px in the ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const complaints: string[] = [];
      page.on('console', (message) => void (/policy|refused|trusted/i.test(message.text()) && complaints.push(message.text())));
      const look = async (): Promise<void> => {
        await accessible(page);
        await fitsWidth(page);
        expect(await smallTargets(page)).toEqual([]);
      };
      const ruth = desk(page);
      await ruth.open('/sign-in');
      await expect(page.getByRole('heading', { name: 'Demo accounts' })).toBeVisible();
      await look();
      await ruth.signIn('Ruth Adler');
      await look();
      await ruth.read('Worry and panic');
      await expect(ruth.note).toBeVisible();
      await look();
      await page.context().clearCookies();
      await ruth.signIn('Amos Bell');
      for (const path of ['/staff', '/settings', '/mailbox']) {
        await ruth.open(path);
        await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
        await look();
      }
      expect(complaints).toEqual([]);
    });
  }
}

/** X03: controls smaller than 24 by 24; a link inside a sentence may be as high as its line. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, input, select, textarea')]
      .filter((one) => one.checkVisibility() && !one.closest('li, label, .sr') && !one.matches('.skip'))
      .filter((one) => one.getBoundingClientRect().height < 24 || one.getBoundingClientRect().width < 24)
      .map((one) => `${one.tagName} ${one.textContent?.trim()}`),
  );
