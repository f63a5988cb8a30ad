import { expect, type Locator, type Page } from '@playwright/test';

interface Filling {
  words?: string;
  topics?: string[];
  place?: string;
  /** Called at each page. */
  look?: () => Promise<void>;
}

/** The public form as a person meets it: by its words, never by its markup. */
export class AskForm {
  constructor(
    readonly page: Page,
    private readonly base: string,
  ) {}

  get question(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }
  get faults(): Locator {
    return this.page.getByRole('alert');
  }
  get leaveButton(): Locator {
    return this.page.getByRole('button', { name: 'Leave this site', exact: true });
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.base}/`);
    await expect(this.question).toHaveText('Ask a person for help');
  }

  /** Presses the page's one button and waits for the next question. */
  async goOn(to: string, button = 'Continue'): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
    await expect(this.question).toHaveText(to);
  }

  async choose(...names: (string | RegExp)[]): Promise<void> {
    for (const name of names) await this.page.getByRole('radio', { name, exact: true }).check();
  }
  async tick(...names: (string | RegExp)[]): Promise<void> {
    for (const name of names) await this.page.getByRole('checkbox', { name, exact: typeof name === 'string' }).check();
  }

  /** The whole way to the check page, stopping at each page for `look`. */
  async fillIn({ place = '06854', look = async () => {}, ...filling }: Filling = {}): Promise<void> {
    await this.toPlace({ look, ...filling });
    await this.fillInContact(place, look);
  }

  /** As far as "Where do you need help?". */
  async toPlace({ words = 'My heart races every night.', topics = ['Worry or panic', 'I feel alone'], look = async () => {} }: Filling = {}): Promise<void> {
    await this.open();
    await look();
    await this.goOn('Before you start', 'Start now');
    await look();
    await this.goOn('Who is this for?');
    await look();
    await this.choose('Me');
    await this.goOn('Are you safe right now?');
    await look();
    await this.choose('Yes');
    await this.goOn('What would help?');
    await look();
    await this.tick(...topics);
    await this.page.getByLabel('In your own words').fill(words);
    await this.goOn('Where do you need help?');
  }

  private async fillInContact(place: string, look: () => Promise<void>): Promise<void> {
    await look();
    await this.page.getByLabel('ZIP code or town').fill(place);
    await this.goOn('How may we reach you?');
    await look();
    await this.choose('Phone call');
    await this.page.getByLabel('Phone number').locator('visible=true').fill('(203) 555-0142');
    await this.goOn('What is safe when we call you?');
    await look();
    await this.page.getByRole('group', { name: 'May we leave a voicemail?' }).getByRole('radio', { name: 'No' }).check();
    await this.choose('Hang up and say nothing');
    await this.goOn('A few facts');
    await look();
    await this.goOn('Is it all right to go on?');
    await look();
    await this.tick(/a person at this desk may read/);
    await this.goOn('Check your answers');
    await look();
  }

  send(): Promise<void> {
    return this.goOn('We have your request', 'Send my request');
  }

  /** Number and code of the receipt. */
  async receipt(): Promise<{ reference: string; code: string }> {
    const [reference = '', code = ''] = await this.page.getByRole('definition').allInnerTexts();
    return { reference, code };
  }
}
