import { readFileSync } from 'node:fs';
import { expect, test, type APIRequestContext, type Browser, type Page } from '@playwright/test';
import { accessible, fitsWidth, look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { AgencyPages } from '../pages/agency-pages.js';
import { DeskApp } from '../pages/desk-app.js';
import { DemoMailbox } from '../pages/mailbox.js';
import { SpecialistApi } from '../pages/specialist-api.js';

const server = ownDesk();

interface Agency {
  id: string;
  name: string;
  services: number;
  version: number;
  email: string | null;
}

/** The administrator's side, through the desk's own API: addresses, questions, the demo's mailbox. */
class Amos {
  private csrf = '';
  readonly box: DemoMailbox;
  constructor(readonly request: APIRequestContext) {
    this.box = new DemoMailbox(request, server.url);
  }

  async signIn(): Promise<void> {
    const answer = await this.request.post(`${server.url}/api/auth/login`, { data: { email: 'amos@example.org', password: 'demo lantern harbor' } });
    this.csrf = ((await answer.json()) as { csrf: string }).csrf;
  }

  async agencies(): Promise<Agency[]> {
    const all: Agency[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: { items: Agency[]; next: string | null } = await (await this.request.get(`${server.url}/api/agencies?${after ? `after=${encodeURIComponent(after)}` : ''}`)).json();
      all.push(...page.items);
      after = page.next;
    }
    return all;
  }

  /** Asks an agency that nobody used yet, of so many listings; the path in its mail. */
  async ask(services: number, email: string): Promise<{ agency: Agency; path: string }> {
    const agency = (await this.agencies()).find((one) => one.services === services && !used.has(one.id) && !/crisis/i.test(one.name));
    if (!agency) throw new Error(`No agency of ${services} listings`);
    used.add(agency.id);
    const headers = { 'x-csrf-token': this.csrf };
    expect((await this.request.put(`${server.url}/api/agencies/${agency.id}`, { data: { email, answerDays: 2 }, headers: { ...headers, 'if-match': String(agency.version) } })).ok()).toBe(true);
    const known = (await this.box.all()).length;
    expect((await this.request.post(`${server.url}/api/agencies/${agency.id}/ask-listing`, { headers })).ok()).toBe(true);
    const { text } = await this.box.next(/still right\? About 2 minutes$/, known);
    return { agency, path: /\/a\/[\w-]{43}/.exec(text)?.[0] ?? '' };
  }
}
const used = new Set<string>();

/** An agency's browser; `script` off unless pages are looked at. */
async function theirs(browser: Browser, script = false, locale = 'en-US'): Promise<AgencyPages> {
  return new AgencyPages(await (await browser.newContext({ javaScriptEnabled: script, locale })).newPage());
}
const amosOf = async (request: APIRequestContext): Promise<Amos> => {
  const amos = new Amos(request);
  await amos.signIn();
  return amos;
};
const lookAt = async (page: Page, name: string): Promise<void> => {
  await look(page, `partners-${name}`, { whole: true });
};

test('A01 the mailed link by GET and HEAD, ten times over, does nothing: who looks after it finds everything as it was', async ({ playwright, browser }) => {
  const request = await playwright.request.newContext();
  const amos = await amosOf(request);
  const { path } = await amos.ask(2, 'scanned@example.org');
  const known = (await amos.box.all()).length;
  const scanner = await playwright.request.newContext();
  for (let time = 0; time < 10; time++) {
    for (const page of ['', '/listing', '/done', '/mails', '/sheet', '/not-me']) {
      expect((await scanner.get(`${server.url}/en${path}${page}`)).status()).toBe(200);
      expect((await scanner.head(`${server.url}/en${path}${page}`)).status()).toBe(200);
    }
  }
  expect((await amos.box.all()).length).toBe(known);
  const agency = await theirs(browser);
  await agency.page.goto(`${server.url}${path}`);
  await agency.press('Continue');
  await expect(agency.title).toHaveText('Are these 2 listings still right?');
  await expect(agency.page.getByText('You said that all is still right.')).toHaveCount(0);
});

for (const script of [false, true]) test(`A03 three listings are right in four presses or fewer from the mail; the day and the next one are shown (script ${script ? 'on' : 'off'})`, async ({ playwright, browser }) => {
  test.setTimeout(240_000);
  const amos = await amosOf(await playwright.request.newContext());
  const { path } = await amos.ask(3, `three-${script ? 'on' : 'off'}@example.org`);
  const agency = await theirs(browser, script);
  let presses = 0;
  const press = async (name: string): Promise<void> => {
    presses++;
    await agency.page.getByRole('button', { name, exact: true }).click();
  };
  presses++; // the mail's link
  await agency.page.goto(`${server.url}${path}`);
  await expect(agency.page.getByText('We mail a code')).toHaveCount(0);
  if (script) await lookAt(agency.page, 'landing');
  await press('Continue');
  await expect(agency.title).toHaveText('Are these 3 listings still right?');
  expect(presses).toBe(2);
  if (script) await lookAt(agency.page, 'list');
  await press('All still right');
  await expect(agency.title).toHaveText('Thank you. That is all.');
  expect(presses).toBeLessThanOrEqual(4);
  console.log(`three listings right in ${presses} presses, the mail's link counted`);
  await expect(agency.page.getByText(/^Last checked on .* 20\d\d\.$/)).toHaveCount(3);
  await expect(agency.page.getByText(/^We ask you again by \w+ \d+, 20\d\d\.$/)).toBeVisible();
  if (script) await lookAt(agency.page, 'done');
  const [file] = await Promise.all([agency.page.waitForEvent('download'), agency.page.getByRole('link', { name: 'Add it to my calendar' }).click()]);
  expect(file.suggestedFilename()).toBe('next-check.ics');
});

test('A04 A05 one field changed and the tab closed: kept as a draft that staff do not see; after Send they see what differs, and why not reaches the agency', async ({ playwright, browser }) => {
  test.setTimeout(300_000);
  const amos = await amosOf(await playwright.request.newContext());
  const { path } = await amos.ask(1, 'drafts@example.org');
  const first = await theirs(browser, true);
  await first.page.goto(`${server.url}${path}`);
  await first.press('Continue');
  await expect(first.title).toHaveText('Is this listing still right?');
  const name = (await first.page.getByRole('heading', { level: 2 }).first().textContent()) ?? '';
  await first.page.getByRole('link', { name: `Change Cost, ${name}` }).click();
  await lookAt(first.page, 'field');
  await first.page.getByLabel('In your words').fill('Free for everybody');
  await first.press('Save');
  await expect(first.page.getByText('Changed. Not sent yet.')).toBeVisible();
  await first.page.close();

  const mei = new DeskApp(await (await browser.newContext({ timezoneId: 'America/New_York' })).newPage(), server.url);
  await mei.signIn('Mei Tan');
  await expect(mei.page.getByRole('heading', { name: 'Changes agencies sent' })).toBeVisible();
  await expect(mei.page.getByRole('listitem', { name, exact: true }).filter({ has: mei.page.getByRole('table') })).toHaveCount(0);

  const second = await theirs(browser, true);
  await second.page.goto(`${server.url}${path}`);
  await second.press('Continue');
  await expect(second.page.getByText('Free for everybody')).toBeVisible();
  await second.page.getByRole('button', { name: `Right Opening hours, ${name}` }).click();
  await second.page.getByRole('button', { name: `Ask me later Languages, ${name}` }).click();
  await second.page.getByRole('link', { name: `Change Website, ${name}` }).click();
  await second.page.getByLabel('Address of the page').fill('call us');
  await second.press('Save');
  await expect(second.page.getByRole('alert')).toContainText('Type an address such as www.example.org');
  await lookAt(second.page, 'field-fault');
  await second.page.getByLabel('Address of the page').fill('www.new.example.org');
  await second.press('Save');
  await expect(second.page.getByText('3 of 8 done')).toBeVisible();
  await expect(second.page.getByText('We ask you later.')).toBeVisible();
  await lookAt(second.page, 'parts');
  await second.page.getByRole('link', { name: `Look it over and send for ${name}` }).click();
  await expect(second.page.getByText('You found right: Opening hours.')).toBeVisible();
  await expect(second.page.getByRole('region', { name: 'Cost' })).toContainText('Free for everybody');
  await lookAt(second.page, 'review');
  await second.press('Send it');
  await expect(second.title).toHaveText('Thank you, we have it');

  await mei.page.reload();
  const proposal = mei.page.getByRole('listitem', { name, exact: true }).filter({ has: mei.page.getByRole('table') });
  await expect(proposal.getByRole('row')).toHaveCount(3); // the head, cost and website: nothing that did not change
  const known = (await amos.box.all()).length;
  await proposal.getByRole('row', { name: /^Cost/ }).getByRole('button', { name: 'Not this' }).click();
  await proposal.getByRole('row', { name: /^Cost/ }).getByLabel('Why not').fill('Your page says 20 dollars.');
  await proposal.getByRole('row', { name: /^Website/ }).getByRole('button', { name: 'Take over' }).click();
  await proposal.getByRole('button', { name: /^Publish 1, write back 1/ }).click();
  await expect(mei.page.getByText(`${name} is published in part.`).first()).toBeVisible();
  expect((await amos.box.next(/^Your changes were looked at/, known)).text).toContain('Cost: not taken over. Your page says 20 dollars.');
  await second.page.goto(`${server.url}/en${path}/listing`);
  await expect(second.page.getByText('Your page says 20 dollars.')).toBeVisible();
});

test('A06 the switch at its own address: full is shown in the search within five seconds; the receipt undoes it by one press', async ({ playwright, browser }) => {
  test.setTimeout(240_000);
  const amos = await amosOf(await playwright.request.newContext());
  const { path } = await amos.ask(2, 'switch@example.org');
  const agency = await theirs(browser, true);
  await agency.page.goto(`${server.url}${path}`);
  await agency.press('Continue');
  await agency.page.getByRole('link', { name: /^Say it now New people/ }).first().click();
  const serviceId = /room-([0-9a-f-]{36})$/.exec(agency.page.url())?.[1] ?? '';
  await agency.page.getByRole('link', { name: 'the page with this one question' }).click();
  const bookmark = agency.page.url();
  expect(bookmark).not.toContain(path);
  await agency.page.close();

  const alone = await theirs(browser, true);
  for (let time = 0; time < 10; time++) await alone.page.request.get(bookmark);
  await alone.page.goto(bookmark);
  await expect(alone.title).toHaveText('Do you take new people?');
  await alone.page.getByRole('radio', { name: 'Yes, but there is a waitlist' }).check();
  await alone.page.getByLabel('About how many weeks?').fill('3');
  await lookAt(alone.page, 'room');
  const steward = await playwright.request.newContext();
  await steward.post(`${server.url}/api/auth/login`, { data: { email: 'mei@example.org', password: 'demo lantern harbor' } });
  const shown = async (): Promise<unknown> => {
    const { intake, waitTime } = (await (await steward.get(`${server.url}/api/directory/services/${serviceId}`)).json()) as { intake: string | null; waitTime: string | null };
    return [intake, waitTime];
  };
  const known = (await amos.box.all()).length;
  const began = Date.now();
  await alone.press('Save');
  await expect.poll(async () => String(await shown()), { intervals: [100] }).toMatch(/^waitlist/);
  const took = Date.now() - began;
  console.log(`said on the switch, in the search after ${took} ms`);
  expect(took).toBeLessThan(5000);
  await expect(alone.page.getByText('There is a waitlist of about 3 weeks.')).toBeVisible();

  const { text } = await amos.box.next(/^A change of your listing is shown now/, known);
  const receipt = /\/a\/[\w-]{43}/.exec(text)?.[0] ?? '';
  const reader = await theirs(browser, true);
  for (let time = 0; time < 10; time++) await reader.page.request.get(`${server.url}/en${receipt}`);
  await reader.page.goto(`${server.url}${receipt}`);
  await expect(reader.title).toHaveText('Was this you?');
  await lookAt(reader.page, 'receipt');
  await reader.press('This was not us');
  await expect(reader.title).toHaveText('It is undone');
  await alone.page.reload();
  await expect(alone.title).toHaveText('This link has ended');
  await lookAt(alone.page, 'replaced');
});

test('A02 a wrong code five times locks that link alone; a new code works', async ({ playwright, browser }) => {
  test.setTimeout(240_000);
  const amos = await amosOf(await playwright.request.newContext());
  const ruth = new SpecialistApi(await playwright.request.newContext(), server.url);
  await ruth.signIn('ruth@example.org');
  const asked = async (): Promise<string> => {
    const chosen = await ruth.chosen();
    const known = (await amos.box.all()).length;
    await ruth.refer(chosen);
    return /\/a\/[\w-]{43}/.exec((await amos.box.next(/^Someone asked/, known)).text)?.[0] ?? '';
  };
  const [locked, other] = [await asked(), await asked()];
  const codeAfter = async (page: AgencyPages, again: boolean): Promise<string> => {
    const known = (await amos.box.all()).length;
    if (again) await page.page.getByText('Nothing came?').click();
    await page.press(again ? 'Send a new code' : 'Continue');
    return /^(\d{6})$/m.exec((await amos.box.next(/^Your code/, known)).text)?.[1] ?? '';
  };
  const agency = await theirs(browser);
  await agency.page.goto(`${server.url}${locked}`);
  const code = await codeAfter(agency, false);
  for (let time = 0; time < 5; time++) {
    await agency.page.getByLabel('Code').fill(code === '000000' ? '111111' : '000000');
    await agency.press('Continue');
    await expect(agency.page.getByRole('alert')).toContainText('Check the six digits');
  }
  await agency.page.getByLabel('Code').fill(code);
  await agency.press('Continue');
  await expect(agency.page.getByRole('alert')).toContainText('Check the six digits');

  const second = await theirs(browser);
  await second.page.goto(`${server.url}${other}`);
  await second.page.getByLabel('Code').or(second.title).first().waitFor();
  const theirCode = await codeAfter(second, false);
  await second.page.getByLabel('Code').fill(theirCode);
  await second.press('Continue');
  await expect(second.title).toHaveText('Can you help?');

  const next = await codeAfter(agency, true);
  await agency.page.getByLabel('Code').fill(next);
  await agency.press('Continue');
  await expect(agency.title).toHaveText('Can you help?');
});

test('A08 "we have no room" opens the next step within two seconds, and asks once whether that is so for all', async ({ playwright, browser }) => {
  test.setTimeout(240_000);
  const amos = await amosOf(await playwright.request.newContext());
  const context = await browser.newContext({ timezoneId: 'America/New_York' });
  const ruth = new SpecialistApi(context.request, server.url);
  await ruth.signIn('ruth@example.org');
  const chosen = await ruth.chosen();
  const { inquiryId, optionId } = chosen;
  const known = (await amos.box.all()).length;
  await ruth.refer(chosen);
  const path = /\/a\/[\w-]{43}/.exec((await amos.box.next(/^Someone asked/, known)).text)?.[0] ?? '';
  const agency = await theirs(browser, true);
  await agency.page.goto(`${server.url}${path}`);
  const before = (await amos.box.all()).length;
  await agency.press('Continue');
  await agency.page.getByLabel('Code').fill(/^(\d{6})$/m.exec((await amos.box.next(/^Your code/, before)).text)?.[1] ?? '');
  await agency.press('Continue');
  await agency.page.getByRole('link', { name: 'We cannot' }).click();
  await agency.page.getByText('We have no room').click();
  const began = Date.now();
  await agency.press('Send our answer');
  const state = async (): Promise<string | undefined> => ((await (await context.request.get(`${server.url}/api/inquiries/${inquiryId}/referrals`)).json()) as { optionId: string; state: string }[]).find((one) => one.optionId === optionId)?.state;
  await expect.poll(state, { intervals: [50] }).toBe('declined');
  const took = Date.now() - began;
  console.log(`declined, and the need is open again, after ${took} ms`);
  expect(took).toBeLessThan(2000);
  const ask = agency.page.getByRole('region', { name: 'Is that so for all?' });
  await lookAt(agency.page, 'no-room');
  await ask.getByRole('link', { name: 'Say if you take new people' }).click();
  await agency.page.getByRole('radio', { name: 'No, we are full' }).check();
  await agency.press('Save');
  await expect(agency.title).toHaveText('Thank you. You said you cannot.');
  await expect(ask).toHaveCount(0);
});

test('A09 a sheet without script: read first, faults by row and column, the fine ones sent, taken over by a steward at one press and back', async ({ playwright, browser }) => {
  test.setTimeout(240_000);
  const amos = await amosOf(await playwright.request.newContext());
  const { path, agency } = await amos.ask(3, 'sheet@example.org');
  const pages = await theirs(browser);
  await pages.page.goto(`${server.url}${path}`);
  await pages.press('Continue');
  await pages.page.getByRole('link', { name: 'Change many at once with a sheet' }).click();
  const [template] = await Promise.all([pages.page.waitForEvent('download'), pages.page.getByRole('link', { name: 'Take the sheet (CSV)' }).click()]);
  expect(template.suggestedFilename()).toBe('listings.csv');
  await pages.press('Read it');
  await expect(pages.page.getByRole('alert')).toContainText('Pick your sheet first');
  const written = readFileSync(await template.path(), 'utf8');
  expect(written).toContain('"What you can write (this row is not read)"');
  const ids = [...written.matchAll(/^"([0-9a-f-]{36})"/gm)].map(([, id = '']) => id).slice(0, 3); // two services may share a name
  await pages.page.goto(`${server.url}/en${path}/sheet`);
  const text = `\uFEFFId;Phone;Cost;What people can pay with\r\n${ids.map((id, at) => `${id};${at === 1 ? '12' : ''};=cmd${at};"${at === 1 ? 'Medicad' : 'TRICARE; VA benefits'}"`).join('\r\n')}`;
  await pages.page.getByLabel('Your sheet').setInputFiles({ name: 'ours.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await pages.press('Read it');
  await expect(pages.title).toHaveText('This is what we read');
  await expect(pages.page.getByText('Row 3, Phone:')).toBeVisible();
  await expect(pages.page.getByRole('listitem').filter({ hasText: 'Row 3, What people can pay with:' })).toContainText('We do not know “Medicad”. Do you mean “Medicaid”?');
  await pages.press('Send the 2 that are fine');
  await expect(pages.title).toHaveText('Thank you, we have your sheet');
  await pages.press('Take them back');
  await expect(pages.title).toHaveText('You took it back');

  const seen = await theirs(browser, true);
  await seen.page.goto(`${server.url}${path}`);
  await seen.press('Continue');
  await seen.page.getByRole('link', { name: 'Change many at once with a sheet' }).click();
  await lookAt(seen.page, 'sheet');
  await seen.page.getByLabel('Your sheet').setInputFiles({ name: 'ours.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await seen.press('Read it');
  await lookAt(seen.page, 'sheet-read');
  await seen.press('Send the 2 that are fine');

  const mei = new DeskApp(await (await browser.newContext({ timezoneId: 'America/New_York' })).newPage(), server.url);
  await mei.signIn('Mei Tan');
  await expect(mei.page.getByRole('button', { name: `Take over all 2 of ${agency.name}` })).toBeVisible();
  await expect(mei.page.getByRole('row', { name: /^Ways to pay.*new: TRICARE/ }).first()).toBeVisible();
  await look(mei.page, 'partners-steward-sheet', { whole: 'phone' });
  await mei.page.getByRole('button', { name: `Take over all 2 of ${agency.name}` }).click();
  await expect(mei.page.getByText(`2 listings of ${agency.name} published.`).first()).toBeVisible();
  await mei.page.getByRole('button', { name: `Take back 2 of ${agency.name}` }).click();
  await expect(mei.page.getByText(`2 listings of ${agency.name} as they were before.`).first()).toBeVisible();
});

test('A10 unsubscribing keeps the yearly question', async ({ playwright, browser }) => {
  const amos = await amosOf(await playwright.request.newContext());
  const { path, agency } = await amos.ask(2, 'fewer@example.org');
  const pages = await theirs(browser, true);
  await pages.page.goto(`${server.url}${path}`);
  await pages.press('Continue');
  await pages.page.getByRole('link', { name: 'Fewer mails' }).click();
  await lookAt(pages.page, 'mails');
  await pages.press('Ask me once a year only');
  await expect(pages.page.getByText('We ask once a year, and send no more mails about it.')).toBeVisible();
  expect((await amos.agencies()).find(({ id }) => id === agency.id)).toMatchObject({ reminders: false });
});

test('a place asks to be listed without script, is refused with a reason, and somebody else looks again', async ({ playwright, browser }) => {
  test.setTimeout(240_000);
  const amos = await amosOf(await playwright.request.newContext());
  const pages = await theirs(browser);
  await pages.page.goto(`${server.url}/en/agencies/policy`);
  await pages.page.getByRole('link', { name: 'Ask to be listed' }).click();
  await pages.press('Send it');
  await expect(pages.page.getByRole('alert')).toContainText('Write the name of your place');
  await pages.page.getByLabel('Name of your place').fill('Quiet Oak Peers');
  await pages.page.getByLabel('What do you do, and for whom?').fill('Peer groups for grown-ups, on Mondays.');
  await pages.page.getByLabel('E-mail of your place').fill('oak@example.org');
  const known = (await amos.box.all()).length;
  await pages.press('Send it');
  await expect(pages.title).toHaveText('Thank you, we have it');
  await amos.box.next(/^We have what you wrote/, known);

  const mei = new DeskApp(await (await browser.newContext({ timezoneId: 'America/New_York' })).newPage(), server.url);
  await mei.signIn('Mei Tan');
  await mei.open('/agencies');
  const item = mei.page.getByRole('listitem', { name: 'Quiet Oak Peers' });
  await item.getByRole('button', { name: /^Do not list it/ }).click();
  await expect(item.getByText('Say why not: they read it.')).toBeVisible();
  await look(mei.page, 'partners-applications', { whole: 'phone' });
  await item.getByLabel('Why, in words that they read').fill('Nobody answered our calls.');
  const then = (await amos.box.all()).length;
  await item.getByRole('button', { name: /^Do not list it/ }).click();
  await expect(mei.page.getByText('Quiet Oak Peers is not listed.').first()).toBeVisible();
  const link = /\/agencies\/application\/[\w-]{43}/.exec((await amos.box.next(/^We decided about/, then)).text)?.[0] ?? '';

  const reader = await theirs(browser, true);
  await reader.page.goto(`${server.url}${link}`);
  await expect(reader.page.getByText('Nobody answered our calls.')).toBeVisible();
  await lookAt(reader.page, 'application');
  await reader.page.getByLabel('What should we know?').fill('We have a new number.');
  await reader.press('Ask once more');
  await expect(reader.title).toHaveText('A second person looks at it');
  await mei.page.reload();
  await expect(item.getByText('You decided first: somebody else looks at it again.')).toBeVisible();
});

test('the pages in Spanish, looked at', async ({ playwright, browser }) => {
  test.setTimeout(240_000);
  const amos = await amosOf(await playwright.request.newContext());
  const { path } = await amos.ask(2, 'es@example.org');
  const pages = await theirs(browser, true, 'es-MX');
  for (const [page, name] of [['/agencies/policy', 'policy-es'], ['/agencies/apply', 'apply-es']] as const) {
    await pages.page.goto(`${server.url}/es${page}`);
    await lookAt(pages.page, name);
  }
  await pages.page.goto(`${server.url}/es${path}`);
  await pages.press('Continuar');
  await expect(pages.title).toHaveText('¿Siguen bien estos 2 servicios?');
  await lookAt(pages.page, 'list-es');
  await pages.page.goto(`${server.url}/en/agencies/policy`);
  await lookAt(pages.page, 'policy');
  await pages.page.goto(`${server.url}/en/agencies/apply`);
  await lookAt(pages.page, 'apply');
  await accessible(pages.page);
  await fitsWidth(pages.page);
});
