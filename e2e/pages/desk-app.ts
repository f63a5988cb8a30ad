import { expect, type Locator, type Page } from '@playwright/test';

const PASSWORD = 'demo lantern harbor';

/** The desk as a member of staff meets it: by its words, never by its markup. */
export class DeskApp {
  constructor(
    readonly page: Page,
    private readonly base: string,
  ) {}

  get title(): Locator {
    return this.page.getByRole('main').getByRole('heading', { level: 1 });
  }
  get note(): Locator {
    return this.page.getByLabel('Note', { exact: true });
  }
  get request(): Locator {
    return this.page.getByRole('region', { name: 'The request' });
  }
  get contactSafely(): Locator {
    return this.page.getByRole('region', { name: 'Contact safely' });
  }

  /** Fills a demo account in with one press and signs in. */
  async signIn(name: string): Promise<void> {
    await this.page.goto(`${this.base}/desk`);
    await this.page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(this.page.getByRole('navigation', { name: 'Desk' }).first()).toBeAttached();
    await expect(this.title).toBeVisible();
  }

  open(path: string): Promise<unknown> {
    return this.page.goto(`${this.base}/desk${path}`);
  }

  /** The line of one request. */
  row(needs: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('link', { name: needs, exact: true }) });
  }

  /** Opens a request from the list. */
  async read(needs: string): Promise<void> {
    await this.row(needs).getByRole('link').click();
    await expect(this.title).toHaveText(needs);
  }

  /** Claims a free request from the list; the desk opens it. */
  /** Several may need the same: the reference says which is meant. */
  async claim(needs: string, reference = ''): Promise<void> {
    await this.row(needs).getByRole('button', { name: new RegExp(`^Claim ${reference}`) }).click();
    await expect(this.title).toHaveText(needs);
    await expect(this.request.getByText(/^Yours/)).toBeVisible();
  }

  /** Needs of each line, in the order shown. */
  order(): Promise<string[]> {
    return this.page.getByRole('region', { name: 'All requests' }).getByRole('listitem').getByRole('link').allInnerTexts();
  }

  /** Presses a key with the focus on the page and in no field. */
  async key(key: string): Promise<void> {
    await this.title.focus();
    await this.page.keyboard.press(key);
  }

  async unlock(button: string): Promise<void> {
    await this.page.getByLabel('Password').fill(PASSWORD);
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }
}
