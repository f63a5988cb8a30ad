export const LAST = `
select s.words, s.wakes_on as "on", s.note, s.until, s.local_time as "local", s.zone, a.name as by from follow_up.snooze s join people.account a on a.id = s.made_by where s.inquiry_id = $1`;
export const AGENCY_ASKED = `select exists (select from referrals.referral r where r.inquiry_id = $1 and r.way <> 'self' and r.state in ('sent', 'needs-info')) as asked, pg_current_snapshot()::text as seen`;

/** Held until the end: an answer that is handled meanwhile waits, and then finds the request asleep. */
export const HOLD = 'select asleep from intake.inquiry where id = $1 for update';
/** What came after the screen was read ($2, a snapshot); $3 types. A statement of its own, after the lock. */
export const SINCE = `select e.type, e.body from platform.event e where e.subject = $1 and e.type = any($3) and not pg_visible_in_snapshot(e.xid, $2::pg_snapshot) order by e.id`;
/** Whether whoever put it to sleep had already read this event ($2). */
export const READ_BEFORE = `select 1 from follow_up.snooze s, platform.event e where s.inquiry_id = $1 and e.id = $2 and pg_visible_in_snapshot(e.xid, s.seen::pg_snapshot)`;

export const KEEP = `
insert into follow_up.snooze (inquiry_id, made_by, words, local_time, zone, until, wakes_on, note, seen) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (inquiry_id) do update set made_by = excluded.made_by, made_at = now(), words = excluded.words, local_time = excluded.local_time, zone = excluded.zone,
  until = excluded.until, wakes_on = excluded.wakes_on, note = excluded.note, seen = excluded.seen`;
export const DECIDED_DANGER = `select 1 from intake.urgency_hint where inquiry_id = $1 and decision = 'danger'`;
