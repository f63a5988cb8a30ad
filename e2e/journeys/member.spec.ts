import { expect, test, type Browser, type Page } from '@playwright/test';
import { ENGLISH, fitsWidth, look, spoken } from '../check.js';
import { DeskApp } from '../pages/desk-app.js';
import { DemoMailbox } from '../pages/mailbox.js';
import { SpecialistApi } from '../pages/specialist-api.js';

const base = (): string => process.env['DESK_URL'] ?? '';
const h1 = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('heading', { level: 1 });
const unique = Date.now();
const DANA = `dana.${unique}@example.org`;
const KIT = `kit.${unique}@example.org`;

/** The six digits of the newest code, once it is there. */
async function codeIn(box: DemoMailbox, subject: RegExp, known: number): Promise<string> {
  return /^(\d{6})$/m.exec((await box.next(subject, known)).text)?.[1] ?? '';
}

/** From the mailed invitation to the inbox. */
async function accept(page: Page, box: DemoMailbox, link: string, words: { go: string; code: string; subject: RegExp }, lookAt?: (name: string) => Promise<void>): Promise<void> {
  await page.goto(link);
  await lookAt?.('invited');
  const known = (await box.all()).length;
  await page.getByRole('button', { name: words.go }).click();
  await page.getByLabel(words.code).fill(await codeIn(box, words.subject, known));
  await page.getByRole('button', { name: words.go }).click();
}

/** A steward invites from the screen of agencies. */
async function inviteAtDesk(browser: Browser, agency: string): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: true, locale: 'en-US' });
  const mei = new DeskApp(await context.newPage(), base());
  await mei.signIn('Mei Tan');
  await mei.open('/agencies');
  await mei.page.getByLabel('Name', { exact: true }).fill(agency);
  await mei.page.getByRole('button', { name: `Account of ${agency}` }).click();
  const form = mei.page.getByRole('form', { name: `Invite to the account of ${agency}` });
  await expect(mei.page.getByText('Nobody has an account here yet.')).toBeVisible();
  await form.getByRole('button', { name: 'Invite to an account' }).click();
  await expect(form.getByText('Write a name.')).toBeVisible();
  await look(mei.page, 'member-desk-faults', { whole: true });
  await form.getByLabel('Name').fill('Dana Whitlock');
  await form.getByLabel('Work e-mail').fill(DANA);
  await form.getByLabel('Keep the team').check();
  await form.getByRole('button', { name: 'Invite to an account' }).click();
  await expect(mei.page.getByRole('listitem').filter({ hasText: DANA })).toContainText('Answer referrals, Keep listings, Keep the team. Invited, can accept until');
  await look(mei.page, 'member-desk', { whole: true });
  await form.getByRole('button', { name: 'Close' }).click();
  await expect(mei.page.getByRole('button', { name: `Account of ${agency}` })).toBeFocused();
  await context.close();
}

test('a steward invites; a member answers from the inbox, invites a colleague and ends their account', async ({ page, browser, playwright }) => {
  test.setTimeout(300_000); // every page is looked at from all sides
  const [amos, ruth] = await Promise.all([playwright.request.newContext(), playwright.request.newContext()]);
  const box = new DemoMailbox(amos, base());
  await box.signIn();
  const api = new SpecialistApi(ruth, base());
  await api.signIn('ruth@example.org');
  const chosen = await api.chosen();
  await api.refer(chosen);
  const [{ agency }] = (await (await ruth.get(`${base()}/api/inquiries/${chosen.inquiryId}/referrals`)).json()) as [{ agency: { name: string } }];
  const name = agency.name;
  let known = (await box.all()).length;
  await inviteAtDesk(browser, name);
  const lookAt = (part: string): Promise<void> => look(page, `member-${part}`, { whole: true });

  const [, link = ''] = /(http\S+\/a\/[\w-]{43})/.exec((await box.next(/^You are invited/, known)).text) ?? [];
  await accept(page, box, link, { go: 'Continue', code: 'Code', subject: /^Your code/ }, lookAt);
  await expect(page).toHaveURL(/\/en\/agency\/inbox$/);
  await expect(h1(page)).toHaveText(/(\d+ things wait|One thing waits) for you/);
  await expect(page.getByText('Answer by').first()).toBeVisible();
  await expect(page.locator('main')).not.toContainText('Noor');
  await lookAt('inbox');

  await page.getByRole('link', { name: 'Someone asked for your help' }).last().click();
  await expect(h1(page)).toHaveText('Can you help?');
  await expect(page.getByLabel('Your name')).toHaveValue('Dana Whitlock');
  await lookAt('facts');
  await page.getByRole('button', { name: 'Yes, we will contact them' }).click();
  await expect(h1(page)).toHaveText('Thank you. You said yes.');
  await page.getByRole('navigation', { name: 'Your account' }).getByRole('link', { name: 'Inbox' }).click();
  await expect(page.getByRole('region', { name: 'Going on' })).toContainText('You said yes: tell us what became of it');
  await page.getByRole('navigation', { name: 'Your account' }).getByRole('link', { name: 'Listings' }).click();
  await expect(page.getByRole('navigation', { name: 'Your account' }).getByRole('link', { name: 'Listings' })).toHaveAttribute('aria-current', 'page');
  await lookAt('listings');

  await page.getByRole('navigation', { name: 'Your account' }).getByRole('link', { name: 'Team' }).click();
  await page.getByRole('link', { name: 'Invite someone' }).click();
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByRole('alert')).toContainText('Type a name');
  await lookAt('invite');
  await page.getByLabel('Name', { exact: true }).fill('Kit Moss');
  await page.getByLabel('Work e-mail').fill(KIT);
  await page.getByText('Keep our listings right').click();
  await page.getByLabel('Language of our mails').selectOption('es');
  known = (await box.all()).length;
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: KIT })).toContainText('Invited. They can say yes until');
  await lookAt('team');

  // The colleague, in Spanish and without script.
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'es-MX' });
  const kit = await context.newPage();
  const [, second = ''] = /(http\S+\/a\/[\w-]{43})/.exec((await box.next(/^Hay una invitación/, known)).text) ?? [];
  await accept(kit, box, second, { go: 'Continuar', code: 'Código', subject: /^Su código/ });
  await expect(kit).toHaveURL(/\/es\/agency\/inbox$/);
  await fitsWidth(kit);
  await expect(kit.getByRole('navigation', { name: 'Su cuenta' }).getByRole('link')).toHaveText(['Pendientes', 'Servicios', 'Salir']);
  await kit.getByRole('link', { name: 'Salir' }).click();
  await expect(h1(kit)).toHaveText('¿Quiere salir?');

  await page.reload();
  await page.getByRole('button', { name: 'End account Kit Moss' }).click();
  await expect(h1(page)).toHaveText('End it for Kit Moss?');
  await lookAt('end');
  await page.getByRole('button', { name: 'Yes, end it' }).click();
  await expect(page.getByText(KIT)).toHaveCount(0);
  await kit.goto(`${base()}/es/agency/inbox`);
  await expect(h1(kit)).toHaveText('Entre por su lugar de trabajo');
  await context.close();

  // Out, and in again with a code alone.
  await page.getByRole('link', { name: 'Sign out' }).click();
  await lookAt('out');
  await page.getByRole('button', { name: 'Sign out here' }).click();
  await expect(h1(page)).toHaveText('Sign in for your place');
  await expect(page.getByLabel('Work e-mail')).toBeFocused();
  await lookAt('door');
  known = (await box.all()).length;
  await page.getByLabel('Work e-mail').fill(DANA);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('If this address has an account')).toBeVisible();
  await lookAt('code');
  await page.getByLabel('Code').fill('12');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert')).toContainText('Check the six digits');
  await page.getByLabel('Code').fill(await codeIn(box, /^Your code/, known));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/en\/agency\/inbox$/);

  // In Spanish nothing of it is English.
  for (const path of ['inbox', 'team', 'invite', 'out']) {
    await page.goto(`${base()}/es/agency/${path}`);
    expect((await spoken(page)).replaceAll(name, '').replace('Mental Health', '')).not.toMatch(ENGLISH);
    await look(page, `member-es-${path}`, { whole: true });
  }
});
