import { expect, test, type Page } from '@playwright/test';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';
import { MatchDrawer } from '../pages/match-drawer.js';
import { Referring } from '../pages/referring.js';

const server = ownDesk();

/** What has the focus, as a screen reader names it. */
const focused = (page: Page): Promise<string> => page.evaluate(() => {
  const on = document.activeElement as HTMLElement | null;
  const label = (on as HTMLInputElement | null)?.labels?.[0]?.textContent;
  return (on?.getAttribute('aria-label') ?? label ?? on?.textContent ?? '').trim();
});

/** Goes on with Tab until something named like this has the focus. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let step = 0; step < most; step++) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} was not reached; the focus is on “${await focused(page)}”`);
}
/** Presses what is named like this: goes there by Tab, and Enter. */
async function press(page: Page, name: RegExp, most?: number): Promise<void> {
  await tabTo(page, name, most);
  await page.keyboard.press('Enter');
}
/** Chooses in a group of radios: goes to the group by Tab, and moves with the arrow. */
async function choose(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 12; step++) {
    if (name.test(await focused(page))) return void (await page.keyboard.press('Space'));
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${name} was not chosen; the focus is on “${await focused(page)}”`);
}

/** Only what a keyboard can do: from here on nothing is pressed with a mouse. */
test('S05 a day without a mouse: claim, log, find, shortlist, offer, refer, snooze, end and close', async ({ page }) => {
  test.setTimeout(240_000);
  const ruth = new DeskApp(page, server.url);
  const drawer = new MatchDrawer(page);
  const refer = new Referring(page, ruth.request);
  await ruth.signIn('Ruth Adler');

  await expect(ruth.row('Hard memories')).toBeVisible();
  await page.keyboard.press('j');
  await expect.poll(() => focused(page)).not.toBe('');
  for (let step = 0; (await focused(page)) !== 'Hard memories' && step < 30; step++) await page.keyboard.press('j');
  await page.keyboard.press('c');
  await expect(ruth.title).toHaveText('Hard memories');
  await expect(ruth.request.getByText(/^Yours/)).toBeVisible();

  await ruth.key('n');
  await expect(ruth.note).toBeFocused();
  await page.keyboard.type('Spoke with them. Mornings are good.');
  await page.keyboard.press('Control+Enter');
  await expect(ruth.request.getByRole('listitem').filter({ hasText: 'You noted:' })).toContainText('Mornings are good.');

  await ruth.key('f');
  await expect(drawer.results.first()).toBeVisible();
  for (const key of ['x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
  const first = await drawer.results.first().getByRole('heading').innerText();
  await page.keyboard.press('o');
  await expect(ruth.request.getByRole('heading', { name: first, exact: true })).toBeFocused();
  await press(page, /^They want it$/, 12);
  await expect(refer.ways(first)).toBeVisible();
  await page.keyboard.press('r');
  await expect(refer.ways(first).getByRole('button', { name: 'They make contact' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(refer.referral(first)).toContainText('They make contact themselves.');

  await ruth.key('s');
  const sheet = page.getByRole('dialog', { name: 'Snooze' });
  await expect(sheet.getByLabel('When does it wake?')).toBeFocused();
  await page.keyboard.type('tomorrow 9');
  await page.keyboard.press('Enter');
  await expect(ruth.request.getByText(/^Snoozed until/)).toBeVisible();
  await ruth.title.focus();
  await press(page, /^Wake it now/);
  await expect(ruth.request.getByText(/^Snoozed until/)).toHaveCount(0);

  await ruth.key('e');
  await expect.poll(() => focused(page)).toBe('It is met');
  await choose(page, /^It is met/);
  await expect(page.getByRole('radio', { name: /^A service helped/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await choose(page, /^A service helped/);
  await press(page, /^End this need/, 6);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id ?? '')).toMatch(/^need-/); // it has ended: the keys are at its line
  await ruth.key('e');
  await expect(ruth.request.getByRole('button', { name: 'Close the request' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(ruth.request.getByText('This request is closed.')).toBeVisible();
});
