import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Inquiries, Promises } from '../../intake/index.js';
import { Clock, Db, invalid, Sealer, type Actor, type Place, type Tx } from '../../platform/index.js';
import { transferFacts } from '../domain/on-behalf.js';
import type { OnBehalfView, WriteAdvocacy, WriteOnBehalf, WriteTransfer } from './on-behalf.dto.js';

const WRITE = `
insert into referrals.on_behalf (id, inquiry_id, kind, service_id, whom, asked, reached, joined, result, minutes, words, made_by, at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (id) do nothing returning id`;
const OFFERED = 'select 1 from referrals.option where inquiry_id = $1 and service_id = $2 limit 1';
/** Newest first. */
const LIST = `
select b.id, b.kind, s.name, b.whom, b.asked, b.result, b.minutes, b.words, json_build_object('id', a.id, 'name', a.name) as by, b.at
from referrals.on_behalf b join people.account a on a.id = b.made_by left join directory.service s on s.id = b.service_id where b.inquiry_id = $1 order by b.at desc, b.id desc limit 200`;
type Row = Omit<OnBehalfView, 'whom' | 'words'> & { name: string | null; whom: Buffer | null; words: Buffer | null };
const at = (column: 'whom' | 'words', row: string): Place => ({ table: 'referrals.on_behalf', column, row });

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
      return rows.map(({ name, whom, words, ...row }) => ({ ...row, whom: name ?? this.sealer.openWords(inquiry, whom, at('whom', row.id)) ?? '', words: this.sealer.openWords(inquiry, words, at('words', row.id)) }));
    });
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
