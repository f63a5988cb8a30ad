import { expect, test, type Page } from '@playwright/test';
import { accessible, look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

/** A desk of its own: nothing else is urgent here. */
const server = ownDesk();

/** A new request that nobody has; its number. */
async function arrives(page: Page): Promise<string> {
  const data = { asker: 'self', safety: 'yes', urgency: 'today', topics: ['grief'], words: 'I took all my pills and I want to die tonight.', place: { zip: '06850', fixed: true }, contact: { channel: 'phone', phone: '203 555 0142' }, language: 'en', consent: { read: true, followUp: true, wording: 'desk-en-1' } };
  const answer = await page.request.post(`${server.url}/api/public/inquiries`, { data, headers: { 'idempotency-key': crypto.randomUUID() } });
  return ((await answer.json()) as { reference: string }).reference;
}

test('a crisis is written down from the urgent words to its end; a supervisor hears of it and comes; until then the request stays', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const reference = await arrives(page);
  const [ruth, ana] = [new DeskApp(page, server.url), new DeskApp(await (await browser.newContext()).newPage(), server.url)];
  await ana.signIn('Ana Rios');
  await ana.open('/load');
  await expect(ana.title).toHaveText('Load');
  await ruth.signIn('Ruth Adler');
  await ruth.claim('Grief', reference);
  await ruth.key('f');
  await page.getByRole('button', { name: 'In danger now: start the crisis steps' }).press('Enter');
  await ruth.request.getByRole('button', { name: 'Open a crisis record' }).press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Open a crisis record' });
  await sheet.getByRole('button', { name: 'Open it' }).click();
  await expect(sheet.getByText('Choose what kind of danger it is.')).toBeVisible();
  await accessible(page);
  await sheet.getByRole('radio', { name: 'They may kill themselves' }).check();
  await page.keyboard.press('Enter');
  const record = ruth.request.getByRole('region', { name: 'Crisis record' });
  await expect(record.getByRole('heading', { name: 'Crisis record' })).toBeFocused();

  await ruth.request.getByRole('button', { name: 'Give back' }).first().click();
  await ruth.request.getByLabel('Why do you give it back?').fill('End of my shift');
  await page.keyboard.press('Enter');
  await expect(ruth.request.getByText(/^A crisis record is open\. End it first/)).toBeVisible();

  const going = ana.page.getByRole('region', { name: 'Open crisis records' });
  await expect(going).toContainText(`${reference}, with Ruth Adler`);
  await expect(going).toContainText('No supervisor is called in yet.');
  await record.getByRole('button', { name: 'Call a supervisor in' }).press('Enter');
  await expect(ana.page.getByText('Ruth Adler calls a supervisor in.', { exact: true })).toBeVisible();
  await look(ana.page, 'crisis-called');
  await ana.page.getByRole('main').getByRole('link', { name: `Open ${reference}` }).click();
  await ana.request.getByRole('button', { name: 'I am with you' }).press('Enter');
  await expect(record).toContainText('Ana Rios is with it');
  await expect(ana.page.getByText('Ruth Adler calls a supervisor in.', { exact: true })).toHaveCount(0);
  await ana.page.context().close();

  await record.getByLabel(/^Words: where they are/).fill('They are at home, a friend is on the way.');
  await expect(record.getByText(/Saved \d/)).toBeVisible();
  await record.getByRole('button', { name: 'Write it down Their own means and safety plan' }).press('Enter');
  await record.getByRole('radio', { name: 'It was not enough' }).check();
  await page.keyboard.press('Enter');
  await expect(record.getByLabel(/^Words: where they are/)).toHaveValue('');
  await record.getByRole('button', { name: 'Write it down Emergency services, last' }).press('Enter');
  await record.getByRole('radio', { name: 'They are on their way' }).check();
  await record.getByRole('radio', { name: 'No', exact: true }).check();
  await record.getByRole('form', { name: /^What came of it/ }).getByRole('button', { name: 'Write it down' }).click();
  await expect(record.getByText('Say why.')).toBeVisible();
  await look(page, 'crisis-step', { whole: 'phone' });
  await record.getByRole('radio', { name: 'An attempt is under way' }).check();
  await page.keyboard.press('Enter');
  await expect(record).toContainText('They are on their way, without their consent, an attempt is under way');

  await record.getByRole('button', { name: 'End the record' }).press('Enter');
  await record.getByRole('radio', { name: 'Others have taken over' }).check();
  await record.getByRole('radio', { name: 'We do not know' }).check();
  await page.keyboard.press('Enter');
  await expect(record.getByText(/Make sure that they got there/).first()).toBeVisible();
  await accessible(page);
  await record.getByRole('radio', { name: 'Yes, they got there' }).check();
  await page.keyboard.press('Enter');
  await expect(record).toHaveCount(0);
  const happened = ruth.request.getByRole('region', { name: 'What happened' });
  await expect(happened).toContainText('You ended the crisis record. Others have taken over. Rescue got there');
  await expect(happened).toContainText('They are at home, a friend is on the way.');
});
