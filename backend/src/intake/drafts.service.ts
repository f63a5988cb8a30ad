import { Injectable } from '@nestjs/common';
import { conflict, Db, Sealer, type Actor, type Place, type Tx } from '../platform/index.js';
import type { DraftView, SaveDraft } from './note.dto.js';
import type { Inquiry } from './inquiry.entity.js';
import { Inquiries } from './inquiries.service.js';
import { SealedInquiry } from './sealed-inquiry.js';

type Row = Inquiry & { dataKey: Buffer };
interface Which {
  actor: Actor;
  row: Row;
  about: DraftOf;
}
const NONE: DraftView = { text: '', savedAt: null };

/** A screen knows a draft by the millisecond of its saving: no two savings have the same one. */
const NOW = `date_trunc('milliseconds', clock_timestamp())`;
const AFTER = `greatest(${NOW}, date_trunc('milliseconds', draft.saved_at) + interval '1 millisecond')`;
const WHICH = `account_id = $1 and inquiry_id = $2 and about = $3`;
const SAME = `date_trunc('milliseconds', saved_at)`;
const INSERT = `insert into intake.draft (account_id, inquiry_id, about, body, saved_at) values ($1, $2, $3, $4, ${NOW}) on conflict (account_id, inquiry_id, about)`;
/** Where there is none; over the one that was read ($5); over whatever there is. Each is one statement, and decides by itself. */
const FIRST = `${INSERT} do nothing returning saved_at as at`;
const OVER = `update intake.draft set body = $4, saved_at = ${AFTER} where ${WHICH} and ${SAME} = $5::timestamptz returning saved_at as at`;
const ANY = `${INSERT} do update set body = excluded.body, saved_at = ${AFTER} returning saved_at as at`;
/** $4 the one that was read, $5 whatever there is. */
const DROP = `delete from intake.draft where ${WHICH} and (${SAME} = $4::timestamptz or $5::boolean) returning saved_at as at`;

/** What was written is kept elsewhere now. $1 who wrote, $2 request, $3 of what. */
export const USED_DRAFT = `delete from intake.draft where ${WHICH}`;

/** Of what: a note, or the words of a crisis record. */
export type DraftOf = 'note' | 'crisis';
const ACTS = { note: 'note.write', crisis: 'crisis.keep' } as const;

/** What is being written: one draft a person, request and kind of text, sealed with the request's key; it survives signing out and goes from device to device. */
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
  async save(actor: Actor, inquiryId: string, { text, over }: SaveDraft, about: DraftOf = 'note'): Promise<DraftView> {
    return this.db.as(actor, async (tx) => {
      const row = await this.inquiries.visible(tx, actor, ACTS[about], inquiryId);
      const saved = text ? await this.keep(tx, { actor, row, about }, { text, over }) : await this.drop(tx, { actor, row, about }, over);
      if (saved) return { text, savedAt: text ? saved.toISOString() : null };
      const now = await this.read(tx, { actor, row, about });
      if (now.text === text) return now;
      throw conflict('draft.elsewhere', 'This text was changed on another screen.', { ...now });
    });
  }

  async read(tx: Tx, { actor, row, about }: Which): Promise<DraftView> {
    const [draft] = await tx.query<{ body: Buffer; at: Date }>(`select body, saved_at as at from intake.draft where ${WHICH}`, [actor.id, row.id, about]);
    return draft ? { text: this.sealer.open<string>(this.sealed.key(row.dataKey, row.id), draft.body, this.place({ actor, row, about })), savedAt: draft.at.toISOString() } : NONE;
  }

  /** The actor's own draft. */
  async draft(actor: Actor, inquiryId: string, about: DraftOf = 'note'): Promise<DraftView> {
    return this.db.as(actor, async (tx) => this.read(tx, { actor, about, row: await this.inquiries.visible(tx, actor, ACTS[about], inquiryId) }));
  }

  /** When it was saved; undefined where another screen wrote since. */
  private async keep(tx: Tx, { actor, row, about }: Which, { text, over }: SaveDraft): Promise<Date | undefined> {
    const body = this.sealer.seal(this.sealed.key(row.dataKey, row.id), text, this.place({ actor, row, about }));
    const which = [actor.id, row.id, about, body];
    const [saved] = over ? await tx.query<{ at: Date }>(OVER, [...which, over]) : await tx.query<{ at: Date }>(over === null ? FIRST : ANY, which);
    return saved?.at;
  }

  private async drop(tx: Tx, { actor, row, about }: Which, over: SaveDraft['over']): Promise<Date | undefined> {
    const [gone] = await tx.query<{ at: Date }>(DROP, [actor.id, row.id, about, over ?? null, over === undefined]);
    return gone?.at;
  }

  /** A note's draft has no kind in its place: it was kept before there was another. */
  private place({ actor, row, about }: Which): Place {
    return this.sealed.place('body', `${actor.id}/${row.id}${about === 'note' ? '' : `/${about}`}`, 'intake.draft');
  }
}
