import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Inquiries, type OpenInquiry } from '../intake/index.js';
import { Clock, Db, uuidv7, type Actor, type Tx } from '../platform/index.js';
import { Settings } from '../settings/index.js';
import { followUpDay, localDay } from './domain/promise.js';
import type { MakeCard } from './referral.dto.js';

/** What a card leaves behind: a row, the day that was promised, its event. */
@Injectable()
export class CardBook {
  constructor(
    private readonly db: Db,
    private readonly inquiries: Inquiries,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  async record(actor: Actor, inquiryId: string, card: MakeCard): Promise<{ printedOn: string; followUpOn: string | null }> {
    const desk = await this.settings.desk();
    const followUpOn = await this.db.as(actor, async (tx) => {
      const inquiry = await this.inquiries.visible(tx, actor, 'option.offer', inquiryId);
      const day = inquiry.followUpOk ? followUpDay({ safety: inquiry.safety, topics: await this.topics(tx, inquiry) }, this.clock.now(), desk) : null;
      await this.insert(tx, actor, { inquiryId, followUpOn: day, ...card });
      return day;
    });
    this.journal.nudge();
    return { printedOn: localDay(this.clock.now(), desk.zone), followUpOn };
  }

  private async insert(tx: Tx, actor: Actor, { inquiryId, followUpOn, optionIds, how }: MakeCard & { inquiryId: string; followUpOn: string | null }): Promise<void> {
    const id = uuidv7();
    await tx.query('insert into referrals.card (id, inquiry_id, how, option_ids, made_by, follow_up_on) values ($1, $2, $3, $4, $5, $6)', [id, inquiryId, how, optionIds, actor.id, followUpOn]);
    await this.journal.record(tx, actor, { type: 'card.handed-out', subject: inquiryId, body: { cardId: id, how, followUpOn } }, { act: 'option.offer', object: 'card', objectId: id, fields: ['card', how] });
  }

  private async topics(tx: Tx, { id }: OpenInquiry): Promise<string[]> {
    return (await tx.query<{ topic: string }>('select topic from intake.need where inquiry_id = $1', [id])).map(({ topic }) => topic);
  }
}
