import { expect, test, type Page } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';

/** Words and signs are one search; the address holds it; it is kept under a name. */
const server = ownDesk();

async function arrives(page: Page, topics: readonly string[], language: string): Promise<string> {
  const data = { asker: 'self', safety: 'yes', urgency: 'no_rush', topics, words: 'Since the spring.', place: { zip: '60601', fixed: true }, contact: { channel: 'text', phone: '203 555 0142' }, language, consent: { read: true, followUp: true, wording: 'desk-en-1' } };
  const answer = await page.request.post(`${server.url}/api/public/inquiries`, { data, headers: { 'idempotency-key': crypto.randomUUID() } });
  return ((await answer.json()) as { reference: string }).reference;
}

test('S17 signs and typed words stay equal, the address restores view, search and selection, and a search is kept under a name', async ({ page }) => {
  test.setTimeout(240_000);
  const wanted = await arrives(page, ['lonely', 'work-law'], 'es');
  await arrives(page, ['lonely', 'work-law'], 'en');
  const ana = new DeskApp(page, server.url);
  await ana.signIn('Ana Rios');
  const box = page.getByRole('combobox', { name: 'Number of a request, or words to search by' });
  const signs = page.getByRole('group', { name: 'Narrowed by' });
  const rows = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('checkbox') });
  await expect(rows.first()).toBeVisible();

  await ana.key('/');
  await expect(box).toBeFocused();
  await page.keyboard.type('need:work-law lang:spa');
  await expect(page.getByRole('option', { name: 'lang:es' })).toBeVisible();
  await look(page, 'search-suggests');
  await box.press('ArrowDown');
  await box.press('Enter');
  await expect(box).toHaveValue('need:work-law lang:es ');
  await box.press('Enter');
  await expect(page).toHaveURL(/q=need:work-law%20lang:es$/);
  await expect(rows.filter({ hasText: wanted })).toHaveCount(1);
  await expect(signs.getByRole('button', { name: /^Take away/ })).toHaveCount(2);

  await signs.getByRole('button', { name: 'Take away: Need: Work, school or law' }).click();
  await expect(box).toHaveValue('lang:es');
  await signs.getByRole('button', { name: 'Narrow' }).click();
  const more = page.getByRole('form', { name: 'Narrow the list' });
  await more.getByLabel('By').selectOption('Need');
  await more.getByLabel('To').selectOption('Work, school or law');
  await more.getByRole('button', { name: 'Add' }).click();
  await expect(box).toHaveValue('need:work-law lang:es');
  await signs.getByRole('button', { name: 'Done' }).click();

  await box.fill('need:work-law lang:es marisol:1');
  await box.press('Enter');
  await expect(page.getByRole('paragraph').filter({ hasText: '“marisol:1” is not understood.' })).toBeVisible();
  await expect(box).toHaveValue('need:work-law lang:es marisol:1');
  await expect(page).not.toHaveURL(/marisol/);
  await look(page, 'search-refused');
  await box.fill('view:new lang:spanish need:work-law');
  await box.press('Enter');
  await expect(page).toHaveURL(/view=new&q=need:work-law%20lang:es$/);

  await rows.filter({ hasText: wanted }).getByRole('link').click();
  await expect(ana.title).toHaveText('Loneliness, work, school or law');
  await page.reload();
  await expect(ana.title).toHaveText('Loneliness, work, school or law');
  await expect(box).toHaveValue('need:work-law lang:es');
  await expect(rows.filter({ hasText: wanted }).getByRole('link')).toHaveAttribute('aria-current', 'true');
  await expect(page).toHaveURL(/view=new&q=need:work-law%20lang:es$/);

  await rows.filter({ hasText: wanted }).getByRole('checkbox').check();
  const chosen = page.getByRole('region', { name: 'Chosen requests' });
  await chosen.getByRole('button', { name: 'Claim', exact: true }).click();
  await expect(chosen.getByText('All 1 can.')).toBeVisible();
  await chosen.getByRole('button', { name: 'Choose none' }).click();

  await signs.getByRole('button', { name: 'Keep as a view' }).click();
  await page.getByLabel('What it is called').fill('Work in Spanish');
  await page.getByLabel('For the whole team').check();
  await page.getByRole('form', { name: 'Keep as a view' }).getByRole('button', { name: 'Keep it' }).click();
  const rail = page.getByRole('navigation', { name: 'Desk' }).first();
  await expect(rail.getByRole('link', { name: /^Work in Spanish/ })).toHaveAttribute('aria-current', 'page');
  await rail.getByRole('link', { name: 'Saved views' }).click();
  await expect(ana.title).toHaveText('Saved views');
  await look(page, 'saved-views');
  await page.getByRole('button', { name: 'Take away Work in Spanish' }).click();
  await expect(rail.getByRole('link', { name: /^Work in Spanish/ })).toHaveCount(0);
  await ana.key('z');
  await rail.getByRole('link', { name: /^Work in Spanish/ }).click();
  await expect(ana.title).toHaveText('Work in Spanish');
  await expect(box).toHaveValue('need:work-law lang:es');
});
