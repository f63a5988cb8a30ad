import { expect, type Browser, type Page } from '@playwright/test';
import { DeskApp } from './desk-app.js';
import type { DemoMailbox } from './mailbox.js';
import { Referring } from './referring.js';

/** Called with each window and a name for what it shows. */
type Look = (page: Page, name: string) => Promise<void>;
interface Travelling {
  browser: Browser;
  base: string;
  desk: DeskApp;
  box: DemoMailbox;
  receipt: { reference: string; code: string };
  need: string;
  look?: Look;
}
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'en-US' };

/** The rest of the README's tour: an offered option is chosen, its agency is asked by link and answers on a phone, and the person says that it helped. */
export class Road {
  private readonly refer: Referring;
  constructor(private readonly at: Travelling) {
    this.refer = new Referring(at.desk.page, at.desk.request);
  }

  /** Who offers an option. */
  async organizationOf(option: string): Promise<string> {
    const line = await this.at.desk.request.getByRole('article', { name: option, exact: true }).getByText(/\. For: /).innerText();
    return line.split('. For:')[0] ?? '';
  }

  /** As a steward, in a window of their own: writes down where the agency of an option is asked. */
  async agencyHasAddress(organization: string, email: string): Promise<void> {
    const context = await this.at.browser.newContext();
    const mei = new DeskApp(await context.newPage(), this.at.base);
    await mei.signIn('Mei Tan');
    await mei.open('/agencies');
    await mei.page.getByLabel('Name').fill(organization);
    const row = mei.page.getByRole('row').filter({ hasText: organization }).first();
    await row.getByRole('button', { name: /^Change/ }).click();
    await mei.page.getByLabel('E-mail').fill(email);
    await mei.page.getByRole('button', { name: 'Save' }).click();
    await expect(row).toContainText(email);
    await context.close();
  }

  /** The person wants it; the letter is read before it goes, and is the one that arrives. Answers with its link. */
  async askByLink(option: string): Promise<string> {
    const { desk, box, look } = this.at;
    await this.refer.choose(option);
    await this.refer.ways(option).getByRole('button', { name: 'We ask by link' }).click();
    await this.refer.panel().getByText('The e-mail that they get, word for word').click();
    const shown = this.refer.panel().getByText(/^A resource specialist of/);
    await expect(shown).toContainText('(the link, which only they get)');
    const before = await shown.innerText();
    await look?.(desk.page, 'refer-letter');
    const known = (await box.all()).length;
    await this.refer.panel().getByRole('checkbox', { name: 'They heard exactly this and said yes' }).check();
    await this.refer.panel().getByRole('button', { name: /^Send to / }).click();
    await expect(this.refer.referral(option)).toContainText('Asked by link');
    const { text } = await box.next(/^Someone asked/, known);
    const [link = ''] = /http\S+\/a\/[\w-]{43}/.exec(text) ?? [];
    expect(text.trim().replace(link, '(the link, which only they get)')).toBe(before);
    return link;
  }

  /** Somebody at the agency, on a phone, with nothing but the mail. */
  async agencySaysYes(link: string): Promise<void> {
    const { browser, box, look } = this.at;
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    await page.goto(link);
    const known = (await box.all()).length;
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByLabel('Code')).toBeVisible();
    const [, code = ''] = /^(\d{6})$/m.exec((await box.next(/^Your code/, known)).text) ?? [];
    await page.getByLabel('Code').fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await look?.(page, 'road-facts');
    await page.getByRole('button', { name: 'Yes, we will contact them' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you. You said yes.');
    await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
    await look?.(page, 'road-yes');
    await context.close();
  }

  /** The third window: the person on their own page. */
  async personSaysItHelped(): Promise<void> {
    const { browser, base, receipt, look } = this.at;
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    await page.goto(`${base}/en/follow`);
    await page.getByLabel('Your number').fill(receipt.reference);
    await page.getByLabel('Your code').fill(receipt.code);
    await page.getByRole('button', { name: 'Open my request' }).click();
    await look?.(page, 'road-person');
    await page.getByRole('button', { name: /^Tell us if it helped/ }).click();
    await page.getByRole('group', { name: 'Did you get help there?' }).getByRole('radio', { name: 'Yes' }).check();
    await page.getByRole('group', { name: 'Is it better now?' }).getByRole('radio', { name: 'Yes' }).check();
    await page.getByRole('button', { name: 'Send my answers' }).click();
    await expect(page.getByText('This is done: it helped.', { exact: true })).toBeVisible();
    await context.close();
  }

  /** From an offered option to a need that is met, in three windows. */
  async travel(option: string): Promise<void> {
    const { desk, need, look } = this.at;
    const link = await this.askByLink(option);
    await this.agencySaysYes(link);
    await expect(this.refer.referral(option)).toContainText(/Accepted by /);
    await this.personSaysItHelped();
    await expect(this.refer.need(need)).toContainText('Met');
    await expect(this.refer.need(need)).toContainText('said by the person');
    await desk.request.getByRole('region', { name: 'Messages' }).getByText(/^To .+, in English/).first().click();
    await look?.(desk.page, 'messages');
  }
}
