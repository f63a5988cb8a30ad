import { expect, test, type Page } from '@playwright/test';
import { accessible, look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

const server = ownDesk();

async function arrives(page: Page): Promise<string> {
  const data = { asker: 'self', safety: 'yes', urgency: 'this_week', topics: ['work-law'], words: 'Since the spring.', place: { zip: '06850', fixed: true }, contact: { channel: 'phone', phone: '203 555 0142' }, language: 'en', consent: { read: true, followUp: true, wording: 'desk-en-1' } };
  const answer = await page.request.post(`${server.url}/api/public/inquiries`, { data, headers: { 'idempotency-key': crypto.randomUUID() } });
  return ((await answer.json()) as { reference: string }).reference;
}

test('a call together with the person and speaking up for them are written down by keyboard, and told with whom, result and minutes', async ({ page }) => {
  test.setTimeout(300_000);
  const reference = await arrives(page);
  const ruth = new DeskApp(page, server.url);
  await ruth.signIn('Ruth Adler');
  await ruth.claim('Work, school or law', reference);
  const happened = ruth.request.getByRole('region', { name: 'What happened' });

  await ruth.key('h');
  const call = page.getByRole('dialog', { name: 'A call together with the person' });
  await call.getByRole('radio', { name: 'They spoke together, and it goes on there' }).check();
  await page.keyboard.press('Enter');
  await expect(call.getByText('Say whom: a service that was offered here, or somebody else in words')).toBeVisible();
  await look(page, 'on-behalf-call');
  await call.getByLabel('Who is it?').fill('The county legal clinic');
  await call.getByLabel('Minutes (optional)').fill('12');
  await page.keyboard.press('Enter');
  await expect(call).toHaveCount(0);
  await expect(happened).toContainText('You called The county legal clinic together with the person. They spoke together, and it goes on there, 12 min');

  await ruth.key('b');
  const spoke = page.getByRole('dialog', { name: 'Speaking up for the person' });
  await spoke.getByLabel('Who is it?').fill('Their landlord');
  await spoke.getByLabel('What for?').selectOption('for an exception to a rule or a fee');
  await spoke.getByRole('radio', { name: 'Not decided yet', exact: true }).check();
  await accessible(page);
  await page.keyboard.press('Enter');
  await expect(spoke).toHaveCount(0);
  await expect(happened).toContainText('You asked Their landlord for an exception to a rule or a fee, for the person. Not decided yet');
  await happened.getByRole('button', { name: /^What did they decide/ }).press('Enter');
  const decided = happened.getByRole('form', { name: /^What was decided: Their landlord/ });
  await expect(decided.getByRole('radio', { name: 'Granted', exact: true })).toBeFocused();
  await look(page, 'on-behalf-decide');
  await decided.getByRole('radio', { name: 'Granted in part' }).check();
  await page.keyboard.press('Enter');
  await expect(decided).toHaveCount(0);
  await expect(happened).toContainText('You wrote down what Their landlord decided. Granted in part');
  await expect(happened).toContainText('You asked Their landlord for an exception to a rule or a fee, for the person. Not decided yet');
  await happened.getByRole('button', { name: 'Spoke up for them B' }).focus();
  await look(page, 'on-behalf-told');
});
