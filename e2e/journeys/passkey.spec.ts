import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { ENGLISH, fitsWidth, look, spoken } from '../check.js';
import { DemoMailbox } from '../pages/mailbox.js';
import { SpecialistApi } from '../pages/specialist-api.js';

const base = (): string => process.env['DESK_URL'] ?? '';
const h1 = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('heading', { level: 1 });
const DANA = `dana.passkey.${Date.now()}@example.org`;

/** A device with finger, face or PIN, as Chromium plays it. */
class Device {
  private constructor(
    private readonly cdp: CDPSession,
    private readonly id: string,
  ) {}

  static async at(page: Page): Promise<Device> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
    return new Device(cdp, authenticatorId);
  }

  /** Whether the finger is the right one. */
  async verifies(isUserVerified: boolean): Promise<void> {
    await this.cdp.send('WebAuthn.setUserVerified', { authenticatorId: this.id, isUserVerified });
  }

  async passkeys(): Promise<number> {
    return (await this.cdp.send('WebAuthn.getCredentials', { authenticatorId: this.id })).credentials.length;
  }
}

test('a member adds a passkey, comes in by it without an address, renames it and removes it; the code stays', async ({ page, playwright }) => {
  test.setTimeout(480_000); // every page is looked at from all sides
  const box = new DemoMailbox(await playwright.request.newContext(), base());
  await box.signIn();
  const lookAt = (part: string): Promise<void> => look(page, `passkey-${part}`, { whole: true });
  const mei = await playwright.request.newContext();
  const steward = new SpecialistApi(mei, base());
  await steward.signIn('mei@example.org');
  const known = (await box.all()).length;
  const { items } = (await (await mei.get(`${base()}/api/agencies`)).json()) as { items: { id: string }[] };
  await steward.ask(`/api/agencies/${items[0]?.id}/members`, { name: 'Dana Whitlock', email: DANA, may: ['referrals', 'listings', 'team'] });
  const [, link = ''] = /(http\S+\/a\/[\w-]{43})/.exec((await box.next(/^You are invited/, known, DANA)).text) ?? [];
  const codeAfter = async (subject: RegExp, press: () => Promise<void>): Promise<string> => {
    const before = (await box.all()).length;
    await press();
    return /^(\d{6})$/m.exec((await box.next(subject, before, DANA)).text)?.[1] ?? '';
  };
  await page.goto(link);
  await page.getByLabel('Code').fill(await codeAfter(/^Your code/, () => page.getByRole('button', { name: 'Continue' }).click()));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/en\/agency\/inbox$/);

  // Without a device that can: no passkey, and the page says that none was added.
  const account = page.getByRole('navigation', { name: 'Your account' });
  await account.getByRole('link', { name: 'Passkeys' }).click();
  await expect(h1(page)).toHaveText('Your passkeys');
  await expect(page.getByText('You have none yet.')).toBeVisible();
  await lookAt('none');
  const device = await Device.at(page);
  await device.verifies(false);
  await page.getByRole('button', { name: 'Add it on this device' }).click();
  await expect(page.getByRole('status')).toHaveText('No passkey was added. You can try again.');
  await device.verifies(true);

  const mails = (await box.all()).length;
  await page.getByLabel('Name of the passkey').fill('Front desk computer');
  await page.getByLabel('Name of the passkey').press('Enter');
  const item = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Front desk computer' }) });
  await expect(item).toContainText('Not used yet.');
  expect(await device.passkeys()).toBe(1);
  expect((await box.next(/^A passkey was added to your account/, mails, DANA)).text).toContain('If it was not you: sign in with a code');
  await lookAt('one');
  await page.getByRole('button', { name: 'Add it on this device' }).click();
  await expect(page.getByRole('status')).toHaveText('This device has a passkey for you already.');

  // Out, and in without an address.
  await account.getByRole('link', { name: 'Sign out' }).click();
  await expect(page.getByText('Your passkeys stay.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out here' }).click();
  await expect(h1(page)).toHaveText('Sign in for your place');
  await expect(page.getByLabel('Work e-mail')).toBeFocused();
  await lookAt('door');
  await page.getByLabel('Work e-mail').fill('not an address');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert')).toContainText('Type an e-mail such as');
  await device.verifies(false);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('status')).toHaveText('That did not work. Try again, or use the code from a mail.');
  await lookAt('door-failed');
  await device.verifies(true);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).press('Enter');
  await expect(page).toHaveURL(/\/en\/agency\/inbox$/);
  await account.getByRole('link', { name: 'Passkeys' }).click();
  await expect(item).toContainText('Last used on');

  // In Spanish nothing of it is English.
  await page.goto(`${base()}/es/agency/passkeys`);
  expect((await spoken(page)).replace('Front desk computer', '').replace(/Mental Health|Guidance|Center/g, '')).not.toMatch(ENGLISH);
  await lookAt('es');
  await page.getByRole('navigation', { name: 'Su cuenta' }).getByRole('link', { name: 'Salir' }).click();
  await page.getByRole('button', { name: 'Salir aquí' }).click();
  await expect(page.getByRole('button', { name: 'Entrar con una llave de acceso' })).toBeVisible();
  expect(await spoken(page)).not.toMatch(ENGLISH);
  await lookAt('es-door');
  await page.getByRole('button', { name: 'Entrar con una llave de acceso' }).click();
  await expect(page).toHaveURL(/\/es\/agency\/inbox$/);

  await page.goto(`${base()}/en/agency/passkeys`);
  await page.getByRole('button', { name: 'Rename Front desk computer' }).click();
  await expect(page.getByLabel('Name of the passkey')).toBeFocused();
  await page.getByLabel('Name of the passkey').fill('Old laptop');
  await lookAt('rename');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Remove Old laptop' }).click();
  await expect(h1(page)).toHaveText('Remove Old laptop?');
  await lookAt('remove');
  await page.getByRole('button', { name: 'Yes, remove it' }).click();
  await expect(h1(page)).toHaveText('Sign in for your place'); // it was what they had come in with
  expect(await device.passkeys()).toBe(1);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('This passkey opens nothing here');
  await lookAt('refused');

  await page.getByLabel('Work e-mail').fill(DANA);
  const code = await codeAfter(/^Your code/, () => page.getByRole('button', { name: 'Continue' }).click());
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/en\/agency\/inbox$/);
});

test('without script, and in a browser that knows no passkeys, the door is as it was', async ({ browser }) => {
  for (const javaScriptEnabled of [false, true]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
    await page.goto(`${base()}/en/agency`);
    await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
    await expect(page.getByText(/passkey/i)).toHaveCount(0);
    await fitsWidth(page);
    await context.close();
  }
});
