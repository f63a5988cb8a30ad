/** What the normal views hold. */
export const AWAKE = 'not i.asleep';

/** Of the queue's line: how it sleeps, and why it woke. Why it was put to sleep is sealed and not in the queue. */
export const SLEEP = `
  case when i.asleep then json_build_object('until', i.wakes_at, 'on', i.wakes_on) end as sleep,
  case when i.woke is not null then json_build_object('why', i.woke, 'at', i.woke_at) end as woke`;

/**
 * Wakes one request, once: $1 id, $2 why, $3 now, $4 whether whatever was asked for. Its own update is the decision, so that two
 * reasons at the same moment wake it once; silence counts where an answer was waited for.
 */
export const ROUSE = `
with woken as (
  update intake.inquiry i set asleep = false, wakes_at = null, wakes_on = '{}', woke = $2, woke_at = $3
  where i.id = $1 and i.asleep and ($4::boolean or (case when $2 = 'silence' then 'answer' else $2 end) = any(i.wakes_on)) returning i.id, i.assignee
) insert into platform.event (type, subject, body) select 'inquiry.woke', id, jsonb_build_object('why', $2::text, 'ownerId', assignee) from woken returning subject as id`;

export const LAY = `update intake.inquiry set asleep = true, wakes_at = $2, wakes_on = $3, woke = null, woke_at = null where id = $1 and status = 'claimed' returning id`;
export const GET_UP = `update intake.inquiry set asleep = false, wakes_at = null, wakes_on = '{}', woke = null, woke_at = null where id = $1 and (asleep or woke is not null) returning id`;
/** Whose time has come; a row that somebody holds is looked at the next time. */
export const TIME_IS_UP = `select id from intake.inquiry where asleep and wakes_at <= $1 order by wakes_at limit 500 for update skip locked`;
