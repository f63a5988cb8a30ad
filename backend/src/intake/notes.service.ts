import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Db, Sealer, type Actor, type Tx } from '../platform/index.js';
import type { WriteNote } from './note.dto.js';
import { USED_DRAFT } from './drafts.service.js';
import { Inquiries } from './inquiries.service.js';
import { SealedInquiry } from './sealed-inquiry.js';

/** Plain-text notes, sealed with the request's key: erasing the person erases them. */
@Injectable()
export class Notes {
  constructor(
    private readonly db: Db,
    private readonly journal: Journal,
    private readonly sealer: Sealer,
    private readonly sealed: SealedInquiry,
    private readonly inquiries: Inquiries,
  ) {}

  /** Writes a note once, whatever its id's retries, and drops the author's draft in the same transaction. */
  async write(actor: Actor, inquiryId: string, note: WriteNote): Promise<void> {
    await this.db.as(actor, (tx) => this.writeIn(tx, actor, inquiryId, note));
    this.journal.nudge();
  }

  /** With the caller's transaction. */
  async writeIn(tx: Tx, actor: Actor, inquiryId: string, { id, text, audience }: WriteNote): Promise<void> {
    const row = await this.inquiries.visible(tx, actor, 'note.write', inquiryId);
    const body = this.sealer.seal(this.sealed.key(row.dataKey, inquiryId), text, this.sealed.place('body', id, 'intake.note'));
    const made = await tx.query(`insert into intake.note (id, inquiry_id, author, audience, body) values ($1, $2, $3, $4, $5) on conflict (id) do nothing returning id`, [id, inquiryId, actor.id, audience, body]);
    await tx.query(USED_DRAFT, [actor.id, inquiryId, 'note']);
    if (made.length) await this.journal.record(tx, actor, { type: 'inquiry.noted', subject: inquiryId, body: { noteId: id } }, { act: 'note.write', object: 'note', objectId: id });
  }
}
