import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Inquiries, Promises } from '../../intake/index.js';
import { conflict, Db, Dispatcher, invalid, uuidv7, type Actor, type StoredEvent, type Tx } from '../../platform/index.js';
import { STOPS, whyUnsafe } from '../domain/attempt.js';
import { Dues } from '../dues.service.js';
import type { TryPerson } from '../follow-up.dto.js';

const ATTEMPT = 'insert into follow_up.attempt (id, inquiry_id, account_id, channel, result) values ($1, $2, $3, $4, $5)';
/** A colleague gave them something, or made a way with them: they were spoken with. */
const SPOKEN = ['card.handed-out', 'referral.made', 'option.decided'] as const;

/** When the desk first spoke with somebody: by a try that reached them, or by what was done with them. */
@Injectable()
export class FirstContacts implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly dispatcher: Dispatcher,
    private readonly inquiries: Inquiries,
    private readonly promises: Promises,
    private readonly dues: Dues,
    private readonly journal: Journal,
  ) {}

  onModuleInit(): void {
    for (const type of SPOKEN) this.dispatcher.on(type, (tx, event) => this.spoken(tx, event));
  }

  /** Writes down a try. Throws 404; 422 `channel.unsafe` when the person's plan forbids it, with why; 409 `contact.closed` when the request is over. */
  async tryPerson(actor: Actor, inquiryId: string, tried: TryPerson): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const inquiry = await this.inquiries.visible(tx, actor, 'follow-up.work', inquiryId);
      if (inquiry.status !== 'claimed') throw conflict('contact.closed', 'Only a claimed request goes on. Claim it first.');
      const why = whyUnsafe(inquiry, tried);
      if (why) throw invalid([{ field: tried.channel === inquiry.channel ? 'result' : 'channel', code: 'channel.unsafe', detail: why }]);
      await tx.query(ATTEMPT, [uuidv7(), inquiryId, actor.id, tried.channel, tried.result]);
      if (STOPS.includes(tried.result)) await this.stop(tx, inquiryId);
      await this.promises.tried(tx, inquiryId, tried.result);
      const event = { type: 'follow-up.tried', subject: inquiryId, body: { dueId: null, kind: 'contact', channel: tried.channel, result: tried.result } };
      await this.journal.record(tx, actor, event, { act: 'follow-up.work', object: 'inquiry', objectId: inquiryId, fields: [tried.channel, tried.result] });
    });
    this.journal.nudge();
  }

  private async stop(tx: Tx, inquiryId: string): Promise<void> {
    await this.inquiries.stopFollowUp(tx, inquiryId);
    await this.dues.stopAsking(tx, inquiryId);
  }

  /** Without an account the person did it on their own page: nobody of the desk was there. */
  private async spoken(tx: Tx, { subject, body, at }: StoredEvent): Promise<void> {
    if (body['actorId']) await this.promises.contacted(tx, subject, new Date(at));
  }
}
