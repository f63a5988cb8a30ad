import { expect, test, type Locator, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { look } from '../check.js';
import { startDesk, type DeskServer } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';
import { Specialist } from '../pages/specialist.js';

let server: DeskServer;
let ruth: Specialist;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  server = await startDesk();
  ruth = await Specialist.signIn(server.url, 'ruth@example.org');
});
test.afterAll(() => server.stop());

interface Arrived { id: string; reference: string }
const BODY = { asker: 'self', safety: 'yes', urgency: 'this_week', topics: ['grief', 'lonely'], words: 'Since the spring I talk to nobody.', place: { zip: '06854', fixed: true }, contact: { channel: 'text', phone: '203 555 0188' }, language: 'en', consent: { read: true, followUp: true, wording: 'desk-en-1' } };

/** A request as the public sends it, wherever it waits. */
async function arrives(over: object = {}): Promise<Arrived> {
  const answer = await fetch(`${server.url}/api/public/inquiries`, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: JSON.stringify({ ...BODY, ...over }) });
  expect(answer.status).toBe(201);
  const { reference } = (await answer.json()) as { reference: string };
  return { reference, ...(await ruth.ask<{ id: string }>('POST', '/api/queue/find', { reference })) };
}
const claimed = async (over: object = {}): Promise<Arrived> => {
  const made = await arrives(over);
  await ruth.ask('POST', `/api/inquiries/${made.id}/claim`);
  return made;
};
const desk = async (page: Page, path: string): Promise<DeskApp> => {
  const app = new DeskApp(page, server.url);
  await app.signIn('Ruth Adler');
  await app.open(path);
  await expect(app.title).toBeVisible();
  return app;
};

test('a request says what may be one with it, both stand side by side, and they are linked and unlinked', async ({ page }) => {
  const [one, two] = [await claimed({ contact: { channel: 'text', phone: '203 555 0188' } }), await claimed({ contact: { channel: 'phone', phone: '(203) 555-0188' }, topics: ['worry'], words: 'I called before.' })];
  await desk(page, `/inquiries/${one.id}`);
  await expect(page.getByText('1 possible match: same phone.')).toBeVisible();
  await expect(page.getByText('Never speak of it: a shared number may be the number of whoever must not know.')).toBeVisible();
  await page.getByRole('button', { name: 'Look', exact: true }).click();
  await look(page, 'together-strip');
  await page.getByRole('button', { name: new RegExp(`^Side by side.*${two.reference}`) }).click();
  const sheet = page.getByRole('dialog', { name: 'Two requests side by side' });
  await expect(sheet.getByText('I called before.')).toBeVisible();
  await look(page, 'together-beside');
  await sheet.getByRole('button', { name: 'Link them' }).click();
  await expect(sheet).toHaveCount(0);
  const linked = page.getByRole('region', { name: 'Linked requests' });
  await expect(linked.getByText(/Linked: Ruth Adler/)).toBeVisible();
  await expect(page.getByText('1 possible match')).toHaveCount(0);
  await look(page, 'together-linked');
  await linked.getByRole('button', { name: new RegExp(`^Unlink.*${two.reference}`) }).click();
  await expect(page.getByText('1 possible match: same phone.')).toBeVisible();
  await expect(page.getByText('You linked it with another request.')).toBeVisible();
});

test('S15 two requests are merged from the list by keyboard, worked on as one, and taken apart', async ({ page }) => {
  const contact = { channel: 'text', phone: '203 555 0189' };
  const [kept, gone] = [await claimed({ contact, topics: ['new-baby'], words: 'The first one.' }), await claimed({ contact, topics: ['new-baby', 'home'], words: 'The second one.' })];
  const app = await desk(page, '/inquiries?view=mine');
  for (const { id } of [kept, gone]) {
    await page.locator(`#row-${id}`).focus();
    while ((await page.evaluate(() => document.activeElement?.id)) !== `row-${id}`) await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k'); // the keys are where the focus is
    while ((await page.evaluate(() => document.activeElement?.id)) !== `row-${id}`) await page.keyboard.press('j');
    await page.keyboard.press('x');
    await expect(page.getByRole('checkbox', { name: `Choose ${id === kept.id ? kept.reference : gone.reference}` })).toBeChecked();
  }
  const bar = page.getByRole('region', { name: 'Chosen requests' });
  await expect(bar.getByText('2 chosen')).toBeVisible();
  await look(page, 'together-chosen');
  await bar.getByRole('button', { name: 'Side by side' }).click();
  await page.getByRole('dialog').getByRole('button', { name: new RegExp(`^Merge, and keep this one.*${kept.reference}`) }).click();
  await expect(page.locator(`#row-${gone.id}`)).toHaveCount(0);
  await page.locator(`#row-${kept.id}`).click();
  const merged = page.getByRole('region', { name: new RegExp(`^Merged into this.*${gone.reference}`) });
  await expect(merged.getByText('The second one.')).toBeVisible();
  await expect(merged.getByText('A home and its bills')).toBeVisible();
  await look(page, 'together-merged', { whole: true });
  await merged.getByRole('link', { name: `Open ${gone.reference}` }).click();
  await expect(page.getByText('Everything of this one stays as it is')).toBeVisible();
  await look(page, 'together-gone');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('Everything of this one stays as it is')).toHaveCount(0);
  await expect(app.request.getByText(/^Yours/)).toBeVisible();
  await expect(page.getByText('You took the merging back.')).toBeVisible();
  await expect(page.locator(`#row-${gone.id}`)).toBeVisible();
});

test('S15 what speaks against it is said at the place', async ({ page }) => {
  const contact = { channel: 'phone', phone: '203 555 0187' };
  const [kept, gone] = [await claimed({ contact, safe: { voicemail: true, times: [] } }), await claimed({ contact, safe: { voicemail: false, times: [] } })];
  await desk(page, `/inquiries/${kept.id}`);
  await page.getByRole('button', { name: 'Look', exact: true }).click();
  await page.getByRole('button', { name: new RegExp(`^Side by side.*${gone.reference}`) }).click();
  await page.getByRole('dialog').getByRole('button', { name: new RegExp(`^Merge, and keep this one.*${kept.reference}`) }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('stricter about how to reach them');
});

test('S16 fifty are chosen, two cannot: it is told before, 48 are done, one key takes all back', async ({ page }) => {
  for (let at = 0; at < 70; at++) await arrives({ topics: ['worry'], urgency: 'no_rush', words: `Number ${at}` }); // so many from one place wait to be checked
  await desk(page, '/inquiries?view=review');
  const count = 50;
  const list = page.locator('.rows');
  const box = (place: number): Locator => page.locator(`li[aria-posinset="${place}"]`).getByRole('checkbox');
  await expect(box(1)).toBeVisible();
  const { mine: claimedBefore } = await ruth.ask<{ mine: number }>('GET', '/api/queue/counts');
  const waiting = async (): Promise<{ id: string; actions: string[] }[]> => (await ruth.ask<{ items: { id: string; actions: string[] }[] }>('GET', '/api/queue?view=review&size=100')).items;
  const [first, second, ...others] = (await waiting()).slice(0, count).map(({ id }) => id);
  for (const id of [first, second]) await ruth.ask('POST', `/api/inquiries/${id}/claim`);
  await box(1).click();
  await expect(async () => {
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight)); // rows far from what is seen are not in the page
    await expect(box(count)).toBeVisible({ timeout: 1000 });
  }).toPass();
  await box(count).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: 'Chosen requests' });
  await expect(bar.getByText(`${count} chosen`)).toBeVisible();
  await bar.getByRole('button', { name: 'Claim' }).click();
  await expect(bar.getByText(`${count - 2} can, 2 cannot:`)).toBeVisible();
  await expect(bar.getByText('It is yours already.')).toBeVisible();
  await look(page, 'bulk-dry');
  await expect(page.getByRole('button', { name: `Do it for ${count - 2}` })).toBeFocused();
  await page.keyboard.press('Enter');
  const done = page.getByRole('region', { name: 'Done to several requests' });
  await expect(done.getByText(`Claimed: ${count - 2}.`)).toBeVisible();
  await expect(done.getByText('Left as they were: 2.')).toBeVisible();
  await look(page, 'bulk-done');
  await page.getByRole('button', { name: 'Undo all' }).focus();
  await page.keyboard.press('z');
  await expect(done).toHaveCount(0);
  await expect.poll(async () => (await waiting()).filter(({ id, actions }) => others.includes(id) && actions.includes('claim')).length).toBe(others.length);
  await list.evaluate((element) => element.scrollTo(0, 0));
  for (const id of others.slice(0, 10)) await expect(page.locator('li').filter({ has: page.locator(`#row-${id}`) }).getByRole('button', { name: /^Claim R-/ })).toBeVisible();
  expect(await ruth.ask<{ mine: number }>('GET', '/api/queue/counts')).toMatchObject({ mine: claimedBefore + 2 });
});

test('urgency of several is set after a look; who is not safe stays first; a wrong press is cancelled by Escape', async ({ page }) => {
  const [one, unsafe] = [await claimed({ urgency: 'no_rush', contact: { channel: 'self' } }), await claimed({ safety: 'no', contact: { channel: 'self' } })];
  await desk(page, '/inquiries?view=mine');
  for (const { reference } of [one, unsafe]) await page.getByRole('checkbox', { name: `Choose ${reference}` }).check();
  const bar = page.getByRole('region', { name: 'Chosen requests' });
  await bar.getByRole('button', { name: 'Set urgency' }).click();
  await expect(bar.getByLabel('How urgent?')).toBeFocused();
  await bar.getByLabel('How urgent?').selectOption('Today');
  await bar.getByRole('button', { name: 'Look first' }).click();
  await expect(bar.getByText('1 can, 1 cannot:')).toBeVisible();
  await expect(bar.getByText('They said that they are not safe: it stays Now.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar.getByText('1 can, 1 cannot:')).toHaveCount(0);
  await bar.getByRole('button', { name: 'Close' }).click();
  await bar.getByLabel('Why?').fill('All is done');
  await bar.getByRole('button', { name: 'Look first' }).click();
  await expect(bar.getByText('0 can, 2 cannot:')).toBeVisible();
  await expect(bar.getByText('A need goes on. End each need first: how, and why.')).toBeVisible();
  await look(page, 'bulk-close');
});
