import { expect, test, type Page } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';
import { MatchDrawer } from '../pages/match-drawer.js';

const server = ownDesk();

/** By the keys that the tour names. */
async function findAndOffer(page: Page, desk: DeskApp): Promise<void> {
  const drawer = new MatchDrawer(page);
  await desk.key('f');
  await expect(drawer.results.first()).toBeVisible();
  for (const key of ['x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
  await page.keyboard.press('o');
}

test('somebody new practises on invented people, while the real desk knows nothing of it, hears from them and leaves', async ({ page }) => {
  test.setTimeout(420_000);
  const ruth = new DeskApp(page, server.url);
  const banner = page.getByRole('complementary', { name: 'Practice' });
  await server.sql(`update people.account set demo = false where name = 'Ruth Adler'`); // who works in a demo is not offered practice
  await ruth.open('/sign-in');
  await page.getByLabel('E-mail').fill('ruth@example.org');
  await page.getByLabel('Password').fill('demo lantern harbor');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();

  await expect(page.getByText('New at this desk?')).toBeVisible();
  await look(page, 'practice-offer');
  await page.getByRole('link', { name: 'Practise' }).click();
  await expect(ruth.title).toHaveText('Practise');
  await look(page, 'practise', { whole: 'phone' });
  await page.getByRole('button', { name: 'Start practising' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '…' }).first()).toBeVisible();
  await expect(banner).toContainText('nobody here is real', { timeout: 240_000 });
  await expect(page).toHaveURL(/\/practice\/inquiries/);
  await expect(page).toHaveTitle('Practice: Referral Desk');
  await expect(page.getByText('Live', { exact: true })).toBeVisible(); // the stream of what happens is passed on, too

  const tour = page.getByRole('region', { name: 'First tour' });
  await expect(tour).toContainText('A first tour?');
  await look(page, 'tour-offer');
  await tour.getByRole('button', { name: 'Begin' }).press('Enter');
  await expect(tour).toContainText('1 of 7: Take a request.');
  await expect(page.getByRole('status').filter({ hasText: 'Step 1 of 7. Take a request.' })).toBeAttached();

  const first = ruth.row('After a hospital stay, family support').getByRole('button', { name: /^Claim / });
  const reference = /R-[\w-]+/.exec((await first.textContent()) ?? '')?.[0] ?? '';
  expect(reference).not.toBe('');
  await first.click();
  await expect(ruth.request.getByText(/^Yours/)).toBeVisible();
  await expect(ruth.contactSafely).toBeVisible();
  await expect(tour).toContainText('2 of 7: Contact them, safely.');
  await look(page, 'practice-request');
  await ruth.key('l');
  const tried = page.getByRole('dialog', { name: 'A try to reach them' });
  await tried.getByRole('radio', { name: 'Call', exact: true }).check();
  await tried.getByRole('radio', { name: 'Reached them' }).check();
  await tried.getByRole('button', { name: 'Write it down' }).click();
  await expect(ruth.request.getByText('Practice: Thank you for calling').first()).toBeVisible({ timeout: 60_000 }); // nobody answers in the same second
  await look(page, 'practice-answered');
  await page.reload();
  await expect(tour).toContainText('3 of 7: Find help and offer a choice.'); // it goes on where it was
  await expect(ruth.request.getByText(/^Yours/)).toBeVisible();
  await findAndOffer(page, ruth);
  await expect(tour).toContainText('5 of 7: Refer.', { timeout: 60_000 }); // they chose by themselves
  await look(page, 'tour-refer');
  await expect(tour).toContainText('5 of 7');
  const real = (await (await page.request.get(`${server.url}/api/queue?view=all`)).json()) as { items: { reference: string; assignee: { name: string } | null }[] };
  expect(real.items.map((item) => item.reference)).not.toContain(reference);

  await banner.getByRole('button', { name: 'Start again' }).click();
  await look(page, 'practice-again');
  await page.getByRole('dialog').getByRole('button', { name: 'Go on as it is' }).press('Enter'); // what starting again does is told by a spec: it takes a while
  await expect(ruth.request.getByText(/^Yours/)).toBeVisible();

  await banner.getByRole('link', { name: 'Leave' }).click();
  await expect(page).toHaveURL(/\/desk\/inquiries/);
  await expect(banner).toHaveCount(0);
  await expect(page.getByText('New at this desk?')).toHaveCount(0); // offered once
});
