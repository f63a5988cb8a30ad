import { expect, type APIRequestContext } from '@playwright/test';

interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** The demo's mailbox, as its administrator reads it. */
export class DemoMailbox {
  constructor(
    private readonly request: APIRequestContext,
    private readonly base: string,
  ) {}

  async signIn(): Promise<void> {
    const answer = await this.request.post(`${this.base}/api/auth/login`, { data: { email: 'amos@example.org', password: 'demo lantern harbor' } });
    expect(answer.ok()).toBe(true);
  }

  /** Newest first. */
  async all(): Promise<Mail[]> {
    return (await (await this.request.get(`${this.base}/api/mailbox`)).json()) as Mail[];
  }

  /** Waits for a mail that was not there before `known`; `to`: where other journeys get such mails, too. */
  async next(subject: RegExp, known: number, to?: string): Promise<Mail> {
    let found: Mail | undefined;
    await expect
      .poll(async () => {
        const mails = await this.all();
        found = mails.slice(0, mails.length - known).find((mail) => subject.test(mail.subject) && (!to || mail.to === to));
        return found !== undefined;
      })
      .toBe(true);
    return found as Mail;
  }
}
