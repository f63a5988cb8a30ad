import type { Response } from 'light-my-request';
import type { Colleague } from './a-colleague.js';
import type { Post } from './a-referral.js';
import type { TestDesk } from './test-database.js';

type Right = 'referrals' | 'listings' | 'team';

/** A browser in an agency's account, without script: keeps its cookie, sends forms. */
export class MemberBrowser {
  cookie = '';
  constructor(
    private readonly desk: TestDesk,
    readonly language = 'en',
  ) {}

  async get(path = ''): Promise<Response> {
    return this.take(await this.desk.app.inject({ method: 'GET', url: this.url(path), headers: this.headers() }));
  }

  async post(path: string, fields: Record<string, string | string[]> = {}): Promise<Response> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return this.take(await this.desk.app.inject({ method: 'POST', url: this.url(path), payload: body.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', ...this.headers() } }));
  }

  /** Posts to a page with the proof that another page of ours carries. */
  async send(path: string, fields: Record<string, string | string[]>, from = path): Promise<Response> {
    const { body } = await this.get(from);
    return this.post(path, { token: tokenIn(body), ...fields });
  }

  /** From the address to the inbox. */
  async signIn(post: Post, email: string): Promise<Response> {
    await this.post('', { email });
    return this.send('code', { code: await newCode(post, email) });
  }

  private headers(): Record<string, string> {
    return this.cookie ? { cookie: this.cookie } : {};
  }

  private take(answer: Response): Response {
    const set = answer.cookies.find(({ name }) => name === '__Host-member');
    if (set) this.cookie = set.value ? `${set.name}=${set.value}` : '';
    return answer;
  }

  private url(path: string): string {
    return path.startsWith('/') ? path : `/${this.language}/agency${path && `/${path}`}`;
  }
}

export const tokenIn = (body: string): string => /name="token" value="([^"]*)"/.exec(body)?.[1] ?? '';

const used = new Set<string>();
/** What `text` finds in a mail to an address that was not read yet. */
async function unread(post: Post, email: string, text: RegExp): Promise<string> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    for (const { to, mail } of post.received) {
      const [, found] = text.exec(mail.text ?? '') ?? [];
      if (to !== email || !found || used.has(mail.messageId ?? '')) continue;
      used.add(mail.messageId ?? '');
      return found;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`No mail with ${text} came to ${email}`);
}

/** The code that was mailed to an address and not taken yet. */
export const newCode = (post: Post, email: string): Promise<string> => unread(post, email, /^(\d{6})$/m);

export interface AMember {
  email: string;
  id: string;
  browser: MemberBrowser;
}

/** The path of an invitation that was mailed and not opened yet. */
export const invitationFor = (post: Post, email: string): Promise<string> => unread(post, email, /(\/a\/[\w-]{43})/);

/** A steward invites; the invited accept. */
export async function aMember(desk: TestDesk, post: Post, steward: Colleague, { agencyId, email, may }: { agencyId: string; email: string; may: Right[] }): Promise<AMember> {
  const { items } = await steward.ask<{ items: { id: string; email: string }[] }>('POST', `/api/agencies/${agencyId}/members`, { name: `Dana of ${email}`, email, may });
  const browser = new MemberBrowser(desk);
  const path = `/en${await invitationFor(post, email)}`;
  await browser.post(path);
  const answer = await browser.post(`${path}/code`, { code: await newCode(post, email) });
  if (answer.headers.location !== '/en/agency/inbox') throw new Error(`The invitation of ${email} was not accepted: ${answer.statusCode}`);
  return { email, browser, id: items.find((one) => one.email === email)?.id ?? '' };
}
