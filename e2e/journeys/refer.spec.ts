import { expect, test } from '@playwright/test';
import { accessible, look } from '../check.js';
import { ownDesk } from '../desk-server.js';
import { DeskApp } from '../pages/desk-app.js';
import { MatchDrawer } from '../pages/match-drawer.js';
import { Referring } from '../pages/referring.js';
import { SpecialistApi } from '../pages/specialist-api.js';

/** From offered options to "it helped": two agencies, one refusal, one end. */
const server = ownDesk();

const NEED = 'Worry and panic';

test('S10 a steward writes down where an agency is asked; what a colleague changed meanwhile is taken in, and nothing typed is lost', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const desk = new DeskApp(page, server.url);
  await desk.signIn('Mei Tan');
  await page.getByRole('navigation', { name: 'Desk' }).first().getByRole('link', { name: 'Agencies' }).click();
  await expect(desk.title).toHaveText('Agencies');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await look(page, 'agencies', { whole: 'phone' });
  const first = page.getByRole('button', { name: /^Change / }).first();
  await first.click();
  const form = page.getByRole('form');
  await expect(form.getByLabel('E-mail')).toBeFocused();
  await look(page, 'agency-form', { whole: 'phone' });

  // Amos is quicker.
  const other = await (await browser.newContext()).newPage();
  const amos = new DeskApp(other, server.url);
  await amos.signIn('Amos Bell');
  await amos.open('/agencies');
  await other.getByRole('button', { name: /^Change / }).first().click();
  await other.getByRole('form').getByLabel('Phone').fill('203-555-0177');
  await other.getByRole('form').getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('row').nth(1)).toContainText('203-555-0177');
  await other.context().close();

  await form.getByLabel('E-mail').fill('intake@example.org');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toContainText('Somebody saved this while you wrote. Taken in, as you had not touched it: Phone.');
  await expect(form.getByLabel('E-mail')).toHaveValue('intake@example.org');
  await expect(form.getByLabel('Phone')).toHaveValue('203-555-0177');
  await form.getByLabel('E-mail').fill('no address');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('Write an e-mail address such as name@example.org').first()).toBeVisible();
  await form.getByLabel('E-mail').fill('intake@example.org');
  await form.getByLabel('Who answers').fill('Intake');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('intake@example.org');
  await expect(first).toBeFocused();

  await page.getByLabel('Name').fill('Peer');
  await expect(page.getByRole('row').nth(1)).toContainText('Peer');
  const all = await page.getByRole('row').count();
  await page.getByLabel('Only with an address').check();
  await expect.poll(() => page.getByRole('row').count()).toBeLessThan(all);
  await page.getByLabel('Name').fill('no such name');
  await expect(page.getByText('None found')).toBeVisible();
});

test('a specialist offers by keyboard and refers by phone; a refusal opens the need again; another agency helps, the need ends, the request closes', async ({ page, playwright }) => {
  test.setTimeout(300_000);
  const amos = new SpecialistApi(await playwright.request.newContext(), server.url);
  await amos.signIn('amos@example.org');
  await amos.onlyPhones();
  const desk = new DeskApp(page, server.url);
  const drawer = new MatchDrawer(page);
  const refer = new Referring(page, desk.request);
  await desk.signIn('Ruth Adler');
  await desk.read(NEED);

  // Three are offered without leaving the keyboard; the focus goes to the first of them.
  await desk.key('f');
  await expect(drawer.results.first()).toBeVisible();
  for (const key of ['x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key);
  const names = await Promise.all([0, 1, 2].map((at) => drawer.results.nth(at).getByRole('heading').innerText()));
  await page.keyboard.press('o');
  await expect(desk.request.getByRole('heading', { name: names[0], exact: true })).toBeFocused();
  const [first = '', second = ''] = names;
  await refer.choose(first);
  await refer.choose(second);
  await expect(refer.need(NEED)).toContainText('Choose how to go');

  // R leads to the three ways, all alike; none is taken by it.
  await expect(refer.ways(second)).toBeVisible();
  await desk.key('r');
  await expect(refer.ways(first).getByRole('button', { name: 'They make contact' })).toBeFocused();
  const looks = await refer.ways(first).getByRole('button').evaluateAll((buttons) => buttons.map((button) => [getComputedStyle(button).backgroundColor, getComputedStyle(button).borderColor, getComputedStyle(button).fontWeight].join()));
  expect(looks).toHaveLength(3);
  expect(new Set(looks).size).toBe(1);

  // Without an address no link is sent, and the desk says so.
  await refer.ways(first).getByRole('button', { name: 'We ask by link' }).click();
  await expect(refer.panel().getByText(/There is no e-mail address for/)).toBeVisible();
  await look(page, 'refer-no-link', { whole: 'phone' });
  await refer.panel().getByRole('button', { name: 'Ask by phone' }).click();

  // Exactly what they will see: how to reach the person safely first. More only by a tick, and each needs a new yes.
  const yes = refer.panel().getByRole('checkbox', { name: 'They heard exactly this and said yes' });
  const safely = ['Call', 'Ask for', 'Voicemail', 'If someone else answers', 'Good times', 'Never'];
  await expect(yes).not.toBeChecked();
  await expect.poll(() => refer.seen()).toEqual([...safely, 'Asked for', 'Our number']);
  expect(await refer.lines()).toEqual(expect.arrayContaining([['Call', '203-555-0117'], ['Never', 'Text, E-mail']]));
  await yes.check();
  await refer.panel().getByRole('checkbox', { name: 'What they need help with' }).check();
  await expect.poll(() => refer.seen()).toEqual([...safely, 'Asked for', 'What would help', 'Our number']);
  await expect(yes).not.toBeChecked();
  await expect(refer.panel().getByText(/^They answer by /)).toBeVisible();
  await refer.panel().getByRole('button', { name: /^I call them/ }).click();
  await expect(refer.panel().getByText('Read it out first. Without their yes nothing is shared.')).toBeVisible();
  await expect(yes).toBeFocused();
  await look(page, 'refer-panel', { whole: 'phone' });
  await yes.check();
  await refer.panel().getByRole('button', { name: /^I call them/ }).click();

  // The line of the referral has the focus and says who, when, by when.
  await expect(refer.referral(first).getByRole('heading')).toBeFocused();
  await expect(refer.referral(first)).toContainText(/Asked by phone today at .+, answers by .+\./);
  await expect(refer.referral(first)).toContainText('They agreed to share: name to use, how to call back safely, what they need help with.');
  await expect(refer.need(NEED)).toContainText('Referred');
  await expect(refer.ways(first)).toHaveCount(0);

  // They cannot help: one reason, and the need is open again.
  await refer.says(first, 'They cannot help');
  await expect(refer.referral(first).getByText('Choose one reason.')).toBeVisible();
  await refer.referral(first).getByRole('radio', { name: 'No room' }).check();
  await refer.referral(first).getByLabel('Their words (optional)').fill('Perhaps in two weeks.');
  await refer.referral(first).getByLabel('Ask them again on (optional)').fill('2027-01-10');
  await look(page, 'refer-answer', { whole: 'phone' });
  await refer.referral(first).getByRole('button', { name: 'Write it down' }).click();
  await expect(refer.referral(first)).toContainText(/Cannot help: no room\. Said today at .+\. Ask again on Sunday, January 10, 2027\./);
  await expect(refer.referral(first)).toContainText('Perhaps in two weeks.');
  await expect(refer.need(NEED)).toContainText('Options given');
  await desk.open('/follow-up');
  const today = page.getByRole('region', { name: /^Today/ });
  await expect(today.getByText('The agency cannot help. Take another way.')).toBeVisible();
  await today.getByRole('listitem').filter({ hasText: 'The agency cannot help' }).getByRole('link').click();

  // Another agency: a waiting list, then a place, then help was given. The refusal is dealt with.
  await refer.byPhone(second);
  await expect(refer.referral(second)).toContainText('Asked by phone');
  await refer.says(second, 'They have a waiting list, and the person is on it');
  await expect(refer.referral(second)).toContainText(/On the waiting list of .+ since today, /);
  await refer.says(second, 'They have a place now, and will contact the person');
  await expect(refer.referral(second)).toContainText(/^.*Accepted by .+ today at /s);
  await look(page, 'referrals', { whole: 'phone' });
  await refer.says(second, 'Help was given');
  await expect(refer.referral(second)).toContainText('The agency says: help was given.');

  // Did it help? Each question has its answer; a yes offers the end.
  await refer.referral(second).getByRole('button', { name: /^How did it go\?/ }).click();
  await refer.referral(second).getByRole('button', { name: 'Write it down' }).click();
  await expect(refer.referral(second).getByText('Choose one. “Not known” is an answer.')).toHaveCount(5);
  for (const question of ['Did they remember it', 'Did they try', 'Did they reach somebody', 'Did they get help', 'Is the need solved']) await refer.answer(question, 'Yes');
  await look(page, 'outcome', { whole: 'phone' });
  await refer.referral(second).getByRole('button', { name: 'Write it down' }).click();
  await expect(refer.referral(second)).toContainText('The person says that they remembered it, tried, reached them and got help. It is solved. Written down by Ruth Adler');
  await refer.referral(second).getByRole('button', { name: 'End the need as met' }).click();
  await expect(refer.need(NEED)).toContainText('Met');
  await expect(refer.need(NEED)).toContainText('A service helped');

  // E closes when every need has ended.
  await desk.key('e');
  const close = desk.request.getByRole('button', { name: 'Close the request' });
  await expect(close).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(desk.request.getByText('This request is closed.')).toBeVisible();
  await expect(desk.request.getByText('You closed the request.')).toBeVisible();
  await accessible(page);
  await desk.open('/follow-up');
  await expect(desk.title).toHaveText('Follow-ups');
  await expect(page.getByText('The agency cannot help. Take another way.')).toHaveCount(0);
});

test('a way is taken back with a reason, and a consent is taken back; both say so, and the options are open again', async ({ page }) => {
  const desk = new DeskApp(page, server.url);
  const refer = new Referring(page, desk.request);
  await desk.signIn('Ruth Adler');
  await desk.read('Low mood, loneliness');
  const ways = desk.request.getByRole('group', { name: /^How to go: / });
  await expect(ways).toHaveCount(1);
  const service = ((await ways.getAttribute('aria-label')) ?? '').replace('How to go: ', '');

  await ways.getByRole('button', { name: 'They make contact' }).click();
  await expect(refer.referral(service).getByRole('heading')).toBeFocused();
  await expect(refer.referral(service)).toContainText('They make contact themselves.');
  await expect(refer.referral(service).getByRole('button', { name: /^(Enter what they said|Consent taken back)/ })).toHaveCount(0); // nobody was asked, nothing was shared
  await refer.referral(service).getByRole('button', { name: /^Take back/ }).click();
  await refer.referral(service).getByRole('button', { name: 'Take it back' }).click();
  await expect(refer.referral(service).getByText('Choose one reason.')).toBeVisible();
  await refer.referral(service).getByRole('radio', { name: 'Another option is better' }).check();
  await refer.referral(service).getByRole('button', { name: 'Take it back' }).click();
  await expect(refer.referral(service)).toContainText(/Taken back today at .+: another option is better\./);

  await refer.byPhone(service);
  const asked = desk.request.getByRole('region', { name: 'Referrals' }).getByRole('listitem', { name: service }).first();
  await expect(asked).toContainText('Asked by phone');
  await expect(refer.need('Low mood').getByText('Referred')).toBeVisible();
  await asked.getByRole('button', { name: /^Consent taken back/ }).click();
  await accessible(page);
  await asked.getByRole('button', { name: 'Yes, they took it back' }).click();
  await expect(asked).toContainText(/The person took their consent back today at .+\. The agency sees nothing more\./);
  await expect(refer.need('Low mood').getByText('Options given')).toBeVisible();
  await expect(desk.request.getByText('You wrote down that the consent was taken back.')).toBeVisible();
});

test('S19 a try is written down by the way that the person chose; five are enough', async ({ page }) => {
  const desk = new DeskApp(page, server.url);
  await desk.signIn('Ruth Adler');
  await desk.open('/follow-up');
  const row = page.getByRole('listitem', { name: /Ask whether it helped|Five tries/ }).first();
  await row.getByRole('button', { name: /^Write down a try/ }).click();
  const form = page.getByRole('form', { name: /^A try to reach/ });
  await expect(form.getByRole('radio', { name: /^Text/ })).toBeDisabled();
  await expect(form.getByText('They chose calls.').first()).toBeVisible();
  await form.getByRole('button', { name: 'Write it down' }).click();
  await expect(form.getByText('Choose how you tried and what came of it.')).toBeVisible();
  await look(page, 'follow-ups', { whole: 'phone' });
  for (let made = 0; made < 5; made++) {
    if (made) await row.getByRole('button', { name: /^Write down a try/ }).click();
    await form.getByRole('radio', { name: 'Call', exact: true }).check();
    await form.getByRole('radio', { name: 'No answer' }).check();
    await form.getByRole('button', { name: 'Write it down' }).click();
    await expect(form).toHaveCount(0);
  }
  await expect(page.getByText('Five tries. Stop here, and end the need as not reached?')).toBeVisible();
  await expect(row.getByRole('button', { name: /^Write down a try/ })).toHaveCount(0);
});

test('two write down an end at once: the second sees what happened and keeps what was chosen', async ({ page, browser }) => {
  const desk = new DeskApp(page, server.url);
  const refer = new Referring(page, desk.request);
  await desk.signIn('Ruth Adler');
  await desk.claim('Grief');
  await desk.key('e');
  const form = page.getByRole('form', { name: 'End: Grief' });
  await expect(form.getByRole('radio').first()).toBeFocused();
  await form.getByRole('radio', { name: 'It is not met' }).check();
  await form.getByRole('button', { name: 'End this need' }).click();
  await expect(form.getByText('Choose one reason.')).toBeVisible();
  await form.getByRole('radio', { name: 'None in their area' }).check();
  await look(page, 'end-need', { whole: 'phone' });

  await page.route('**/api/inquiries/*', (route) => (route.request().method() === 'GET' ? route.abort() : route.continue())); // this screen does not learn of it
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const other = await context.newPage();
  const again = new DeskApp(other, server.url);
  await again.open(new URL(page.url()).pathname.replace('/desk', ''));
  const second = new Referring(other, again.request);
  await second.need('Grief').getByRole('button', { name: /^End/ }).click();
  await other.getByRole('radio', { name: 'It is no longer asked for' }).check();
  await other.getByRole('radio', { name: 'They no longer want it' }).check();
  await other.getByRole('button', { name: 'End this need' }).click();
  await expect(second.need('Grief')).toContainText('They no longer want it');
  await second.need('Grief').getByRole('button', { name: /^Open again/ }).click();
  await expect(second.need('Grief')).toContainText('No option yet');
  await page.unroute('**/api/inquiries/*');
  await context.close();

  const late = form.getByRole('button', { name: 'End this need' });
  await late.click();
  await expect(form.getByText('Somebody changed this in the meantime.')).toBeVisible();
  await expect(form.getByRole('radio', { name: 'None in their area' })).toBeChecked();
  await late.click();
  await expect(refer.need('Grief')).toContainText('None in their area');
});
