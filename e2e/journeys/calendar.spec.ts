import { expect, test } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

/** Somebody's own calendar fetches what wakes and what is due by reference alone, until its address is ended. */
const server = ownDesk({ LOG_LEVEL: 'debug' });

const NEEDS = 'Grief, loneliness';

test('S21 the address is made by keyboard, shown once, holds references alone, and is gone when it is ended', async ({ page, context }) => {
  test.setTimeout(120_000);
  const data = { asker: 'self', safety: 'yes', urgency: 'no_rush', topics: ['grief', 'lonely'], words: 'Since the spring.', place: { zip: '06854', fixed: true }, contact: { channel: 'text', phone: '203 555 0142' }, language: 'en', consent: { read: true, followUp: true, wording: 'desk-en-1' } };
  const { reference } = (await (await page.request.post(`${server.url}/api/public/inquiries`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })).json()) as { reference: string };
  const ruth = new DeskApp(page, server.url);
  await ruth.signIn('Ruth Adler');
  await ruth.claim(NEEDS, reference);
  await ruth.key('s');
  const sheet = page.getByRole('dialog', { name: 'Snooze' });
  await sheet.getByLabel('When does it wake?').fill('tomorrow 9');
  await sheet.getByLabel('When does it wake?').press('Enter');
  await expect(ruth.request.getByText(/^Snoozed until/)).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Type a word' }).fill('my calendar');
  await page.keyboard.press('Enter');
  await expect(ruth.title).toHaveText('My calendar');
  await expect(page.getByRole('button', { name: 'Make the address' })).toBeVisible();
  await look(page, 'calendar-none');
  await page.getByRole('button', { name: 'Make the address' }).press('Enter');
  const box = page.getByLabel('Address of your calendar, shown once');
  await expect(box).toHaveValue(/\/calendar\/[\w-]{43}\/follow-ups\.ics$/);
  await expect(ruth.title).toBeFocused();
  await look(page, 'calendar-made', { whole: 'phone' });
  const address = await box.inputValue();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);

  const fetched = await fetch(address); // as a calendar does: without a session
  expect(fetched.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const text = await fetched.text();
  expect(text).toContain(`SUMMARY:Wakes ${reference}\r\n`);
  expect(text).not.toMatch(/grief|Ruth|06854|spring|555/i);

  await page.reload();
  await expect(page.getByText(/^Your calendar has an address, made/)).toBeVisible();
  await expect(box).toHaveCount(0);
  await page.getByRole('button', { name: 'New address' }).click();
  await look(page, 'calendar-kept');
  await page.getByRole('button', { name: 'Keep the old one' }).click();
  await expect(page.getByRole('button', { name: 'New address' })).toBeFocused();
  expect((await fetch(address)).status).toBe(200);
  await page.getByRole('button', { name: 'End the address' }).click();
  await expect(page.getByRole('main').getByText('The address is ended.')).toBeVisible();
  expect((await fetch(address)).status).toBe(404);
  expect(server.output()).not.toContain(new URL(address).pathname.split('/')[2]);
});
