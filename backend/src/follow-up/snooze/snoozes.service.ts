import { Injectable } from '@nestjs/common';
import { Journal } from '../../audit/index.js';
import { Inquiries, Sleeping, type OpenInquiry, type WakesOn } from '../../intake/index.js';
import { conflict, Db, invalid, Sealer, type Actor, type Place, type Tx } from '../../platform/index.js';
import { wakes, WAKING_EVENTS } from '../domain/waking.js';
import type { WakeTime } from '../domain/wake-time.js';
import type { ReadTime, ReadTimeView, SnoozeAgain, SnoozeInquiry, SnoozeView } from './snooze.dto.js';
import { AGENCY_ASKED, HOLD, KEEP, LAST, SINCE } from './snooze.sql.js';
import { WakeTimes } from './wake-times.service.js';

const noteOf = (row: string): Place => ({ table: 'follow_up.snooze', column: 'note', row });
interface Last {
  words: string | null;
  on: WakesOn[];
  note: Buffer | null;
  until: Date | null;
  local: string | null;
  zone: string;
  by: string;
}
/** What is asked for, with its time read. */
interface Asked extends SnoozeInquiry {
  time: WakeTime | null;
  zone: string;
}

/** Putting a request to sleep, and getting it up again. */
@Injectable()
export class Snoozes {
  constructor(
    private readonly db: Db,
    private readonly inquiries: Inquiries,
    private readonly sleeping: Sleeping,
    private readonly times: WakeTimes,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
  ) {}

  /** Throws 404 like `visible`. */
  async view(actor: Actor, id: string): Promise<SnoozeView> {
    return this.db.as(actor, async (tx) => {
      const row = await this.inquiries.visible(tx, actor, 'follow-up.work', id);
      const [now] = await tx.query<{ asked: boolean; seen: string }>(AGENCY_ASKED, [id]);
      const [last] = await tx.query<Last>(LAST, [id]);
      return { ...(await this.times.zone(row)), agencyAsked: now?.asked ?? false, seen: now?.seen ?? '', last: last ? { words: last.words, on: last.on, note: this.sealer.openWords(row, last.note, noteOf(row.id)), by: last.by } : null };
    });
  }

  /** What the words say. Throws 422 that says what to write. */
  async read(actor: Actor, id: string, { words }: ReadTime): Promise<ReadTimeView> {
    const row = await this.db.as(actor, (tx) => this.inquiries.visible(tx, actor, 'follow-up.work', id));
    const { zone } = await this.times.zone(row);
    const { at, local } = await this.times.read(words, zone);
    return { at: at.toISOString(), local, zone };
  }

  /** Throws 422 for words that are no time; 409 `snooze.overtaken` with `why` when something came that the screen had not read. */
  async snooze(actor: Actor, id: string, asked: SnoozeInquiry): Promise<void> {
    await this.laying(actor, id, async (_, row) => {
      const { zone } = await this.times.zone(row);
      const time = asked.words?.trim() ? await this.times.read(asked.words, zone) : null;
      return { ...asked, words: time ? (asked.words?.trim() ?? null) : null, zone, time };
    });
  }

  /** As the last time. Throws 409 `snooze.none` where there was none, else as `snooze`. */
  async again(actor: Actor, id: string, { seen }: SnoozeAgain): Promise<void> {
    await this.laying(actor, id, async (tx, row) => {
      const [last] = await tx.query<Last>(LAST, [id]);
      if (!last) throw conflict('snooze.none', 'It was not asleep before. Say until when it is to sleep.');
      return { words: last.words, on: last.on, zone: last.zone, seen, note: this.sealer.openWords(row, last.note, noteOf(row.id)), time: await this.sameTime(last) };
    });
  }

  /** Up by hand; also takes the mark away that it woke. Nothing happens to one that is up. */
  async getUp(actor: Actor, id: string): Promise<void> {
    await this.db.as(actor, async (tx) => {
      await this.inquiries.visible(tx, actor, 'follow-up.work', id);
      const [held] = await tx.query<{ asleep: boolean }>(HOLD, [id]);
      await this.sleeping.getUp(tx, id);
      if (held?.asleep) await this.journal.record(tx, actor, { type: 'inquiry.got-up', subject: id }, { act: 'follow-up.work', object: 'inquiry', objectId: id, fields: ['snooze'] });
    });
    this.journal.nudge();
  }

  private async laying(actor: Actor, id: string, ask: (tx: Tx, row: OpenInquiry) => Promise<Asked>): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const row = await this.inquiries.visible(tx, actor, 'follow-up.work', id);
      const asked = await ask(tx, row);
      if (!asked.time && !asked.on.length) throw invalid([{ field: 'words', code: 'wakes', detail: 'Say when it is to wake: a time, an answer, or when they write' }]);
      await tx.query(HOLD, [id]);
      await this.refuseUnread(tx, id, asked.seen);
      await this.lay(tx, actor, row, asked);
    });
    this.journal.nudge();
  }

  private async refuseUnread(tx: Tx, id: string, seen: string): Promise<void> {
    const since = await tx.query<{ type: string; body: Record<string, unknown> }>(SINCE, [id, seen, WAKING_EVENTS]);
    const why = since.map(({ type, body }) => wakes(type, body)).find(Boolean);
    if (why) throw conflict('snooze.overtaken', 'Something came in the meantime. Read it first.', { why });
  }

  private async lay(tx: Tx, actor: Actor, row: OpenInquiry, { words, on, note, seen, zone, time }: Asked): Promise<void> {
    const { at: until = null, local = null } = time ?? {};
    if (!(await this.sleeping.lay(tx, row.id, { until, on }))) throw conflict('snooze.not-claimed', 'Only a claimed request sleeps. Claim it first.');
    await tx.query(KEEP, [row.id, actor.id, words, local, zone, until, on, this.sealer.sealWords(row, note, noteOf(row.id)), seen]);
    const event = { type: 'inquiry.snoozed', subject: row.id, body: { until: until?.toISOString() ?? null, on } };
    await this.journal.record(tx, actor, event, { act: 'follow-up.work', object: 'inquiry', objectId: row.id, fields: ['snooze'] });
  }

  private async sameTime({ words, until, local, zone }: Last): Promise<WakeTime | null> {
    if (!words) return null;
    return until && local && until > this.times.now() ? { at: until, local } : this.times.read(words, zone);
  }
}
