import type { Response } from 'light-my-request';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import type { InquiryView } from '../src/intake/inquiry.dto.js';
import type { ReferralPreview, ReferralView } from '../src/referrals/refer.dto.js';
import type { OptionView } from '../src/referrals/referral.dto.js';
import type { Colleague } from './a-colleague.js';
import { idOf, sent } from './an-inquiry.js';
import type { TestDesk } from './test-database.js';

/** An SMTP server of our own that keeps what it is given. It knows no mailbox called `gone`. */
export interface Post {
  url: string;
  received: { to: string; mail: ParsedMail }[];
  /** The newest mail to an address whose text matches; waits up to 30 s. */
  mail(to: string, text: RegExp): Promise<RegExpExecArray>;
  close(): Promise<void>;
}

export async function aPost(): Promise<Post> {
  const received: Post['received'] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _, done) => done(address.startsWith('gone@') ? Object.assign(new Error('No such mailbox here'), { responseCode: 550 }) : null),
    onData(stream, session, done) {
      void simpleParser(stream).then((mail) => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), mail });
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    async mail(to, text) {
      for (let waited = 0; waited < 30_000; waited += 50) {
        const found = received.filter((one) => one.to === to).map((one) => text.exec(one.mail.text ?? '')).findLast((one) => one !== null);
        if (found) return found;
        await new Promise((done) => setTimeout(done, 50));
      }
      throw new Error(`No mail to ${to} with ${text}; there are ${received.map((one) => `${one.to}: ${one.mail.subject}`).join(' | ')}`);
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}

/** A request of Ruth's with three offered options, of which the first was chosen. */
export interface Chosen {
  inquiry: InquiryView;
  options: OptionView[];
  option: OptionView;
  reference: string;
  code: string;
}

export async function aChoice(desk: TestDesk, ruth: Colleague, over: Record<string, unknown> = {}): Promise<Chosen> {
  const { reference, code } = await sent(desk, over);
  const inquiry = await ruth.ask<InquiryView>('POST', `/api/inquiries/${await idOf(desk, reference)}/claim`);
  const { results } = await ruth.ask<{ results: { serviceId: string }[] }>('POST', `/api/inquiries/${inquiry.id}/matches`, {});
  const options = await ruth.ask<OptionView[]>('POST', `/api/inquiries/${inquiry.id}/options`, { needId: inquiry.needs[0]?.id, serviceIds: results.slice(0, 3).map(({ serviceId }) => serviceId) });
  const option = await ruth.ask<OptionView>('POST', `/api/options/${options[0]?.id}/decision`, { decision: 'chosen' });
  return { inquiry, options, option, reference, code };
}

/** Gives the agency of an option an address. */
export async function anAddress(desk: TestDesk, option: OptionView, email: string): Promise<string> {
  const [row] = await desk.sql<{ id: string }>('select organization_id as id from directory.service where id = $1', [option.serviceId]);
  await desk.sql(`insert into directory.agency (organization_id, email, phone) values ($1, $2, '555-0177') on conflict (organization_id) do update set email = excluded.email`, [row?.id, email]);
  return row?.id ?? '';
}

/** Refers with the consent to exactly what the preview shows. */
export async function refer(ruth: Colleague, { inquiry, option }: Pick<Chosen, 'inquiry' | 'option'>, way: 'link' | 'phone' = 'link', fields = ['name', 'reach']): Promise<ReferralView> {
  const { hash } = await ruth.ask<ReferralPreview>('POST', `/api/inquiries/${inquiry.id}/referral-preview`, { optionId: option.id, fields });
  const all = await ruth.ask<ReferralView[]>('POST', `/api/inquiries/${inquiry.id}/referrals`, { optionId: option.id, way, fields, agreed: true, hash });
  return all.find(({ optionId, endedAt }) => optionId === option.id && !endedAt) as ReferralView;
}

/** A browser at an agency, without script: keeps the cookie, sends forms. */
export class AgencyBrowser {
  cookie = '';
  constructor(
    private readonly desk: TestDesk,
    readonly token: string,
    private readonly language = 'en',
  ) {}

  async get(page = '', method: 'GET' | 'HEAD' = 'GET'): Promise<Response> {
    return this.desk.app.inject({ method, url: this.url(page), headers: { ...(this.cookie && { cookie: this.cookie }) } });
  }

  async post(page: string, fields: Record<string, string> = {}): Promise<Response> {
    const payload = new URLSearchParams(fields).toString();
    const answer = await this.desk.app.inject({ method: 'POST', url: this.url(page), payload, headers: { 'content-type': 'application/x-www-form-urlencoded', ...(this.cookie && { cookie: this.cookie }) } });
    const [set] = answer.cookies;
    if (set) this.cookie = `${set.name}=${set.value}`;
    return answer;
  }

  /** Posts a page's own form, with its hidden proof. */
  async send(page: string, fields: Record<string, string>): Promise<Response> {
    const { body } = await this.get(page);
    return this.post(page, { token: /name="token" value="([^"]*)"/.exec(body)?.[1] ?? '', ...fields });
  }

  /** From the mailed link to the facts. */
  async enter(post: Post, email: string): Promise<Response> {
    const before = post.received.length;
    await this.post('');
    for (let waited = 0; post.received.slice(before).every(({ to, mail }) => to !== email || !/^\d{6}$/m.test(mail.text ?? '')); waited += 50) {
      if (waited > 10_000) throw new Error('No code came');
      await new Promise((done) => setTimeout(done, 50));
    }
    const [, code = ''] = await post.mail(email, /^(\d{6})$/m);
    return this.post('code', { code });
  }

  private url(page: string): string {
    return `/${this.language}/a/${this.token}${page && `/${page}`}`;
  }
}

export async function tokenFor(post: Post, email: string): Promise<string> {
  const [, token = ''] = await post.mail(email, /\/a\/([\w-]{43})/);
  return token;
}
