import { Injectable } from '@nestjs/common';
import { Clock, uuidv7, type StoredEvent, type Tx } from '../platform/index.js';
import { followUpDay, localDay } from '../referrals/index.js';
import { Settings } from '../settings/index.js';
import type { DueKind } from './due.entity.js';

/** Who stopped or deleted their request, or whose request was closed, is not turned to again. */
/* What was merged goes on with the request that stays. */
const STILL_OPEN = `exists (select from intake.inquiry i left join intake.inquiry k on k.id = i.merged_into where i.id = $2 and coalesce(k.status, i.status) <> 'closed')`;
const PROMISE = `
insert into follow_up.due as d (id, inquiry_id, kind, due_on) select $1, $2, 'did-it-help', $3::date where ${STILL_OPEN}
on conflict (inquiry_id, kind) where done_at is null do update set due_on = excluded.due_on`;
/** One open due a kind; an event that is handled again finds the due that it made, even a done one. */
const MAKE = `
insert into follow_up.due (id, inquiry_id, kind, due_on) select $1, $2, $3, $4
where ${STILL_OPEN} and not exists (select from follow_up.due d where d.inquiry_id = $2 and d.kind = $3 and d.made_at >= $5)
on conflict (inquiry_id, kind) where done_at is null do nothing`;
/** A referral that ended without help needs no further look once another way was taken, or the need has ended. */
const UNHEEDED = `exists (select from intake.need n where n.id = r.need_id and n.closed_at is null) and not exists (select from referrals.referral l where l.need_id = r.need_id and l.made_at >= r.ended_at)`;
const SETTLE = `
update follow_up.due d set done_at = now() where d.inquiry_id = $1 and d.done_at is null and not exists (
  select from referrals.referral r where r.inquiry_id = $1 and case d.kind
    when 'agency-asks' then r.state = 'needs-info'
    when 'no-answer' then (r.overdue_at is not null and r.state in ('sent', 'needs-info')) or (r.state = 'expired' and ${UNHEEDED})
    when 'agency-declined' then r.state = 'declined' and ${UNHEEDED}
    when 'agency-left' then r.ended_at is null and r.way = 'link'
    when 'call-answer' then r.state in ('accepted', 'waitlisted')
    else true end)
and d.kind in ('agency-asks', 'agency-left', 'no-answer', 'agency-declined', 'call-answer')`;
/** Whoever has a way under way, or behind them, that they were not yet asked about. */
const ASKED_ABOUT_ALL = `
update follow_up.due d set done_at = now() where d.inquiry_id = $1 and d.kind = 'did-it-help' and d.done_at is null and not exists (
  select from referrals.referral r where r.inquiry_id = $1 and r.state in ('self-contact', 'accepted', 'waitlisted', 'served', 'stopped')
    and not exists (select from follow_up.outcome o where o.referral_id = r.id and o.said_by = 'person'))`;
const SAID_SINCE = `
select 1 from intake.inquiry i cross join lateral (select max(f.offered_at) as at from referrals.offer f where f.inquiry_id = i.id) offered
where i.id = $1 and (exists (select from referrals.option o where o.inquiry_id = i.id and o.decided_at >= offered.at) or exists (select from referrals.card c where c.inquiry_id = i.id and c.made_at >= offered.at))`;
const ABOUT = `
select i.follow_up_ok as "followUpOk", i.safety, (select coalesce(array_agg(n.topic), '{}') from intake.need n where n.inquiry_id = i.id) as topics
from intake.inquiry i where i.id = $1`;

type Event = Pick<StoredEvent, 'subject' | 'at'>;

/** The days on which to turn to a request again: made, moved and closed, always in the caller's transaction. */
@Injectable()
export class Dues {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Local day of the desk, YYYY-MM-DD. */
  async today(): Promise<string> {
    return localDay(this.clock.now(), (await this.settings.desk()).zone);
  }

  /** The day that was promised to the person; a second promise moves it. */
  async promise(tx: Tx, inquiryId: string, day: string): Promise<void> {
    await tx.query(PROMISE, [uuidv7(), inquiryId, day]);
  }

  /** Something to do today because of `event`. Handling it again changes nothing. */
  async now(tx: Tx, { subject, at }: Event, kind: DueKind): Promise<void> {
    await tx.query(MAKE, [uuidv7(), subject, kind, await this.today(), at]);
  }

  /** An agency says how it ended, or that help begins after a wait: ask the person too, where they agreed to be asked. A day that was promised stays. */
  async askPerson(tx: Tx, { subject, at }: Event): Promise<void> {
    const [about] = await tx.query<{ followUpOk: boolean; safety: string; topics: string[] }>(ABOUT, [subject]);
    if (!about?.followUpOk) return;
    await tx.query(MAKE, [uuidv7(), subject, 'did-it-help', followUpDay(about, this.clock.now(), await this.settings.desk()), at]);
  }

  /** Closes what an agency's silence, question or refusal asked for and is dealt with. */
  async settle(tx: Tx, inquiryId: string): Promise<void> {
    await tx.query(SETTLE, [inquiryId]);
  }

  /** Closes "did it help" when nothing is left to ask about. */
  async heard(tx: Tx, inquiryId: string): Promise<void> {
    await tx.query(ASKED_ABOUT_ALL, [inquiryId]);
  }

  /** Options wait for a person who is to be called; nothing when they have said something of them since, as on the phone. */
  async callOptions(tx: Tx, event: Event): Promise<void> {
    const [said] = await tx.query(SAID_SINCE, [event.subject]);
    if (!said) await this.now(tx, event, 'call-options');
  }

  /** The person said what they want: they have heard of the options. */
  async told(tx: Tx, inquiryId: string): Promise<void> {
    await tx.query(`update follow_up.due set done_at = now() where inquiry_id = $1 and kind = 'call-options' and done_at is null`, [inquiryId]);
  }

  /** They do not want to be asked, or it is not safe: nobody asks again. */
  async stopAsking(tx: Tx, inquiryId: string): Promise<void> {
    await tx.query(`update follow_up.due set done_at = now() where inquiry_id = $1 and kind = 'did-it-help' and done_at is null`, [inquiryId]);
  }
}
