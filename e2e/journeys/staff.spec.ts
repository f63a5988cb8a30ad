import { expect, test } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

const PASSWORD = 'quiet lantern over harbor';

const server = ownDesk();

test('an administrator invites Ana; she comes in by the letter, sees the queue, and is out when her account is closed', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const amos = new DeskApp(page, server.url);
  await amos.signIn('Amos Bell');
  await page.getByRole('link', { name: 'People', exact: true }).first().click();
  await expect(amos.title).toHaveText('People');
  await expect(page.getByText('There is only one administrator.')).toBeVisible();
  await look(page, 'staff');

  // By keyboard alone, with what is refused said at its field.
  await page.getByRole('button', { name: 'Invite a colleague' }).press('Enter');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('Ana Quill');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ruth@example.org');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is an account with this address already.')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ana Quill');
  await look(page, 'staff-invite');
  await page.getByLabel('E-mail').fill('ana.quill@example.org');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table').getByText('Ana Quill is invited.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ana Quill', exact: true })).toBeFocused(); // the form is gone: the place goes on where she stands
  await expect(page.getByLabel('One-time link, shown once')).toHaveValue(new RegExp(`^${server.url}/desk/set-up#`));
  await expect(page.getByRole('row', { name: /ana.quill@/ })).toContainText('Invited, the link ends');
  await look(page, 'staff-link');

  const letter = page.getByRole('listitem').filter({ hasText: 'To ana.quill@example.org' });
  await expect(async () => {
    await amos.open('/mailbox');
    await expect(letter).toContainText('/desk/set-up#', { timeout: 1000 });
  }).toPass();
  const [link = ''] = /http\S+\/desk\/set-up#\S+/.exec(await letter.innerText()) ?? [];

  const hers = await (await browser.newContext({ timezoneId: 'America/Los_Angeles' })).newPage();
  await hers.goto(link);
  await expect(hers.getByRole('heading', { level: 1 })).toHaveText('Your account');
  expect(hers.url()).not.toContain('#');
  await look(hers, 'staff-accept');
  await expect(hers.getByLabel('E-mail')).toHaveValue('ana.quill@example.org');
  await hers.getByLabel('Your name').fill('Ana Quill-Rey');
  await hers.getByLabel('Password').fill('too short');
  await hers.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(hers.getByRole('alert')).toContainText('at least 15 characters');
  await hers.getByLabel('Password').fill(PASSWORD);
  await hers.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(hers.getByRole('heading', { level: 1 })).toHaveText('All requests');
  await expect(hers.getByText(/as of \d{1,2}:\d{2}\s[AP]M E[SD]T/).first()).toBeVisible(); // her browser stands in another zone than the desk

  await amos.open('/staff');
  const row = page.getByRole('row', { name: /Ana Quill-Rey ana.quill@/ });
  await expect(row).toContainText('today');
  await row.getByRole('button').click();
  await page.getByRole('checkbox', { name: /^Auditor/ }).check();
  await page.getByRole('button', { name: 'Save roles' }).click();
  await expect(page.getByText('Say why, in 20 characters or more. It is kept in the audit.')).toBeVisible();
  await expect(page.getByLabel('Why')).toBeFocused();
  await look(page, 'staff-reason');
  await page.getByRole('checkbox', { name: /^Auditor/ }).uncheck();
  await expect(page.getByLabel('Why')).toHaveCount(0);
  await page.getByRole('button', { name: 'Close the account', exact: true }).click();
  await look(page, 'staff-close');
  await page.getByRole('button', { name: 'Close it', exact: true }).click();
  await expect(row).toContainText('Closed');

  await hers.getByRole('link', { name: 'Follow-ups' }).first().click();
  const again = hers.getByRole('dialog', { name: 'Your session ended' });
  await expect(again).toBeVisible();
  await again.getByLabel('Password').fill(PASSWORD);
  await again.getByRole('button', { name: 'Go on' }).click();
  await expect(again.getByRole('alert')).toContainText('not right');
  await hers.context().close();
});

test('an address that leads nowhere, or to another role’s room, says so and shows what may be opened', async ({ page }) => {
  const desk = new DeskApp(page, server.url);
  await desk.signIn('Jonah Park');
  for (const path of ['/staff', '/settings', '/audit', '/nothing/at/all']) {
    await desk.open(path);
    await expect(desk.title).toHaveText('This page does not exist or is not yours');
    expect(new URL(page.url()).pathname).toBe(`/desk${path}`);
  }
  await look(page, 'not-here');
  await page.getByRole('main').getByRole('link', { name: 'Follow-ups' }).click();
  await expect(desk.title).toHaveText('Follow-ups');
});

test('a list that does not come can be asked for again; a slow one says so', async ({ page }) => {
  const desk = new DeskApp(page, server.url);
  await desk.signIn('Amos Bell');
  await page.route('**/api/staff', (route) => route.abort());
  await desk.open('/staff');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('No connection to the desk');
  await page.unroute('**/api/staff');
  let pass = (): void => undefined;
  const held = new Promise<void>((done) => (pass = done));
  await page.route('**/api/staff', async (route) => { await held; await route.continue(); });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Reading who works here')).toBeAttached();
  pass();
  await expect(page.getByRole('row', { name: /Ruth Adler/ })).toBeVisible();
});

test('settings say that a closing time before the opening one is the next day’s', async ({ page }) => {
  const desk = new DeskApp(page, server.url);
  await desk.signIn('Amos Bell');
  await desk.open('/settings');
  await page.getByLabel('Monday opens').fill('22:00');
  await page.getByLabel('Monday closes').fill('06:00');
  await page.getByLabel('Monday closes').blur();
  await expect(page.getByLabel('Monday closes')).toHaveAccessibleDescription('Closes after midnight, on the next day.');
  await look(page, 'settings-overnight');
  await page.setViewportSize({ width: 390, height: 900 });
  await page.getByText('Closes after midnight').scrollIntoViewIfNeeded();
  if (process.env['SCREENSHOTS']) await page.screenshot({ path: 'test-results/screenshots/settings-overnight-hours-390.png' });
});
