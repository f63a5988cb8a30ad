import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Db, notFound, Sealer, uuidv7, type Actor } from '../platform/index.js';
import { Sleeping } from './sleeping.service.js';

/** What a person adds to their request later. */
@Injectable()
export class AddedWords {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly sleeping: Sleeping,
    private readonly journal: Journal,
  ) {}

  /** As a note of theirs. `dangerous` words wake a request that sleeps, whatever was asked for; the event says why it woke and no word. Throws 404 when the request is gone. */
  async add(actor: Actor, inquiryId: string, text: string, dangerous: boolean): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const [row] = await tx.query<{ dataKey: Buffer }>(`select data_key as "dataKey" from intake.inquiry where id = $1 and data_key is not null`, [inquiryId]);
      if (!row) throw notFound('inquiry');
      const id = uuidv7();
      const body = this.sealer.sealWords({ id: inquiryId, ...row }, text, { table: 'intake.note', column: 'body', row: id });
      await tx.query(`insert into intake.note (id, inquiry_id, audience, body) values ($1, $2, 'person', $3)`, [id, inquiryId, body]);
      await this.journal.record(tx, actor, { type: 'inquiry.added-to', subject: inquiryId }, { act: 'inquiry.submit', object: 'inquiry', objectId: inquiryId, fields: ['note'] });
      if (dangerous) await this.sleeping.rouse(tx, inquiryId, 'unsafe');
    });
    this.journal.nudge();
  }
}
