import { expect, test, type Browser, type Page } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

/** A desk of its own: requests change hands here. */
const server = ownDesk();

const desk = (page: Page): DeskApp => new DeskApp(page, server.url);
const another = async (browser: Browser): Promise<DeskApp> => desk(await (await browser.newContext()).newPage());

/** A new request that nobody has; its number. */
async function arrives(page: Page, topics: string[]): Promise<string> {
  const data = { asker: 'self', safety: 'yes', urgency: 'this_week', topics, words: 'Since the spring.', place: { zip: '06850', fixed: true }, contact: { channel: 'text', phone: '203 555 0142' }, language: 'en', consent: { read: true, followUp: true, wording: 'desk-en-1' } };
  const answer = await page.request.post(`${server.url}/api/public/inquiries`, { data, headers: { 'idempotency-key': crypto.randomUUID() } });
  return ((await answer.json()) as { reference: string }).reference;
}

test('a request is given to a colleague by keyboard, who is told on whatever page they are; what is not seen yet is taken back', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const reference = await arrives(page, ['grief', 'lonely']);
  const [ruth, ana] = [desk(page), await another(browser)];
  await ana.signIn('Ana Rios');
  await ana.page.getByRole('navigation', { name: 'Desk' }).first().getByRole('button', { name: /^Not on duty/ }).click();
  await ana.open('/follow-up');
  await expect(ana.title).toHaveText('Follow-ups');
  await ruth.signIn('Ruth Adler');
  await ruth.claim('Grief, loneliness', reference);
  await ruth.key('a');
  const sheet = page.getByRole('dialog', { name: 'Give to a colleague' });
  await sheet.getByRole('button', { name: 'Give it' }).click();
  await expect(sheet.getByText('Choose who takes it.')).toBeVisible();
  await sheet.getByRole('radio', { name: /^Ana Rios: On duty/ }).check();
  await look(page, 'give-sheet');
  await sheet.getByLabel(/^Why\?/).fill('She knows the county');
  await sheet.getByRole('button', { name: 'Give it' }).click();
  await expect(sheet).toHaveCount(0);
  await ruth.key('z');
  await expect(ruth.request.getByText(/^Yours/)).toBeVisible();
  const told = ana.page.getByText('Ruth Adler gave you a request:');
  await ruth.key('a');
  await sheet.getByRole('radio', { name: /^Ana Rios/ }).check();
  await sheet.getByLabel(/^Why\?/).fill('She knows the county');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Given to Ana Rios.', { exact: true })).toBeVisible();
  await expect(told).toHaveCount(1);
  await look(ana.page, 'given-bar');
  await ana.page.getByRole('link', { name: `Open ${reference}` }).click();
  await expect(ana.request.getByText('“She knows the county”')).toBeVisible();
  await look(ana.page, 'given-request');
  await expect(told).toHaveCount(0);
  await ana.page.context().close();
});

test('a shift ends with one press: kept, given and given back, each with its note; a supervisor sees who has how much', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const [first, second] = [await arrives(page, ['new-baby']), await arrives(page, ['work-law'])];
  const [jonah, ana] = [desk(page), await another(browser)];
  await jonah.signIn('Jonah Park');
  await jonah.claim('Around a birth', first);
  await jonah.open('/inquiries');
  await jonah.claim('Work, school or law', second);
  await jonah.key('g');
  await page.keyboard.press('e');
  await expect(jonah.title).toHaveText('End of shift');
  const box = (reference: string) => page.getByRole('listitem').filter({ hasText: reference });
  await box(first).getByLabel('Give to …').check();
  await box(first).getByLabel(/^Note for/).fill('Call after four.');
  await page.getByRole('button', { name: 'Hand over' }).click();
  await expect(box(first).getByText('Choose who takes it, or keep it.')).toBeVisible();
  await look(page, 'shift-end', { whole: 'phone' });
  await box(first).getByLabel(`Who takes ${first}`).selectOption({ label: await box(first).locator('option', { hasText: 'Ana Rios' }).innerText() });
  await box(second).getByLabel('Back to the queue').check();
  await page.getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByRole('main').getByText('Done: 2.', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing is open' })).toBeVisible();
  await look(page, 'shift-done');

  await ana.signIn('Ana Rios');
  await ana.page.getByRole('navigation', { name: 'Desk' }).first().getByRole('link', { name: 'Load' }).click();
  await expect(ana.title).toHaveText('Load');
  await look(ana.page, 'load', { whole: 'phone' });
  await ana.page.getByRole('link', { name: /^\d+ untouched, Ana Rios$/ }).click();
  await expect(ana.title).toHaveText('Ana Rios, untouched');
  await expect(ana.row('Around a birth')).toContainText(first);
  await expect(ana.row('Work, school or law')).toHaveCount(0);
  await ana.page.getByRole('checkbox', { name: `Choose ${first}` }).check();
  await ana.page.getByRole('button', { name: 'Give to …' }).click();
  await ana.page.getByRole('radio', { name: /^Ruth Adler/ }).check();
  await ana.page.getByLabel(/^Why\?/).fill('She has room');
  await look(ana.page, 'load-rows');
  await ana.page.getByRole('button', { name: 'Look first' }).click();
  await ana.page.getByRole('button', { name: 'Do it for 1' }).click();
  await expect(ana.page.getByText('Given: 1.', { exact: true })).toBeVisible();
  await ana.page.context().close();
});

test('a note to the team stands on top of the queue until its author takes it away', async ({ page }) => {
  test.setTimeout(180_000);
  const ruth = desk(page);
  await ruth.signIn('Ruth Adler');
  await page.getByRole('navigation', { name: 'Desk' }).first().getByRole('link', { name: 'Team' }).click();
  await expect(ruth.title).toHaveText('Team');
  await page.getByRole('button', { name: 'Tell the team' }).click();
  await expect(page.getByText('Write what the next shift should know')).toBeVisible();
  await page.getByLabel('A note for today and tomorrow').fill('The food bank is closed until Thursday.');
  await page.getByRole('button', { name: 'Tell the team' }).click();
  await page.getByRole('group', { name: 'Your own duty' }).getByRole('button', { name: 'On duty' }).click();
  await expect(page.getByRole('row', { name: /^Ruth Adler/ })).toContainText('On duty until');
  await look(page, 'team');
  await ruth.open('/inquiries');
  const note = page.getByText('The food bank is closed until Thursday.', { exact: false }).first();
  await expect(note).toBeVisible();
  await look(page, 'shift-note');
  await page.getByRole('button', { name: /^Take away/ }).click();
  await expect(page.getByRole('button', { name: /^Take away/ })).toHaveCount(0);
});
