import { expect, type APIRequestContext, type APIResponse } from '@playwright/test';
import { randomUUID } from 'node:crypto';

const PASSWORD = 'demo lantern harbor';
const FORM = {
  asker: 'self', safety: 'yes', urgency: 'this_week', topics: ['low-mood'], words: 'I have stopped seeing people.', place: { zip: '06850', fixed: true }, contact: { channel: 'phone', phone: '203-555-0151' },
  safe: { voicemail: false, others: 'ask-for-me', name: 'Noor', times: ['afternoon'] }, facts: { age: { state: 'given', value: '25-59' }, person: { state: 'given', value: 'Noor' } }, language: 'en', consent: { read: true, followUp: true, wording: 'desk-en-1' },
};

/** A request with one option that its person wants, whose agency can be asked by link. */
export interface Chosen {
  inquiryId: string;
  option: string;
  optionId: string;
}

/** What a specialist does before somebody else comes in, through the desk's own API. */
export class SpecialistApi {
  private csrf = '';
  constructor(
    private readonly request: APIRequestContext,
    private readonly base: string,
  ) {}

  async signIn(email: string): Promise<void> {
    const answer = await this.request.post(`${this.base}/api/auth/login`, { data: { email, password: PASSWORD } });
    this.csrf = ((await answer.json()) as { csrf: string }).csrf;
  }

  async ask<T>(path: string, data: object): Promise<T> {
    const answer: APIResponse = await this.request.post(`${this.base}${path}`, { data, headers: { 'x-csrf-token': this.csrf } });
    expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  }

  /** As an administrator: no agency has an e-mail address any more, each has a phone. */
  async onlyPhones(): Promise<void> {
    for (let after: string | null = ''; after !== null; ) {
      const page: { items: { id: string; email: string | null; version: number }[]; next: string | null } = await (await this.request.get(`${this.base}/api/agencies?${after ? `after=${encodeURIComponent(after)}` : ''}`)).json();
      for (const { id, version } of page.items.filter(({ email }) => email)) {
        const answer = await this.request.put(`${this.base}/api/agencies/${id}`, { data: { phone: '203-555-0177', answerDays: 2 }, headers: { 'x-csrf-token': this.csrf, 'if-match': String(version) } });
        expect(answer.ok()).toBe(true);
      }
      after = page.next;
    }
  }

  /** A new request that was claimed, matched, offered and chosen. */
  async chosen(over: object = {}): Promise<Chosen> {
    const sent = await this.request.post(`${this.base}/api/public/inquiries`, { data: { ...FORM, ...over }, headers: { 'idempotency-key': randomUUID() } });
    const { reference } = (await sent.json()) as { reference: string };
    const { items } = (await (await this.request.get(`${this.base}/api/queue?size=100`)).json()) as { items: { id: string; reference: string }[] };
    const id = items.find((item) => item.reference === reference)?.id ?? '';
    const { needs } = await this.ask<{ needs: { id: string }[] }>(`/api/inquiries/${id}/claim`, {});
    const { results } = await this.ask<{ results: { serviceId: string }[] }>(`/api/inquiries/${id}/matches`, {});
    const options = await this.ask<{ id: string; name: string }[]>(`/api/inquiries/${id}/options`, { needId: needs[0]?.id, serviceIds: results.slice(0, 6).map(({ serviceId }) => serviceId) });
    for (const { id: optionId, name } of options) {
      const { ways } = await this.ask<{ ways: string[] }>(`/api/inquiries/${id}/referral-preview`, { optionId, fields: [] });
      if (!ways.includes('link')) continue;
      await this.ask(`/api/options/${optionId}/decision`, { decision: 'chosen' });
      return { inquiryId: id, option: name, optionId };
    }
    throw new Error('None of the six has an address');
  }

  /** Asks the agency by link, with the consent to exactly what the preview shows. */
  async refer({ inquiryId, optionId }: Chosen): Promise<void> {
    const { hash } = await this.ask<{ hash: string }>(`/api/inquiries/${inquiryId}/referral-preview`, { optionId, fields: ['name', 'reach'] });
    await this.ask(`/api/inquiries/${inquiryId}/referrals`, { optionId, way: 'link', fields: ['name', 'reach'], agreed: true, hash });
  }
}
