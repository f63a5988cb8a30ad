import { Injectable } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Db, Sealer, type Actor, type Tx } from '../platform/index.js';
import type { DraftView, WriteNote } from './inquiry.dto.js';
import type { Inquiry } from './inquiry.entity.js';
import { Inquiries } from './inquiries.service.js';
import { SealedInquiry } from './sealed-inquiry.js';

/** Plain-text notes and their drafts, sealed with the request's key: erasing the person erases both. */
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
    await tx.query('delete from intake.draft where account_id = $1 and inquiry_id = $2', [actor.id, inquiryId]);
    if (made.length) await this.journal.record(tx, actor, { type: 'inquiry.noted', subject: inquiryId, body: { noteId: id } }, { act: 'note.write', object: 'note', objectId: id });
  }

  /** Keeps what is being written; an empty text drops it. */
  async saveDraft(actor: Actor, inquiryId: string, text: string): Promise<DraftView> {
    return this.db.as(actor, async (tx) => {
      const row = await this.inquiries.visible(tx, actor, 'note.write', inquiryId);
      if (!text) await tx.query('delete from intake.draft where account_id = $1 and inquiry_id = $2', [actor.id, inquiryId]);
      return text ? this.keep(tx, actor, row, text) : { text, savedAt: null };
    });
  }

  private async keep(tx: Tx, actor: Actor, row: Inquiry & { dataKey: Buffer }, text: string): Promise<DraftView> {
    const body = this.sealer.seal(this.sealed.key(row.dataKey, row.id), text, this.draftPlace(actor, row.id));
    const [saved] = await tx.query<{ at: Date }>(
      `insert into intake.draft (account_id, inquiry_id, body) values ($1, $2, $3)
       on conflict (account_id, inquiry_id) do update set body = excluded.body, saved_at = now() returning saved_at as at`,
      [actor.id, row.id, body],
    );
    return { text, savedAt: saved?.at.toISOString() ?? null };
  }

  /** The actor's own draft; it survives signing out. */
  async draft(actor: Actor, inquiryId: string): Promise<DraftView> {
    return this.db.as(actor, async (tx) => {
      const row = await this.inquiries.visible(tx, actor, 'note.write', inquiryId);
      const [draft] = await tx.query<{ body: Buffer; at: Date }>('select body, saved_at as at from intake.draft where account_id = $1 and inquiry_id = $2', [actor.id, inquiryId]);
      if (!draft) return { text: '', savedAt: null };
      return { text: this.sealer.open<string>(this.sealed.key(row.dataKey, inquiryId), draft.body, this.draftPlace(actor, inquiryId)), savedAt: draft.at.toISOString() };
    });
  }

  private draftPlace(actor: Actor, inquiryId: string): { table: string; column: string; row: string } {
    return this.sealed.place('body', `${actor.id}/${inquiryId}`, 'intake.draft');
  }
}
