import { Injectable } from '@nestjs/common';
import { conflict, Db, Sealer, type Actor, type Tx } from '../platform/index.js';
import type { DraftView, SaveDraft } from './note.dto.js';
import type { Inquiry } from './inquiry.entity.js';
import { Inquiries } from './inquiries.service.js';
import { SealedInquiry } from './sealed-inquiry.js';

type Row = Inquiry & { dataKey: Buffer };
const NONE: DraftView = { text: '', savedAt: null };

/** What is being written: one draft a person and request, sealed with the request's key; it survives signing out and goes from device to device. */
@Injectable()
export class NoteDrafts {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly sealed: SealedInquiry,
    private readonly inquiries: Inquiries,
  ) {}

  /**
   * Keeps what is being written; an empty text drops it. A screen that says over which draft it writes (`over`, the `savedAt`
   * that it read) is refused where another screen wrote since: 409 `draft.elsewhere` with that text, so that nothing is lost unseen.
   */
  async save(actor: Actor, inquiryId: string, { text, over }: SaveDraft): Promise<DraftView> {
    return this.db.as(actor, async (tx) => {
      const row = await this.inquiries.visible(tx, actor, 'note.write', inquiryId);
      await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`draft ${actor.id} ${inquiryId}`]); // a draft that is not there yet has no row to lock
      const now = await this.read(tx, actor, row);
      if (now.text === text) return now;
      if (over !== undefined && over !== now.savedAt) throw conflict('draft.elsewhere', 'This note was changed on another screen.', { ...now });
      if (text) return this.keep(tx, actor, row, text);
      await tx.query('delete from intake.draft where account_id = $1 and inquiry_id = $2', [actor.id, inquiryId]);
      return NONE;
    });
  }

  async read(tx: Tx, actor: Actor, row: Row): Promise<DraftView> {
    const [draft] = await tx.query<{ body: Buffer; at: Date }>('select body, saved_at as at from intake.draft where account_id = $1 and inquiry_id = $2', [actor.id, row.id]);
    return draft ? { text: this.sealer.open<string>(this.sealed.key(row.dataKey, row.id), draft.body, this.place(actor, row.id)), savedAt: draft.at.toISOString() } : NONE;
  }

  /** The actor's own draft. */
  async draft(actor: Actor, inquiryId: string): Promise<DraftView> {
    return this.db.as(actor, async (tx) => this.read(tx, actor, await this.inquiries.visible(tx, actor, 'note.write', inquiryId)));
  }

  private async keep(tx: Tx, actor: Actor, row: Row, text: string): Promise<DraftView> {
    const body = this.sealer.seal(this.sealed.key(row.dataKey, row.id), text, this.place(actor, row.id));
    const [saved] = await tx.query<{ at: Date }>(
      `insert into intake.draft (account_id, inquiry_id, body) values ($1, $2, $3)
       on conflict (account_id, inquiry_id) do update set body = excluded.body, saved_at = greatest(clock_timestamp(), draft.saved_at + interval '1 millisecond') returning saved_at as at`,
      [actor.id, row.id, body],
    );
    return { text, savedAt: saved?.at.toISOString() ?? null };
  }

  private place(actor: Actor, inquiryId: string): { table: string; column: string; row: string } {
    return this.sealed.place('body', `${actor.id}/${inquiryId}`, 'intake.draft');
  }
}
