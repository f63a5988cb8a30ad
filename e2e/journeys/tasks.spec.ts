import { expect, test, type Page } from '@playwright/test';
import { accessible, fitsWidth, look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

/** A desk of its own: nobody else has tasks here. */
const server = ownDesk();

async function arrives(page: Page): Promise<string> {
  const data = { asker: 'self', safety: 'yes', urgency: 'this_week', topics: ['work-law'], words: 'Since the spring.', place: { zip: '06850', fixed: true }, contact: { channel: 'phone', phone: '203 555 0142' }, language: 'en', consent: { read: true, followUp: true, wording: 'desk-en-1' } };
  const answer = await page.request.post(`${server.url}/api/public/inquiries`, { data, headers: { 'idempotency-key': crypto.randomUUID() } });
  return ((await answer.json()) as { reference: string }).reference;
}

/** Writes a task down by keyboard alone; the focus is in the first field as soon as it opens. */
async function writes(desk: DeskApp, { what, when, who }: { what: string; when: string; who?: string }): Promise<void> {
  await desk.key('p');
  const sheet = desk.page.getByRole('dialog', { name: 'A task' });
  await expect(sheet.getByLabel('What is to be done?')).toBeFocused();
  await desk.page.keyboard.type(what);
  await desk.page.keyboard.press('Tab');
  await expect(sheet.getByLabel('By when?')).toBeFocused();
  await desk.page.keyboard.press('ControlOrMeta+a');
  await desk.page.keyboard.type(when);
  if (who) await sheet.getByLabel('Who does it?').selectOption(who);
  await sheet.getByLabel('What is to be done?').press('Enter');
  await expect(sheet).toHaveCount(0);
}

test('a task is written, done, given to a colleague who finishes it, and asked about at closing; by keyboard, and on a phone', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const reference = await arrives(page);
  const [ruth, ana] = [new DeskApp(page, server.url), new DeskApp(await (await browser.newContext()).newPage(), server.url)];
  await ana.signIn('Ana Rios');
  await ruth.signIn('Ruth Adler');
  await ruth.claim('Work, school or law', reference);
  const tasks = ruth.request.getByRole('region', { name: 'Tasks' });
  const happened = ruth.request.getByRole('region', { name: 'What happened' });
  await expect(tasks).toContainText('Nothing is to be done.');

  await ruth.key('p');
  const sheet = page.getByRole('dialog', { name: 'A task' });
  await page.keyboard.press('Enter');
  await expect(sheet.getByText('Say what is to be done.')).toBeVisible();
  await sheet.getByLabel('By when?').fill('whenever');
  await expect(sheet.getByText(/^Write a day, such as/)).toBeVisible();
  await look(page, 'task-sheet');
  await page.keyboard.press('Escape');
  await writes(ruth, { what: 'Call the county back', when: 'today' });
  await expect(tasks).toContainText('Call the county back');
  await expect(tasks).toContainText('For you');
  await writes(ruth, { what: 'Send the form', when: 'in 5 days 2:30 pm', who: 'Whoever has the request' });
  await writes(ruth, { what: 'Ask whether they take minors', when: 'today', who: 'Ana Rios' });
  await tasks.getByRole('heading', { name: 'Tasks' }).scrollIntoViewIfNeeded();
  await look(page, 'tasks-in-request', { whole: 'phone' });

  const due = ana.page.getByRole('region', { name: /^Due now/ });
  await expect(due.getByRole('link', { name: 'Ask whether they take minors' })).toBeVisible();
  await ana.key('g');
  await ana.page.keyboard.press('2');
  await expect(ana.title).toHaveText('Tasks');
  await expect(ana.page.getByRole('navigation', { name: 'Desk' }).first().getByRole('link', { name: 'Tasks 1' })).toBeVisible();
  await ana.page.getByRole('button', { name: 'Not needed Ask whether they take minors' }).press('Enter');
  await expect(ana.page.getByLabel('Why? (optional)')).toBeFocused();
  await look(ana.page, 'tasks-page');
  await ana.page.keyboard.type('Their page says so.');
  await ana.page.keyboard.press('Enter');
  await expect(ana.page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
  await ana.page.context().close();
  await expect(happened).toContainText('Ana Rios said that a task is not needed. Ask whether they take minors. Their page says so.');

  await page.setViewportSize({ width: 375, height: 812 });
  await ruth.open('/inquiries');
  await expect(page.getByRole('region', { name: /^Due now: a task/ })).toContainText(reference);
  await look(page, 'tasks-due-now');
  await page.setViewportSize({ width: 375, height: 812 });
  await fitsWidth(page);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('dialog', { name: 'More' }).getByRole('link', { name: 'Tasks' }).click();
  await page.getByRole('button', { name: 'Done Call the county back' }).click();
  await page.getByRole('button', { name: /^Take it up again/ }).click();
  await page.getByRole('button', { name: 'Done Call the county back' }).click();
  await expect(page.getByRole('button', { name: 'Done Call the county back' })).toHaveCount(0);
  await page.getByRole('link', { name: reference }).click();
  for (const name of ['Done Send the form', 'Not needed Send the form', 'Change Send the form', 'Add a task']) await expect(tasks.getByRole('button', { name: new RegExp(`^${name}`) })).toBeVisible();
  await fitsWidth(page);
  await tasks.getByRole('button', { name: 'Change Send the form' }).click();
  const change = page.getByRole('dialog', { name: 'Change a task' });
  await change.getByLabel('What is to be done?').fill('Send the form by post');
  await fitsWidth(page);
  await change.getByRole('button', { name: 'Change it' }).click();
  await expect(tasks).toContainText('Send the form by post');
  await expect(happened).toContainText('You changed a task. Send the form by post');

  await page.setViewportSize({ width: 1440, height: 900 });
  await server.sql(`update intake.need set status = 'met', end_reason = 'served', ended_by = 'specialist', ended_by_account = (select assignee from intake.inquiry where reference = '${reference}'), closed_at = now() where inquiry_id = (select id from intake.inquiry where reference = '${reference}')`);
  await page.reload();
  await expect(ruth.request.getByRole('button', { name: 'Close the request' })).toBeVisible();
  await ruth.key('e');
  await ruth.request.getByRole('button', { name: 'Close the request' }).press('Enter');
  const asked = ruth.request.getByRole('form', { name: 'What becomes of the tasks?' });
  await asked.getByRole('button', { name: 'Close the request' }).press('Enter');
  await expect(asked.getByText('Choose what becomes of it.')).toBeVisible();
  await asked.getByRole('radio', { name: 'Keep it for after closing' }).press('Space');
  await accessible(page);
  await look(page, 'tasks-at-closing');
  await asked.getByRole('button', { name: 'Close the request' }).press('Enter');
  await expect(ruth.request.getByText('This request is closed.')).toBeVisible();
  await expect(tasks).toContainText('Goes on after closing');
  await tasks.getByRole('button', { name: 'Done Send the form by post' }).press('Enter');
  await expect(tasks).toContainText('Nothing is to be done.');
  await expect(happened).toContainText('You finished a task. Send the form by post');
});
