/** Of the queue's line: columns as they stand, nothing is counted here. */
export const PROMISED = 'i.promise_due as "dueAt", i.promise_left as "dueLeft", i.contacted_at as "contactedAt", i.promise_kept as "promiseKept"';

/** What decides where the promise stands, locked; nothing once the first contact was made or the request was closed. $1 request. */
export const PROMISE = `
select i.opened_at as "openedAt", i.priority, i.asleep and 'wrote' = any(i.wakes_on) as sleeps, i.reply_by as "replyBy", i.promise_minutes as minutes, i.promise_due as due, i.promise_left as left
from intake.inquiry i where i.id = $1 and i.status <> 'closed' and i.contacted_at is null for update`;

/** $1 request, $2 minutes, $3 due, $4 left, $5 until when an answer is waited for. Told to screens where the instant moved. */
export const PUT_PROMISE = `
with moved as (
  update intake.inquiry set promise_minutes = $2, promise_due = $3, promise_left = $4, reply_by = $5 where id = $1 returning id
) insert into platform.event (type, subject, body) select 'inquiry.promised', id, jsonb_build_object('dueAt', $3::timestamptz, 'left', $4::integer) from moved`;

/** The first contact, once: $1 request, $2 when. Whether the promise was kept is decided here and never again. */
export const FIRST_CONTACT_MADE = `
with made as (
  update intake.inquiry set contacted_at = $2, reply_by = null, promise_kept = case when promise_minutes is not null then promise_due is null or promise_due >= $2 end
  where id = $1 and contacted_at is null returning id, promise_kept
) insert into platform.event (type, subject, body) select 'inquiry.contacted', id, jsonb_build_object('kept', promise_kept, 'at', $2::timestamptz) from made`;

/** Whose answer was waited for in vain; a row that somebody holds is looked at the next time. $1 now. */
export const WAITED_ENOUGH = `select id from intake.inquiry where reply_by <= $1 order by reply_by limit 500 for update skip locked`;
