import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Journal } from '../audit/index.js';
import { Clock, Db, Jobs, SYSTEM, type Actor, type Tx } from '../platform/index.js';
import { FORGET_CRISES } from './crisis/crisis.sql.js';
import { CRISIS_SINCE } from './crisis/in-crisis.sql.js';
import { heldBack, type HeldBack } from './domain/erasing.js';
import type { OpenInquiry } from './inquiries.service.js';

/** What decides whether it is held back. */
interface Asked {
  id: string;
  safety: string;
  openedAt: Date;
}

const WORK = 'intake.erase-held';
const LARGEST_BATCH = 500;

/* A hash is still personal (VAWA): indexes, the words' hash and the body's hash go, too. The key of a sending stays, or a retry would make the request anew. */
const STRIP = `
update intake.inquiry set words = null, facts = null, phone_index = null, email_index = null, zip = null, age_band = null, code_hash = '', assignee = null,
  status = 'closed', erase_after = $2, version = version + 1 where id = $1`;
const DESTROY = `
update intake.inquiry set data_key = null, identity = null, safe_contact = null, words = null, facts = null, phone_index = null, email_index = null, zip = null, age_band = null,
  voicemail = null, code_hash = '', assignee = null, status = 'closed', erase_after = null, version = version + 1 where id = $1`;
/* A hint is counted, and tells of nobody any more. */
const REMOVE: readonly string[] = [
  `update intake.urgency_hint set inquiry_id = null, decided_by = null, heard_at = date_trunc('month', heard_at), decided_at = date_trunc('month', decided_at) where inquiry_id = $1`,
  'delete from intake.note where inquiry_id = $1',
  'delete from intake.task where inquiry_id = $1',
  'delete from intake.draft where inquiry_id = $1',
  'delete from intake.bulk_row where inquiry_id = $1',
  'delete from intake.tie where $1 in (first_id, second_id)',
  'delete from intake.merge where $1 in (gone_id, kept_id)', // what was merged into it is a request of its own again, see Merges
  'update intake.inquiry set merged_into = null where id = $1 and merged_into is not null',
  'delete from intake.presence where inquiry_id = $1',
  `update intake.skip set words = '(erased)' where inquiry_id = $1 and words is not null`,
  'delete from intake.quality_record where inquiry_id = $1 and done_at is null',
  'update intake.quality_record set note = null, answer = null where inquiry_id = $1', // how it was worked on is counted, and tells of nobody
  `update intake.assignment set reason = '(erased)' where inquiry_id = $1`,
  `update intake.idempotency set reply = '', body_hash = '' where inquiry_id = $1`,
];
const DUE = `select id from intake.inquiry where erase_after <= $1 order by erase_after limit ${LARGEST_BATCH} for update skip locked`;

/**
 * Erasing a person: their key is destroyed, and with it everything that was sealed under it, also in tables that keep their rows;
 * plain columns that say something of them are emptied. What stays is a tombstone: reference, days, topics, codes (trust.md 6.8).
 */
@Injectable()
export class Erasure implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: WORK, retries: 0, cron: '*/10 * * * *', work: async () => void (await this.look()) });
  }

  /** Until when, and why, deleting `inquiry` now would be held back. */
  async heldBack(actor: Actor, inquiry: Asked): Promise<HeldBack | undefined> {
    return this.db.as(actor, (tx) => this.heldIn(tx, inquiry));
  }

  /** With the caller's transaction: the crisis of a request whose person deleted it has ended, and nothing else may hold it back. */
  async holdNoLonger(tx: Tx, { id, safety, openedAt, eraseAfter }: OpenInquiry): Promise<void> {
    const now = this.clock.now();
    if (eraseAfter) await tx.query('update intake.inquiry set erase_after = $2 where id = $1', [id, heldBack({ safety, openedAt, crisisSince: null }, now)?.until ?? now]);
  }

  /**
   * With the caller's transaction, after every need ended and everything shared was taken back. Erases at once, or, for a fresh
   * "not safe" and while a crisis record is open, leaves name and contact to a supervisor until the returned time.
   */
  async erase(tx: Tx, actor: Actor, inquiry: OpenInquiry): Promise<Date | undefined> {
    const held = await this.heldIn(tx, inquiry);
    if (!held) {
      await this.destroy(tx, actor, inquiry.id);
      return undefined;
    }
    const { until } = held;
    await tx.query(STRIP, [inquiry.id, until]);
    for (const sql of REMOVE) await tx.query(sql, [inquiry.id]);
    const event = { type: 'inquiry.erase-held', subject: inquiry.id, body: { until: until.toISOString() } };
    await this.journal.record(tx, actor, event, { act: 'inquiry.erase', object: 'inquiry', objectId: inquiry.id, reason: 'held' });
    return until;
  }

  private async heldIn(tx: Tx, { id, safety, openedAt }: Asked): Promise<HeldBack | undefined> {
    const [crisis] = await tx.query<{ at: Date }>(CRISIS_SINCE, [id]);
    return heldBack({ safety, openedAt, crisisSince: crisis?.at ?? null }, this.clock.now());
  }

  /** Erases what was held back and is due; how many. */
  async look(): Promise<number> {
    const due = await this.db.as(SYSTEM, async (tx) => {
      const rows = await tx.query<{ id: string }>(DUE, [this.clock.now()]);
      for (const { id } of rows) await this.destroy(tx, SYSTEM, id);
      return rows.length;
    });
    if (due) this.journal.nudge();
    return due;
  }

  private async destroy(tx: Tx, actor: Actor, id: string): Promise<void> {
    await tx.query(DESTROY, [id]);
    for (const sql of [...REMOVE, ...FORGET_CRISES]) await tx.query(sql, [id]);
    await this.journal.record(tx, actor, { type: 'inquiry.erased', subject: id }, { act: 'inquiry.erase', object: 'inquiry', objectId: id });
  }
}
