import { setTimeout as sleep } from 'node:timers/promises';
import { anInquiry } from '../an-inquiry.js';
import type { RealDesk } from './real-desk.js';
import { each, range, Wire, type Answer } from './wire.js';

const AT_ONCE = 100;
const DOUBLE_CLICK = 20; // every twentieth: 5 %
const PATIENCE_MS = 60_000;

/** What people know after a run with crashes: their receipts, and every kind of answer they met. */
export class Senders {
  /** Receipts by the number of the form. Several for one form are all kept, to be compared. */
  readonly receipts = new Map<number, string[]>();
  /** Answers by status; `broken` are connections that ended without one. */
  readonly met: Record<string, number> = {};
  /** Answers 503 that did not say when to try again. */
  mute = 0;
  private over = false;
  private readonly acknowledged: number[] = [];
  private readonly wire: Wire;

  constructor(
    desk: RealDesk,
    private readonly forms: number,
  ) {
    this.wire = new Wire(desk.port, AT_ONCE);
  }

  /** Sends all forms, 100 people at once; each insists with the same key until there is a receipt. */
  async run(): Promise<void> {
    await each(range(this.forms), AT_ONCE, async (form) => {
      const clicks = form % DOUBLE_CLICK ? 1 : 2;
      await Promise.all(range(clicks).map(() => this.insist(form)));
    });
    this.over = true;
    this.wire.close();
  }

  /** Resolves when this part of the forms has a receipt, or nobody sends any more. */
  async reached(share: number): Promise<void> {
    while (!this.over && this.receipts.size < this.forms * share) await sleep(2);
  }

  /** Milliseconds from `moment` to the first receipt after it; infinite when there was none. */
  async outage(moment: number): Promise<number> {
    const first = (): number | undefined => this.acknowledged.find((at) => at >= moment);
    while (!this.over && first() === undefined) await sleep(2);
    return (first() ?? Infinity) - moment;
  }

  private async insist(form: number): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until) {
      const answer = await this.wire.send('POST', '/api/public/inquiries', { headers: { 'idempotency-key': `fault-form-${String(form).padStart(8, '0')}` }, body: formOf(form) });
      this.note(answer);
      if (answer?.status === 201) return this.keep(form, answer.body);
      if (answer && answer.status !== 503) return;
      await sleep(100 + Math.random() * 200);
    }
  }

  private note(answer: Answer | undefined): void {
    const kind = answer ? String(answer.status) : 'broken';
    this.met[kind] = (this.met[kind] ?? 0) + 1;
    if (answer?.status === 503 && !answer.retryAfter) this.mute++;
  }

  private keep(form: number, body: string): void {
    this.acknowledged.push(Date.now());
    this.receipts.set(form, [...(this.receipts.get(form) ?? []), body]);
  }
}

/** The number of the form is its ZIP code: the one plain column that tells two forms apart. */
const formOf = (form: number): Record<string, unknown> => anInquiry({ place: { zip: String(form).padStart(5, '0'), fixed: true } });

/** What the database says about a run. */
export interface Books {
  inquiries: number;
  keys: number;
  /** Events and audit rows of submitting. */
  events: number;
  audits: number;
  needs: number;
  consents: number;
  /** Forms that made more than one request. */
  doubled: number;
  references: Set<string>;
}

export async function books(desk: RealDesk): Promise<Books> {
  const [row] = await desk.sql<Omit<Books, 'references'>>(`
    select (select count(*) from intake.inquiry)::int as inquiries, (select count(*) from intake.idempotency)::int as keys,
      (select count(*) from platform.event e join intake.inquiry i on i.id = e.subject where type = 'inquiry.submitted')::int as events,
      (select count(*) from audit.entry a join intake.inquiry i on i.id::text = a.body->>'objectId' where a.body->>'act' = 'inquiry.submit')::int as audits,
      (select count(*) from intake.need)::int as needs, (select count(*) from intake.consent)::int as consents,
      (select count(*) from (select zip from intake.inquiry group by zip having count(*) > 1) x)::int as doubled`);
  const references = await desk.sql<{ reference: string }>('select reference from intake.inquiry');
  if (!row) throw new Error('The books are empty');
  return { ...row, references: new Set(references.map(({ reference }) => reference)) };
}
