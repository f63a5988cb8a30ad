import { expect, test, type Page } from '@playwright/test';
import { look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { AgencyPages } from '../pages/agency-pages.js';
import { DeskApp } from '../pages/desk-app.js';

const server = ownDesk();

/** Sends to the API as who is signed in on the page. */
const send = (page: Page, method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<unknown> =>
  page.evaluate(
    async ([how, where, what, more]) => {
      const { csrf } = (await (await fetch('/api/me')).json()) as { csrf: string };
      const answer = await fetch(where, { method: how, headers: { 'content-type': 'application/json', 'x-csrf-token': csrf, ...more }, ...(what && { body: JSON.stringify(what) }) });
      return answer.status === 204 ? 204 : ((await answer.json()) as unknown);
    },
    [method, path, body, headers] as const,
  );

/** The newest text of the demo's mailbox to the agency that matches; its first group. */
async function inMailbox(amos: DeskApp, to: string, pattern: RegExp): Promise<string> {
  let found = '';
  await expect(async () => {
    await amos.open('/mailbox');
    const letters = await amos.page.getByRole('listitem').filter({ hasText: `To ${to}` }).allInnerTexts();
    found = letters.map((text) => pattern.exec(text)?.[1]).find((one) => one !== undefined) ?? '';
    expect(found).not.toBe('');
  }).toPass({ timeout: 15_000 });
  return found;
}

/** The desk's button: told in its place, kept in the list, and pressed in vain a second time. */
async function askByButton(amos: DeskApp, name: string, email: string, lookAt?: (name: string) => Promise<void>): Promise<void> {
  const { page } = amos;
  await amos.open('/agencies');
  await page.getByLabel('Name').fill(name);
  const row = page.getByRole('row').filter({ hasText: email });
  const button = row.getByRole('button', { name: `Ask them to check their listings: ${name}` });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('cell', { name: `Asked just now. The mail goes to ${email}; the link works for 13 months.` })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: `${name}: Asked just now.` })).toBeAttached();
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await lookAt?.('agencies-asked');
  await amos.open('/agencies');
  await page.getByLabel('Name').fill(name);
  await expect(button).toHaveAccessibleDescription(/^Asked today at .+ Once a day is enough\.$/);
  await page.getByLabel('Name').fill('');
  const without = page.getByRole('row').filter({ hasText: 'No address yet' }).filter({ has: page.getByRole('button', { name: /^Ask them/ }) }).first();
  await expect(without.getByRole('button', { name: /^Ask them/ })).toHaveAccessibleDescription('Needs an e-mail address.');
  await expect(without.getByRole('button', { name: /^Ask them/ })).toHaveAttribute('aria-disabled', 'true');
}

interface Card { id: string; name: string; hours: string[]; phones: { number: string }[]; intake: string | null }

/* Everything without script; then again with it, where every page is looked at as well (axe needs script). */
for (const script of [false, true]) test(`an agency confirms one listing, changes another and says it is full; a steward takes the hours over and not the phone (script ${script ? 'on' : 'off'})`, async ({ page, browser }) => {
  test.setTimeout(480_000); // each of its pages is long, and looked at from all sides
  const keeper = `keeper-${script ? 'on' : 'off'}@example.org`;
  const lookAt = (at: Page, name: string): Promise<void> => (script ? look(at, name, { whole: true }) : Promise.resolve());
  const amos = new DeskApp(page, server.url);
  await amos.signIn('Amos Bell');
  const { items } = (await send(page, 'GET', '/api/agencies')) as { items: { id: string; name: string; services: number; version: number }[] };
  const agency = items.filter(({ services, name }) => services === 2 && !/crisis/i.test(name))[script ? 1 : 0];
  await send(page, 'PUT', `/api/agencies/${agency?.id}`, { email: keeper, answerDays: 2 }, { 'if-match': String(agency?.version) });
  await askByButton(amos, agency?.name ?? '', keeper, script ? (name) => look(page, name, { whole: 'phone' }) : undefined);
  const link = await inMailbox(amos, keeper, /(http\S+\/a\/\S+)/);
  const path = new URL(link).pathname;

  // The agency, without script.
  const theirs = await (await browser.newContext({ javaScriptEnabled: script, locale: 'en-US' })).newPage();
  const pages = new AgencyPages(theirs);
  await theirs.goto(link);
  await lookAt(theirs, 'listing-landing');
  await pages.enter(link);
  const names = await theirs.getByRole('region').evaluateAll((all) => all.map((one) => one.querySelector('h2')?.textContent ?? ''));
  // The switch asks with nothing chosen only where nothing is said: an answer to a referral may have said "full" before.
  const second = (await theirs.getByRole('region').filter({ hasText: /New people\s*Not known/ }).last().getByRole('heading', { level: 2 }).textContent()) ?? '';
  const first = names.find((name) => name !== second) ?? '';
  await lookAt(theirs, 'listing-list');
  await pages.listing(first).getByRole('button', { name: /^All still right/ }).click();
  await expect(pages.title).toHaveText('Thank you. That is all.');
  await theirs.getByRole('link', { name: 'Back to your listings' }).click();
  await expect(pages.listing(first).getByText(/^Last checked on/)).toContainText(String(new Date().getFullYear()));
  await expect(pages.listing(first)).toContainText('You said that all is still right.');

  await pages.listing(second).getByRole('link', { name: /^Say it now/ }).click();
  await pages.press('Save');
  await expect(theirs.getByRole('alert')).toContainText('Pick one of the three');
  await theirs.getByRole('radio', { name: 'No, we are full' }).check();
  await lookAt(theirs, 'listing-room');
  await pages.press('Save');
  await expect(pages.listing(second)).toContainText('You are full.');

  await pages.listing(second).getByRole('link', { name: /^Change Opening hours/ }).click();
  await lookAt(theirs, 'listing-change');
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']) await theirs.getByLabel(day, { exact: true }).fill(day === 'Saturday' ? '1 pm to 9 pm' : '');
  await theirs.getByLabel('Sunday', { exact: true }).fill('by appointment');
  await theirs.getByLabel('Other hours').fill('');
  await pages.press('Save');
  await expect(theirs.getByRole('alert')).toContainText('Sunday: type times like 9 am to 5 pm');
  await expect(theirs.getByLabel('Saturday', { exact: true })).toHaveValue('1 pm to 9 pm');
  await lookAt(theirs, 'listing-change-fault');
  await theirs.getByLabel('Sunday', { exact: true }).fill('');
  const closed = theirs.getByRole('group', { name: 'Closed days 1' });
  await closed.getByLabel('First day').fill('2026-12-24');
  await closed.getByLabel('Last day').fill('2026-12-01');
  await closed.getByLabel('Why').selectOption('repairs');
  await pages.press('Save');
  await expect(theirs.getByRole('alert')).toContainText('The last day is before the first one');
  await expect(closed.getByLabel('Why')).toHaveValue('repairs');
  await lookAt(theirs, 'listing-closed-fault');
  await closed.getByLabel('Last day').fill('2027-01-02');
  await pages.press('Save');
  await pages.listing(second).getByRole('link', { name: /^Change Phone/ }).click();
  await theirs.getByRole('group', { name: 'Phone 1' }).getByLabel('Number').fill('(203) 555-0199');
  await pages.press('Save');
  await pages.listing(second).getByRole('link', { name: /^Look it over and send/ }).click();
  await expect(pages.title).toHaveText('Is this right?');
  await expect(theirs.getByRole('region', { name: 'Opening hours' })).toContainText('Saturday, 1 pm to 9 pm');
  await expect(theirs.getByRole('region', { name: 'Opening hours' })).toContainText('Closed December 24, 2026 to January 2, 2027 (repairs)');
  await theirs.getByLabel('A note to us').fill('We moved to Saturdays.');
  await lookAt(theirs, 'listing-review');
  await pages.press('Send it');
  await expect(pages.title).toHaveText('Thank you, we have it');
  await lookAt(theirs, 'listing-sent');

  // The steward.
  const mei = new DeskApp(await (await browser.newContext({ timezoneId: 'America/New_York' })).newPage(), server.url);
  await mei.signIn('Mei Tan');
  const proposal = mei.page.getByRole('listitem', { name: second, exact: true }).filter({ has: mei.page.getByRole('table') });
  await expect(proposal).toContainText('We moved to Saturdays.');
  const hours = proposal.getByRole('row', { name: /^Opening hours/ });
  await expect(hours.getByRole('insertion').first()).toContainText('Saturday, 1 pm to 9 pm');
  await expect(hours.getByRole('insertion').last()).toContainText('Closed: repairs, December 24, 2026 to January 2, 2027');
  await proposal.getByRole('button', { name: /^Publish/ }).click();
  await expect(hours.getByText('Take it over, or say why not.')).toBeVisible();
  await expect(hours.getByRole('button', { name: 'Take over' })).toBeFocused();
  await hours.getByRole('button', { name: 'Take over' }).click();
  const phone = proposal.getByRole('row', { name: /^Phone/ });
  await phone.getByRole('button', { name: 'Not this' }).click();
  await proposal.getByRole('button', { name: /^Publish 1, write back 1/ }).click();
  await expect(phone.getByLabel('Why not')).toBeFocused();
  await lookAt(mei.page, 'steward-proposal');
  await phone.getByLabel('Why not').fill('Nobody picks up there.');
  await proposal.getByRole('button', { name: /^Publish 1, write back 1/ }).click();
  await expect(mei.page.getByText(`${second} is published in part. The agency is told why not all of it.`).first()).toBeVisible();
  await expect(proposal).toHaveCount(0);
  await lookAt(mei.page, 'steward-published');

  const [id] = /[0-9a-f-]{36}$/.exec(theirs.url()) ?? [];
  const card = (await send(mei.page, 'GET', `/api/directory/services/${id}`)) as Card;
  expect(card.hours).toEqual(['Saturday, 1 pm to 9 pm', 'Closed: repairs, December 24, 2026 to January 2, 2027']);
  expect(card.phones.map(({ number }) => number)).not.toContain('(203) 555-0199');
  expect(await inMailbox(amos, keeper, /(Phone: not taken over\. .*)/)).toBe('Phone: not taken over. Nobody picks up there.');

  // In Spanish, with the same link: what was decided stands there.
  const espanol = new AgencyPages(await (await browser.newContext({ javaScriptEnabled: script, locale: 'es-MX' })).newPage());
  await espanol.enter(`${server.url}/es${path}`, { go: 'Continuar', list: '¿Siguen bien estos 2 servicios?' });
  await expect(espanol.listing(second)).toContainText('Nobody picks up there.');
  await expect(espanol.listing(second)).toContainText('sábado, de 1 p.m. a 9 p.m.');
  await lookAt(espanol.page, 'listing-es');
  await espanol.listing(second).getByRole('link', { name: /^Cambiar Horas de atención/ }).click();
  await espanol.page.getByLabel('lunes', { exact: true }).fill('de 9 a.m. a 1 p.m.');
  await espanol.press('English');
  await expect(espanol.title).toHaveText('Opening hours');
  await expect(espanol.page.getByLabel('Monday', { exact: true })).toHaveValue('de 9 a.m. a 1 p.m.');

  // One press takes the publishing back.
  await mei.page.getByRole('button', { name: `Take back the change of ${second}` }).click();
  await expect(mei.page.getByText(`${second} is as it was before.`).first()).toBeVisible();
  expect(((await send(mei.page, 'GET', `/api/directory/services/${id}`)) as Card).hours).not.toEqual(['Saturday, 1 pm to 9 pm']);
});

test('a forged address, a listing link that ended', async ({ page }) => {
  for (const path of [`/en/a/${'x'.repeat(43)}`, `/en/a/${'x'.repeat(43)}/listing`]) expect((await page.goto(`${server.url}${path}`))?.status()).toBe(404);
});
