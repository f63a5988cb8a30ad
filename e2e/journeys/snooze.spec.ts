import { expect, test, type Page } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

/** A request sleeps until a time or a word of the person, and comes back at its place. */
const server = ownDesk();

const NEEDS = 'Grief, loneliness';
interface Sent { reference: string; code: string }

async function arrives(page: Page): Promise<Sent> {
  const data = { asker: 'self', safety: 'yes', urgency: 'no_rush', topics: ['grief', 'lonely'], words: 'Since the spring.', place: { zip: '60601', fixed: true }, contact: { channel: 'text', phone: '203 555 0142' }, language: 'en', consent: { read: true, followUp: true, wording: 'desk-en-1' } };
  const answer = await page.request.post(`${server.url}/api/public/inquiries`, { data, headers: { 'idempotency-key': crypto.randomUUID() } });
  return (await answer.json()) as Sent;
}

/** The person adds a word on their own page. */
async function writes(page: Page, { reference, code }: Sent): Promise<void> {
  await page.goto(`${server.url}/en/follow`);
  await page.getByLabel('Your number').fill(reference);
  await page.getByLabel('Your code').fill(code);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Add something' }).click();
  await page.getByLabel('What do you want to add?').fill('Mornings are good.');
  await page.getByRole('button', { name: 'Add this' }).click();
  await expect(page.getByText('We added this to your request.')).toBeVisible();
}

test('S11 snoozed by keyboard it leaves the queue, wakes when the person writes, and sleeps again with one key', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const sent = await arrives(page);
  const ruth = new DeskApp(page, server.url);
  await ruth.signIn('Ruth Adler');
  await ruth.claim(NEEDS, sent.reference);
  await ruth.key('s');
  const sheet = page.getByRole('dialog', { name: 'Snooze' });
  await sheet.getByLabel('When does it wake?').fill('when they can');
  await expect(sheet.getByText('Write a day and a time')).toBeVisible();
  await sheet.getByLabel('When does it wake?').fill('tomorrow 9');
  await expect(sheet.getByText(/at 9:00\sAM C[SD]T, where they are: .* at the desk$/)).toBeVisible();
  await sheet.getByLabel('Why (optional)').fill('On night shift this week');
  await look(page, 'snooze-sheet');
  await sheet.getByLabel('When does it wake?').press('Enter');
  await expect(sheet).toHaveCount(0);
  await expect(ruth.request.getByText(/^Snoozed until/)).toContainText('or until they write');
  await expect(ruth.request.getByText(/“On night shift this week”/)).toBeVisible();
  await look(page, 'snooze-asleep');
  await expect(ruth.row(NEEDS)).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Desk' }).first().getByRole('link', { name: /^Snoozed/ }).click();
  await expect(ruth.title).toHaveText('Snoozed');
  await expect(ruth.row(NEEDS)).toContainText(/asleep until .*, or until they write/);
  await look(page, 'snooze-view');
  await ruth.open('/inquiries?view=mine');
  await expect(page.getByText('Live', { exact: true })).toBeVisible();

  const person = await browser.newPage();
  await writes(person, sent);
  await person.close();
  await page.getByRole('button', { name: 'Show 1 new' }).click();
  await expect(ruth.row(NEEDS)).toContainText('woke: The person wrote.');
  await ruth.read(NEEDS);
  await expect(ruth.request.getByText('It woke.', { exact: true })).toBeVisible();
  await look(page, 'snooze-woke');
  await ruth.key('y');
  await expect(ruth.request.getByText(/^Snoozed until/)).toContainText('or until they write');
  await ruth.request.getByRole('button', { name: 'Wake it now' }).click();
  await expect(ruth.request.getByText(/^Snoozed until/)).toHaveCount(0);
});

test('S11 from the list: S opens the request with the question, and it stays asleep when they write', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const sent = await arrives(page);
  const ruth = new DeskApp(page, server.url);
  await ruth.signIn('Ruth Adler');
  await ruth.claim(NEEDS, sent.reference);
  await ruth.open('/inquiries?view=mine');
  await expect(ruth.row(NEEDS).filter({ hasText: sent.reference })).toBeVisible();
  await ruth.title.focus();
  await expect(async () => {
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.closest('li')?.textContent)).toContain(sent.reference);
  }).toPass({ intervals: [50] });
  await page.keyboard.press('s');
  const sheet = page.getByRole('dialog', { name: 'Snooze' });
  await sheet.getByRole('button', { name: 'in 3 business days' }).press('Enter');
  await sheet.getByLabel('when they write').uncheck();
  await expect(sheet.getByText(/It stays asleep when they write/)).toBeVisible();
  await sheet.getByRole('button', { name: 'Snooze', exact: true }).click();
  await expect(ruth.request.getByText(/^Snoozed until/)).not.toContainText('they write');
  const person = await browser.newPage();
  await writes(person, sent);
  await person.close();
  await expect(page.getByRole('listitem').filter({ hasText: 'The person added something' }).first()).toBeVisible();
  await expect(ruth.request.getByText(/^Snoozed until/)).toBeVisible();
});
