import { expect, type Locator, type Page } from '@playwright/test';

/** An agency's pages as somebody at work meets them: by their words, never by their markup. */
export class AgencyPages {
  constructor(readonly page: Page) {}

  get title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  listing(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** From the mailed link to the list: Continue alone. */
  async enter(link: string, { go = 'Continue', list = 'Are these 2 listings still right?' } = {}): Promise<void> {
    await this.page.goto(link);
    await this.press(go);
    await expect(this.title).toHaveText(list);
  }

  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name }).click();
  }
}
