import { Injectable } from '@nestjs/common';
import { Audit, type AuditAct } from '../../audit/index.js';
import { RESTRICTED } from '../../intake/index.js';
import { can, Tries } from '../../people/index.js';
import { Clock, Config, Db, notFound, PUBLIC, sha256, token, tooMany, type Actor } from '../../platform/index.js';
import { calendarOf, type Appointment } from '../domain/calendar.js';
import type { CalendarView, MadeCalendarView } from './calendar.dto.js';

const MADE = 'select made_at as "madeAt" from follow_up.calendar where account_id = $1';
/** A new address takes the place of the old one, which nobody finds from then on. */
const MAKE = `
insert into follow_up.calendar (account_id, hash, made_at) values ($1, $2, $3)
on conflict (account_id) do update set hash = excluded.hash, made_at = excluded.made_at`;
const END = 'delete from follow_up.calendar where account_id = $1 returning account_id';

/** Requests that the holder has and may open; of them the number is told, and nothing else. */
const MINE = `i.assignee = a.id and i.data_key is not null and (a.restricted or not ${RESTRICTED})`;
/**
 * Whose address it is and what stands in it, by the account as it is now: who was closed is found no more, who lost the flag
 * misses what they may not open. One statement, read every few minutes by every calendar.
 */
const READ = `
select a.roles, (
  select coalesce(json_agg(e order by e."on", e.at, e.uid), '[]') from (
    select d.id::text as uid, 'due' as kind, i.reference, d.due_on::text as "on", null::timestamptz as at
    from follow_up.due d join intake.inquiry i on i.id = d.inquiry_id where d.done_at is null and ${MINE}
    union all
    select 'wakes-' || i.id, 'wakes', i.reference, null, i.wakes_at from intake.inquiry i where i.asleep and i.wakes_at is not null and ${MINE}
  ) e) as entries
from follow_up.calendar c join people.account a on a.id = c.account_id
where c.hash = $1 and a.active and (not a.demo or $2)`;

interface Entry {
  uid: string;
  kind: 'due' | 'wakes';
  reference: string;
  on: string | null;
  at: string | null;
}

const TITLES: Readonly<Record<Entry['kind'], string>> = { due: 'Follow-up', wakes: 'Wakes' };
const appointmentOf = ({ uid, kind, reference, on, at }: Entry): Appointment => ({ uid: `${uid}@referral-desk`, title: `${TITLES[kind]} ${reference}`, at: at === null ? (on ?? '') : new Date(at) });

/** Somebody's follow-ups and snoozes for their own calendar, behind an address that nobody else knows. */
@Injectable()
export class Calendars {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly tries: Tries,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async of(actor: Actor): Promise<CalendarView> {
    const [row] = await this.db.statement<{ madeAt: Date }>(actor, MADE, [actor.id]);
    return { madeAt: row?.madeAt.toISOString() ?? null };
  }

  async make(actor: Actor): Promise<MadeCalendarView> {
    const secret = token();
    const now = this.clock.now();
    await this.db.as(actor, async (tx) => {
      await tx.query(MAKE, [actor.id, sha256(secret), now]);
      await this.audit.record(tx, actor, actOf(actor, 'made'));
    });
    return { address: `${this.config.baseUrl}/calendar/${secret}/follow-ups.ics`, madeAt: now.toISOString() };
  }

  async end(actor: Actor): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const [ended] = await tx.query(END, [actor.id]);
      if (ended) await this.audit.record(tx, actor, actOf(actor, 'ended'));
    });
  }

  /**
   * The calendar as text. Throws 404 for an address that is none, was ended, or whose holder was closed or works with requests no
   * more, and 429 to who tries many of those. A right one is always read: it cannot be guessed, and an office shares one address.
   */
  async read(secret: string, address: string): Promise<string> {
    const [row] = await this.db.statement<{ roles: string[]; entries: Entry[] }>(PUBLIC, READ, [sha256(secret), this.config.demo]);
    if (row && can({ ...PUBLIC, roles: row.roles }, 'follow-up.read')) return calendarOf(row.entries.map(appointmentOf), this.clock.now());
    const wait = await this.tries.count('calendar', address);
    throw wait ? tooMany(wait) : notFound('calendar');
  }
}

const actOf = ({ id }: Actor, what: 'made' | 'ended'): AuditAct => ({ act: 'follow-up.read', object: 'calendar', objectId: id, fields: [what] });
