import type { Locator, Page } from '@playwright/test';

/** The lines of a list of labels and values, as they are read. */
export async function linesIn(place: Locator): Promise<string[][]> {
  const [labels, values] = await Promise.all([place.getByRole('term').allInnerTexts(), place.getByRole('definition').allInnerTexts()]);
  return labels.map((label, at) => [label.trim(), (values[at] ?? '').trim()]);
}

/** From a chosen option to its end, by its words. */
export class Referring {
  constructor(
    private readonly page: Page,
    private readonly request: Locator,
  ) {}

  option(name: string): Locator {
    return this.request.getByRole('article', { name, exact: true });
  }
  /** The three ways of one option. */
  ways(option: string): Locator {
    return this.request.getByRole('group', { name: `How to go: ${option}`, exact: true });
  }
  panel(): Locator {
    return this.request.getByRole('region', { name: /^Ask .+ by (link|phone)$/ });
  }
  /** Names of the lines that the agency will see, in their order. */
  seen(): Promise<string[]> {
    return this.panel().getByRole('term').allInnerTexts();
  }
  /** Each line that the agency will see, label and value, string by string. */
  lines(): Promise<string[][]> {
    return linesIn(this.panel());
  }
  referral(service: string): Locator {
    return this.request.getByRole('region', { name: 'Referrals' }).getByRole('listitem', { name: service, exact: true });
  }
  need(name: string): Locator {
    return this.request.getByRole('region', { name: 'Needs' }).getByRole('listitem').filter({ hasText: name }).first();
  }

  async choose(option: string): Promise<void> {
    await this.option(option).getByRole('button', { name: 'They want it' }).click();
  }

  /** Reads the preview out, takes the yes, and calls. */
  async byPhone(option: string): Promise<void> {
    await this.ways(option).getByRole('button', { name: 'We ask by phone' }).click();
    await this.panel().getByRole('checkbox', { name: 'They heard exactly this and said yes' }).check();
    await this.panel().getByRole('button', { name: /^I call them/ }).click();
  }

  async says(service: string, answer: string): Promise<void> {
    await this.referral(service).getByRole('button', { name: /^Enter what they said/ }).click();
    await this.referral(service).getByRole('radio', { name: answer }).check();
    await this.referral(service).getByRole('button', { name: 'Write it down' }).click();
  }

  /** Answers one of the five questions. */
  answer(question: string, answer: string): Promise<void> {
    return this.page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check();
  }
}
