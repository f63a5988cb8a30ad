import { Injectable } from '@nestjs/common';
import { conflict, Db, Sealer, type Actor, type Tx } from '../platform/index.js';
import type { DraftView, SaveDraft } from './note.dto.js';
import type { Inquiry } from './inquiry.entity.js';
import { Inquiries } from './inquiries.service.js';
import { SealedInquiry } from './sealed-inquiry.js';

type Row = Inquiry & { dataKey: Buffer };
const NONE: DraftView = { text: '', savedAt: null };

/** A screen knows a draft by the millisecond of its saving: no two savings have the same one. */
const NOW = `date_trunc('milliseconds', clock_timestamp())`;
const AFTER = `greatest(${NOW}, date_trunc('milliseconds', draft.saved_at) + interval '1 millisecond')`;
const WHICH = `account_id = $1 and inquiry_id = $2`;
const SAME = `date_trunc('milliseconds', saved_at)`;
const INSERT = `insert into intake.draft (account_id, inquiry_id, body, saved_at) values ($1, $2, $3, ${NOW}) on conflict (account_id, inquiry_id)`;
/** Where there is none; over the one that was read ($4); over whatever there is. Each is one statement, and decides by itself. */
const FIRST = `${INSERT} do nothing returning saved_at as at`;
const OVER = `update intake.draft set body = $3, saved_at = ${AFTER} where ${WHICH} and ${SAME} = $4::timestamptz returning saved_at as at`;
const ANY = `${INSERT} do update set body = excluded.body, saved_at = ${AFTER} returning saved_at as at`;
/** $3 the one that was read, $4 whatever there is. */
const DROP = `delete from intake.draft where ${WHICH} and (${SAME} = $3::timestamptz or $4::boolean) returning saved_at as at`;

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
      const saved = text ? await this.keep(tx, actor, row, { text, over }) : await this.drop(tx, actor, row.id, over);
      if (saved) return { text, savedAt: text ? saved.toISOString() : null };
      const now = await this.read(tx, actor, row);
      if (now.text === text) return now;
      throw conflict('draft.elsewhere', 'This note was changed on another screen.', { ...now });
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

  /** When it was saved; undefined where another screen wrote since. */
  private async keep(tx: Tx, actor: Actor, row: Row, { text, over }: SaveDraft): Promise<Date | undefined> {
    const body = this.sealer.seal(this.sealed.key(row.dataKey, row.id), text, this.place(actor, row.id));
    const which = [actor.id, row.id, body];
    const [saved] = over ? await tx.query<{ at: Date }>(OVER, [...which, over]) : await tx.query<{ at: Date }>(over === null ? FIRST : ANY, which);
    return saved?.at;
  }

  private async drop(tx: Tx, actor: Actor, inquiryId: string, over: SaveDraft['over']): Promise<Date | undefined> {
    const [gone] = await tx.query<{ at: Date }>(DROP, [actor.id, inquiryId, over ?? null, over === undefined]);
    return gone?.at;
  }

  private place(actor: Actor, inquiryId: string): { table: string; column: string; row: string } {
    return this.sealed.place('body', `${actor.id}/${inquiryId}`, 'intake.draft');
  }
}
