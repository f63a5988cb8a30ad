import type { Locator, Page } from '@playwright/test';

/** The drawer that finds services, by its words. */
export class MatchDrawer {
  constructor(private readonly page: Page) {}

  get region(): Locator {
    return this.page.getByRole('region', { name: /^Find for/ });
  }
  get results(): Locator {
    return this.region.getByRole('region', { name: 'Results, best first' }).getByRole('article');
  }

  /** One thing that was looked for. */
  token(text: string): Locator {
    return this.region.getByRole('group', { name: 'Looked for' }).getByText(text, { exact: true });
  }

  takeAway(text: string): Promise<void> {
    return this.region.getByRole('button', { name: `Take away: ${text}` }).click();
  }

  /** How many fit. */
  async total(): Promise<number> {
    return Number.parseInt(await this.region.getByText(/^\d+ (may )?fit/).first().innerText(), 10);
  }

  close(): Promise<void> {
    return this.page.keyboard.press('Escape');
  }
}
