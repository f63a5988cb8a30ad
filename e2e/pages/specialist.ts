const PASSWORD = 'demo lantern harbor';

interface Option {
  id: string;
  name: string;
  organization: string;
  serviceId: string;
}

/** What happens at the desk while a person looks at their own page: the demo's staff, by the API. */
export class Specialist {
  private constructor(
    private readonly base: string,
    private readonly headers: Record<string, string>,
  ) {}

  static async signIn(base: string, email: string): Promise<Specialist> {
    const answer = await fetch(`${base}/api/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: PASSWORD }) });
    const { csrf } = (await answer.json()) as { csrf: string };
    const [cookie = ''] = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
    return new Specialist(base, { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' });
  }

  async ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object, more: Record<string, string> = {}): Promise<T> {
    const answer = await fetch(`${this.base}${path}`, { method, headers: { ...this.headers, ...more }, ...(body && { body: JSON.stringify(body) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** Claims the request and offers three services for its first need; their names in the order of offering. */
  async offersFor(reference: string): Promise<{ id: string; options: Option[] }> {
    const lists = await Promise.all(['all', 'review'].map((view) => this.ask<{ items: { id: string; reference: string }[] }>('GET', `/api/queue?view=${view}&size=100`))); // a form that is filled in as fast as here goes to the review list
    const id = lists.flatMap(({ items }) => items).find((item) => item.reference === reference)?.id ?? '';
    const { needs } = await this.ask<{ needs: { id: string }[] }>('POST', `/api/inquiries/${id}/claim`);
    const { results } = await this.ask<{ results: { serviceId: string }[] }>('POST', `/api/inquiries/${id}/matches`, {});
    const options = await this.ask<Option[]>('POST', `/api/inquiries/${id}/options`, { needId: needs[0]?.id, serviceIds: results.slice(0, 3).map(({ serviceId }) => serviceId) });
    return { id, options };
  }

  /** As a steward: gives the organization of a service an address, so that it can be asked by link. */
  async canBeAsked(serviceId: string | undefined): Promise<void> {
    const service = await this.ask<{ organization: string }>('GET', `/api/directory/services/${serviceId}`);
    const { items } = await this.ask<{ items: { id: string; name: string; version: number }[] }>('GET', `/api/agencies?search=${encodeURIComponent(service.organization)}`);
    const agency = items.find(({ name }) => name === service.organization);
    await this.ask('PUT', `/api/agencies/${agency?.id}`, { email: 'intake@agency.example.org', answerDays: 2 }, { 'if-match': String(agency?.version ?? 0) });
  }
}
