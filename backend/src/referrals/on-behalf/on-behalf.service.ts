import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Inquiries, Promises, type StaffRef } from '../../intake/index.js';
import { Clock, conflict, Db, invalid, notFound, Sealer, type Actor, type Place, type Tx } from '../../platform/index.js';
import { transferFacts, type AdvocacyDecision } from '../domain/on-behalf.js';
import type { DecideAdvocacy, OnBehalfView, WriteAdvocacy, WriteOnBehalf, WriteTransfer } from './on-behalf.dto.js';

const WRITE = `
insert into referrals.on_behalf (id, inquiry_id, kind, service_id, whom, asked, reached, joined, result, minutes, words, made_by, at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (id) do nothing returning id`;
const OFFERED = 'select 1 from referrals.option where inquiry_id = $1 and service_id = $2 limit 1';
/** Newest first. */
const LIST = `
select b.id, b.kind, s.name, b.whom, b.asked, b.result, b.minutes, b.words, json_build_object('id', a.id, 'name', a.name) as by, b.at, b.decision, b.decided_words as "decidedWords", json_build_object('id', d.id, 'name', d.name) as "decidedBy", b.decided_at as "decidedAt"
from referrals.on_behalf b join people.account a on a.id = b.made_by left join directory.service s on s.id = b.service_id left join people.account d on d.id = b.decided_by where b.inquiry_id = $1 order by b.at desc, b.id desc limit 200`;
/** One conditional update: of two who decide at once the first wins. */
const DECIDE = `
update referrals.on_behalf set decision = $3, decided_words = $4, decided_by = $5, decided_at = $6
where id = $1 and inquiry_id = $2 and kind = 'advocacy' and result = 'pending' and decision is null returning id`;
const STANDS = 'select result, decision from referrals.on_behalf where id = $1 and inquiry_id = $2';
interface Decided {
  decision: AdvocacyDecision | null;
  decidedWords: Buffer | null;
  decidedBy: StaffRef;
  decidedAt: string;
}
type Row = Omit<OnBehalfView, 'whom' | 'words' | 'decided'> & Decided & { name: string | null; whom: Buffer | null; words: Buffer | null };
const at = (column: 'whom' | 'words' | 'decided_words', row: string): Place => ({ table: 'referrals.on_behalf', column, row });

/** What was done with an agency on somebody's behalf: told in the request's history, counted by reports (R22). */
@Injectable()
export class OnBehalfs {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly inquiries: Inquiries,
    private readonly promises: Promises,
  ) {}

  /** Throws 404. */
  async list(actor: Actor, inquiryId: string): Promise<OnBehalfView[]> {
    return this.db.as(actor, async (tx) => {
      const inquiry = await this.inquiries.visible(tx, actor, 'note.write', inquiryId);
      const rows = await tx.query<Row>(LIST, [inquiryId]);
      return rows.map(({ name, whom, words, decision, decidedWords, decidedBy, decidedAt, ...row }) => ({
        ...row,
        whom: name ?? this.sealer.openWords(inquiry, whom, at('whom', row.id)) ?? '',
        words: this.sealer.openWords(inquiry, words, at('words', row.id)),
        decided: decision && { decision, words: this.sealer.openWords(inquiry, decidedWords, at('decided_words', row.id)), by: decidedBy, at: decidedAt },
      }));
    });
  }

  /** What was not decided yet is decided, by who knows it first; the same again changes nothing. Throws 404, 409 `advocacy.decided`. */
  async decide(actor: Actor, inquiryId: string, { entry, decision, words }: DecideAdvocacy & { entry: string }): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const inquiry = await this.inquiries.visible(tx, actor, 'note.write', inquiryId);
      const sealed = this.sealer.sealWords(inquiry, words, at('decided_words', entry));
      const done = await tx.query(DECIDE, [entry, inquiryId, decision, sealed, actor.id, this.clock.now()]);
      if (!done.length) return this.refuseDecided(tx, { inquiryId, entry, decision });
      await this.journal.record(tx, actor, { type: 'referral.advocacy-decided', subject: inquiryId, body: { onBehalfId: entry } }, { act: 'note.write', object: 'on-behalf', objectId: entry, fields: ['decision'] });
    });
    this.journal.nudge();
  }

  private async refuseDecided(tx: Tx, { inquiryId, entry, decision }: { inquiryId: string; entry: string; decision: AdvocacyDecision }): Promise<void> {
    const [stands] = await tx.query<{ result: string; decision: AdvocacyDecision | null }>(STANDS, [entry, inquiryId]);
    if (!stands) throw notFound('on-behalf');
    if (stands.decision === decision) return;
    throw conflict('advocacy.decided', 'It was decided already. Look again.', { decision: stands.decision ?? stands.result });
  }

  /** The person spoke with the agency: that is a contact. Throws 404, 422 `whom` without anybody, or for a service that was not offered. */
  transfer(actor: Actor, inquiryId: string, body: WriteTransfer): Promise<void> {
    const { reached, joined } = transferFacts(body.result);
    return this.write(actor, inquiryId, body, { kind: 'transfer', asked: null, reached, joined, result: body.result });
  }

  /** Throws as `transfer`. */
  advocacy(actor: Actor, inquiryId: string, body: WriteAdvocacy): Promise<void> {
    return this.write(actor, inquiryId, body, { kind: 'advocacy', asked: body.asked, reached: null, joined: null, result: body.result });
  }

  private async write(actor: Actor, inquiryId: string, body: WriteOnBehalf, { kind, asked, reached, joined, result }: Facts): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const inquiry = await this.inquiries.visible(tx, actor, 'note.write', inquiryId);
      await this.refuseNobody(tx, inquiryId, body);
      const now = this.clock.now();
      const sealed = [this.sealer.sealWords(inquiry, body.serviceId ? null : body.whom, at('whom', body.id)), this.sealer.sealWords(inquiry, body.words, at('words', body.id))];
      const made = await tx.query(WRITE, [body.id, inquiryId, kind, body.serviceId ?? null, sealed[0], asked, reached, joined, result, body.minutes, sealed[1], actor.id, now]);
      if (!made.length) return;
      if (joined) await this.promises.contacted(tx, inquiryId, now);
      const type = kind === 'transfer' ? 'referral.transferred' : 'referral.advocated';
      await this.journal.record(tx, actor, { type, subject: inquiryId, body: { onBehalfId: body.id } }, { act: 'note.write', object: 'on-behalf', objectId: body.id, fields: [kind] });
    });
    this.journal.nudge();
  }

  private async refuseNobody(tx: Tx, inquiryId: string, { serviceId, whom }: WriteOnBehalf): Promise<void> {
    if (serviceId && !(await tx.query(OFFERED, [inquiryId, serviceId])).length) throw invalid([{ field: 'serviceId', code: 'service.not-offered', detail: 'Choose a service that was offered here, or say whom in words' }]);
    if (!serviceId && !whom?.trim()) throw invalid([{ field: 'whom', code: 'whom.nobody', detail: 'Say whom: a service that was offered here, or somebody else in words' }]);
  }
}

/** The codes of an entry. */
interface Facts {
  kind: OnBehalfView['kind'];
  asked: OnBehalfView['asked'];
  reached: boolean | null;
  joined: boolean | null;
  result: OnBehalfView['result'];
}
