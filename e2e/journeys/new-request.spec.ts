import { expect, test, type Page } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';
import { MatchDrawer } from '../pages/match-drawer.js';

/** A call becomes a request by keyboard, in fewer presses than a minute of slow typing has; and nothing of it is lost. */
const server = ownDesk();

/** Three presses a second are about 36 words a minute: no fast typist. */
const PRESSES_A_MINUTE = 180;

/** Somebody who types and counts. */
class Typist {
  presses = 0;

  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.presses++;
    }
  }
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.presses += text.length;
  }
  /** From question to question until the one that holds this field has the focus. */
  async to(question: string, key = 'PageDown'): Promise<void> {
    for (let step = 0; step < 25; step++) {
      await this.press(key);
      const names = await this.page.evaluate(() => [document.activeElement?.closest('fieldset')?.querySelector('legend')?.textContent, ...((document.activeElement as HTMLInputElement | null)?.labels ?? [])].map((each) => (typeof each === 'string' ? each : each?.textContent)?.trim()));
      if (names.some((name) => name?.includes(question))) return;
    }
    throw new Error(`No way to "${question}"`);
  }
}

const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });
const words = (page: Page) => page.getByLabel('In your own words');

test('S05 a call is a request in under a minute of keys: number and four words to read out, claimed, and matching one key away', async ({ page }, info) => {
  test.setTimeout(120_000);
  const ruth = new DeskApp(page, server.url);
  await ruth.signIn('Ruth Adler');
  await ruth.title.focus();
  const typist = new Typist(page);
  await typist.press('i');
  await expect(words(page)).toBeFocused();
  await typist.type('Son home from hospital, whom to call');
  await typist.to('Are you safe right now?');
  await typist.press('Space');
  await typist.to('Where do you need help?');
  await typist.type('06854');
  await typist.to('How may we reach you?');
  await typist.press('Space');
  await typist.to('Phone number');
  await typist.type('2035550188');
  await typist.to('May we leave a voicemail?');
  await typist.press('ArrowDown');
  await typist.to('If someone else picks up');
  await typist.press('Space');
  await look(page, 'new-request-filled', { whole: true });
  await page.getByRole('group', { name: 'If someone else picks up' }).getByRole('radio').first().focus();
  await typist.to('They said yes to');
  await typist.press('Space', 'Control+Enter');
  await expect(heading(page)).toHaveText('Read this out');
  await expect(heading(page)).toBeFocused();
  info.annotations.push({ type: 'presses', description: String(typist.presses) });
  expect(typist.presses).toBeLessThan(PRESSES_A_MINUTE);
  const [reference = '', code = ''] = await page.getByRole('definition').allInnerTexts();
  expect([reference, code]).toEqual([expect.stringMatching(/^R-/), expect.stringMatching(/^[a-z]+( [a-z]+){3}$/)]);
  await look(page, 'new-request-done');
  await heading(page).focus();
  await page.keyboard.press('f');
  await expect(ruth.request.getByText(/^Yours/)).toBeVisible();
  await expect(new MatchDrawer(page).region).toBeVisible();
  await expect(ruth.contactSafely).toContainText('Never. They said no.');
  await expect(page.getByText('You wrote it down (phone call).')).toBeAttached();
});

test('what is refused names its field and loses nothing; the draft survives a killed tab and signing out, and is thrown away by a word', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const ana = new DeskApp(page, server.url);
  await ana.signIn('Ana Rios');
  await ana.open('/new-request');
  await page.getByRole('group', { name: 'How may we reach you?' }).getByRole('radio', { name: 'Phone call' }).check();
  await page.getByLabel('Phone number').fill('555-01');
  await page.getByLabel('Where do you need help?').fill('0685');
  await page.keyboard.press('Control+Enter');
  const told = page.getByRole('alert').filter({ hasText: 'Nothing is lost.' });
  await expect(told).toBeFocused();
  await expect(told).toContainText('Where: Write the five digits of a ZIP code');
  await expect(told).toContainText('Is it all right to go on?: Ask whether a person at the desk may read this');
  await look(page, 'new-request-refused', { whole: 'phone' });
  await told.getByRole('button', { name: /^Where/ }).click();
  await expect(page.getByLabel('Where do you need help?')).toBeFocused();
  await expect(page.getByLabel('Where do you need help?')).toHaveValue('0685');

  await words(page).fill('She has not slept since the fire.');
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.context().clearCookies(); // signed out, and the tab gone
  await page.close();
  const context = await browser.newContext();
  const later = await context.newPage();
  const again = new DeskApp(later, server.url);
  await again.signIn('Ana Rios');
  await again.open('/new-request');
  await expect(words(later)).toHaveValue('She has not slept since the fire.');
  await expect(later.getByText(/^You were writing this down/)).toBeVisible();
  await later.getByRole('button', { name: 'Throw away' }).click();
  await expect(words(later)).toHaveValue('');
  await later.getByRole('button', { name: 'Take it back' }).click();
  await expect(words(later)).toHaveValue('She has not slept since the fire.');
  await later.getByRole('button', { name: 'Throw away' }).click();
  await again.open('/inquiries');
  await again.open('/new-request');
  await expect(words(later)).toHaveValue('');
  await context.close();
});

test('on a phone, in Spanish: the lines to read out are the form’s, who is not safe is named help, and an earlier request is a hint for staff, never about violence', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 390, height: 844 });
  const ruth = new DeskApp(page, server.url);
  const data = { asker: 'self', safety: 'yes', topics: ['grief'], place: { fixed: false }, contact: { channel: 'phone', phone: '203 555 0177' }, safe: { voicemail: false, others: 'hang-up' }, language: 'en', consent: { read: true, followUp: true, wording: 'desk-en-1' } };
  const { reference } = (await (await page.request.post(`${server.url}/api/public/inquiries`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })).json()) as { reference: string };
  await ruth.signIn('Ruth Adler');
  await page.getByRole('navigation', { name: 'Desk' }).last().getByRole('link', { name: 'New request' }).click();
  await page.getByLabel('Language they speak').selectOption('Spanish');
  await expect(page.getByText(/^¿Está/).first()).toBeVisible();
  await page.getByRole('group', { name: 'Are you safe right now?' }).getByRole('radio', { name: /^No/ }).first().check();
  await expect(page.getByText('Name somebody who is there now.')).toBeVisible();
  await page.getByRole('group', { name: 'How may we reach you?' }).getByRole('radio', { name: 'Phone call' }).check();
  await page.getByLabel('Phone number').fill('(203) 555-0177');
  const hint = page.getByText('Perhaps they asked before.');
  await expect(hint).toBeVisible();
  await expect(page.getByText(reference)).toBeVisible();
  await look(page, 'new-request-spanish', { whole: true });
  await page.getByRole('group', { name: 'What would help?' }).getByRole('checkbox', { name: /^Someone hurts or scares me/ }).check();
  await expect(hint).toHaveCount(0);
  await page.getByRole('checkbox', { name: /^They said yes to: .*puede leer/ }).check();
  await page.getByRole('button', { name: 'Make the request' }).click();
  await expect(heading(page)).toHaveText('Read this out');
  await page.getByRole('button', { name: /^Write down another/ }).click();
  await expect(words(page)).toHaveValue('');
});
