import { expect, test, type Page } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';
import { scrolled } from '../scrolled.js';

test.use({ trace: 'off' }); // a trace films every frame, and what is filmed is slow
const server = ownDesk({ TRUSTED_PROXIES: '127.0.0.1,::1,::ffff:127.0.0.1' });
/** By hand with `ROWS=5000`: the run of tests looks at the same on fewer. */
const ROWS = Number(process.env['ROWS'] ?? 400);

/** Requests as the public sends them, each from an address of its own. */
async function arrive(page: Page): Promise<void> {
  let sent = 0;
  const one = async (): Promise<void> => {
    while (sent < ROWS) {
      const at = ++sent;
      const data = { asker: 'self', safety: 'yes', urgency: 'no_rush', topics: ['grief', 'lonely'], words: 'Since the spring.', place: { zip: '06854', fixed: true }, contact: { channel: 'text', phone: `203 555 01${String(at % 100).padStart(2, '0')}` }, language: 'en', consent: { read: true, followUp: true, wording: 'desk-en-1' } };
      const answer = await page.request.post(`${server.url}/api/public/inquiries`, { data, headers: { 'idempotency-key': crypto.randomUUID(), 'x-forwarded-for': `198.18.${at >> 8}.${at & 255}` } });
      expect(answer.status()).toBe(201);
    }
  };
  await Promise.all([1, 2, 3, 4, 5, 6].map(one));
}

test('S18 a long list: all of it is reached, few of its rows are in the page, and each says where it stands', async ({ page }) => {
  test.setTimeout(600_000);
  await arrive(page);
  const ruth = new DeskApp(page, server.url);
  await ruth.signIn('Ruth Adler');
  const rows = page.getByRole('region', { name: 'All requests' }).getByRole('listitem');
  const place = async (which: 'first' | 'last'): Promise<number> => Number(await rows[which]().getAttribute('aria-posinset'));
  const total = Number(await rows.first().getAttribute('aria-setsize'));
  expect(total).toBeGreaterThan(ROWS);
  const list = page.locator('.rows');
  await expect(async () => {
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    expect(await place('last')).toBe(total);
  }).toPass({ timeout: 300_000 });
  await expect(page.getByRole('button', { name: 'Show more' })).toHaveCount(0);
  await expect.poll(() => rows.count()).toBeLessThan(250);
  await look(page, 'long-queue');

  await list.evaluate((element) => element.scrollTo(0, 0));
  await expect.poll(() => place('first')).toBe(1);
  await expect(rows.first()).toBeInViewport();
  await rows.first().getByRole('link').focus();
  const at = (): Promise<number> => page.evaluate(() => Number(document.activeElement?.closest('[aria-posinset]')?.getAttribute('aria-posinset')));
  for (let step = 0; step < 60; step++) await page.keyboard.press('j');
  const here = await at();
  expect(here).toBeGreaterThan(55); // over the edge of a stretch
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight)); // the mouse goes elsewhere, the keys stay
  await expect(page.locator(':focus')).not.toBeInViewport();
  await page.keyboard.press('j');
  await expect.poll(at).toBe(here + 1);
  await expect(page.locator(':focus')).toBeInViewport();

  const { rate, slow } = await scrolled(page);
  console.log(`${total} rows, scrolled at 3,000 pixels a second: ${rate.toFixed(0)} frames a second, slowest of twenty ${slow.toFixed(0)} ms`);
  if (process.env['ROWS']) expect(rate).toBeGreaterThanOrEqual(50);
});
