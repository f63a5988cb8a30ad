import { expect, test, type Browser, type Page } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

/** A desk of its own: what is closed here is drawn here, and numbers are counted. */
const server = ownDesk();

interface Need { id: string; version: number }
const desk = (page: Page): DeskApp => new DeskApp(page, server.url);

/** A request that Ruth took and closed; its number. */
async function closedByRuth(page: Page): Promise<string> {
  const data = { asker: 'self', safety: 'yes', urgency: 'this_week', topics: ['new-baby'], words: 'Since the spring.', place: { zip: '06850', fixed: true }, contact: { channel: 'text', phone: '203 555 0142' }, language: 'en', consent: { read: true, followUp: true, wording: 'desk-en-1' } };
  const { reference } = (await (await page.request.post(`${server.url}/api/public/inquiries`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })).json()) as { reference: string };
  const { csrf } = (await (await page.request.get(`${server.url}/api/me`)).json()) as { csrf: string };
  const write = async (path: string, body: object, version?: number) => {
    const answer = await page.request.post(`${server.url}/api${path}`, { data: body, headers: { 'x-csrf-token': csrf, ...(version !== undefined && { 'if-match': `"v${version}"` }) } });
    expect([path, answer.ok()]).toEqual([path, true]);
    return answer;
  };
  const { id } = (await (await write('/queue/find', { reference })).json()) as { id: string };
  const { needs } = (await (await write(`/inquiries/${id}/claim`, {})).json()) as { needs: Need[] };
  for (const need of needs) await write(`/needs/${need.id}/end`, { outcome: 'met', reason: 'served' }, need.version);
  const { version } = (await (await page.request.get(`${server.url}/api/inquiries/${id}`)).json()) as { version: number };
  await write(`/inquiries/${id}/close`, {}, version);
  return reference;
}

const another = async (browser: Browser): Promise<DeskApp> => desk(await (await browser.newContext()).newPage());
const rail = (app: DeskApp) => app.page.getByRole('navigation', { name: 'Desk' }).first();

test('a closed request is drawn by a seed and scored; its specialist is told, reads the note and answers in a line', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const [ruth, ana] = [desk(page), await another(browser)];
  await ruth.signIn('Ruth Adler');
  const reference = await closedByRuth(page);

  await ana.signIn('Ana Rios');
  await rail(ana).getByRole('link', { name: 'Reviews' }).click();
  await expect(ana.title).toHaveText('Reviews');
  await ana.page.getByLabel('How many').selectOption('10');
  await ana.page.getByRole('button', { name: 'Draw' }).click();
  await expect(ana.page.getByText(/by the seed [0-9a-f]{16}/)).toBeVisible();
  await look(ana.page, 'reviews-drawn', { whole: 'phone' });
  await ana.page.getByRole('link', { name: new RegExp(`, ${reference}$`) }).click();
  await expect(ana.title).toContainText(reference);
  await ana.page.getByRole('button', { name: 'Keep it' }).click();
  await expect(ana.page.getByText('Choose one, or “Does not apply”.')).toHaveCount(5);
  await look(ana.page, 'review-form', { whole: true });
  for (const [at, name] of ['Yes', 'Does not apply', 'In part', 'Yes', 'No'].entries()) await ana.page.getByRole('group', { name: new RegExp(`^${at + 1}\\.`) }).getByLabel(name, { exact: true }).check();
  await ana.page.getByLabel(/^One note to Ruth Adler/).fill('You said back what they wanted. Next time agree when we ask again.');
  await ana.page.getByRole('button', { name: 'Keep it' }).click();
  await expect(ana.page.getByRole('button', { name: 'I know this person: give it back' })).toHaveCount(0); // scored

  await rail(ruth).getByRole('link', { name: 'Team' }).click();
  await page.getByRole('link', { name: 'Read what was noted' }).click();
  await expect(ruth.title).toHaveText('Reviews');
  await look(page, 'reviews-own', { whole: 'phone' });
  await page.getByRole('link', { name: new RegExp(`, ${reference}$`) }).click();
  await expect(page.getByText('You said back what they wanted.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Read what was noted' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Answer' }).click();
  await expect(page.getByText('Write a line first.')).toBeVisible();
  await look(page, 'review-note', { whole: 'phone' });
  await page.getByLabel('Answer in one line').fill('I will.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Answer by Ruth Adler' })).toBeVisible();
  await expect(page.getByLabel('Answer in one line')).toHaveCount(0);
  await ana.page.context().close();
});

test('S25 a number of the promises kept opens its requests', async ({ page }) => {
  test.setTimeout(180_000);
  const ana = desk(page);
  await ana.signIn('Ana Rios');
  await rail(ana).getByRole('link', { name: 'Load' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Promises kept' }).click();
  await expect(ana.title).toHaveText('Promises kept');
  await look(page, 'promises-kept', { whole: 'phone' });
  const number = page.getByRole('table', { name: 'By urgency, all twelve weeks' }).getByRole('row', { name: /^Every urgency/ }).getByRole('link', { name: /First contact still open/ });
  const count = Number(await number.innerText());
  expect(count).toBeGreaterThan(0);
  await number.click();
  await expect(ana.title).toHaveText('First contact still open');
  await expect(page.getByRole('region', { name: 'First contact still open' }).getByRole('listitem').filter({ hasText: /R-/ }).first()).toHaveAttribute('aria-setsize', String(count));
  await look(page, 'promises-rows');
});
