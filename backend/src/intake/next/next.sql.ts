import { RESTRICTED } from '../queue.sql.js';

/** How long a request waits for who was given it: until their screen says that it shows it. */
const HELD = `interval '1 minute'`;
/** A request that somebody skipped does not come to them again this day. */
const SKIPPED = `interval '12 hours'`;
/** Of how many, in the queue's order, the best fit is taken. */
const LOOKED_AT = 200;

/* $1 actor, $2 may open restricted. Read again on the newest version of a row that somebody changed meanwhile: that keeps two from getting one. */
const FREE = `i.status = 'new' and i.review is null and (not ${RESTRICTED} or $2::boolean) and (i.next_until is null or i.next_until <= now() or i.next_for = $1::uuid)`;
const UNSEEN = `not exists (select from intake.presence p where p.inquiry_id = i.id and p.account_id <> $1::uuid and p.ends_at > now())
  and not exists (select from intake.skip s where s.inquiry_id = i.id and s.account_id = $1::uuid and s.at > now() - ${SKIPPED})`;

/** A language that few speak goes to who speaks it; one that the actor does not speak comes last. Only what a request shows unopened is asked. */
const LANGUAGE = `case when i.language <> 'en' and i.language = any(r.languages) then 0 when i.language = 'en' then 1 else 2 end`;
const KNOWN = `case when ('youth' = any(r.knows) and (i.minor or i.age_band in ('under-13', '13-17', '18-24'))) or ('family' = any(r.knows) and i.asker = 'carer') then 0 else 1 end`;

/** The most urgent request that nobody has, views or was given; it is held for the actor for a minute. $1 actor, $2 may open restricted. */
export const NEXT = `
update intake.inquiry set next_for = $1::uuid, next_until = now() + ${HELD}
where id = (
  select i.id from intake.inquiry i left join intake.routing r on r.account_id = $1::uuid
  where ${FREE} and i.id in (
    select i.id from intake.inquiry i where i.status <> 'closed' and ${FREE} and ${UNSEEN} order by i.priority, i.opened_at, i.id limit ${LOOKED_AT}
  )
  order by i.priority, (i.next_until > now()) desc nulls last, ${LANGUAGE}, ${KNOWN}, i.opened_at, i.id
  limit 1 for update of i skip locked
) returning id`;

/** $1 id of the skip, $2 request, $3 actor, $4 reason, $5 words, $6 event, $7 audit, $8 may open restricted. Nothing where it is not free any more. */
export const SKIP = `
with left_to_others as (
  update intake.inquiry i set next_until = null, next_for = null where i.id = $2::uuid and i.status = 'new' and i.data_key is not null and (not ${RESTRICTED} or $8::boolean) returning i.id
), written as (insert into intake.skip (id, inquiry_id, account_id, reason, words) select $1::uuid, id, $3::uuid, $4::text, $5::text from left_to_others),
event as (insert into platform.event (type, subject, body) select 'inquiry.skipped', id, $6::jsonb from left_to_others),
audit as (insert into audit.entry (body) select $7::jsonb from left_to_others)
select id from left_to_others`;

/** The newest first, of two weeks. $1 may open restricted. */
export const SKIPS = `
select s.id, s.inquiry_id as "inquiryId", i.reference, array(select n.topic from intake.need n where n.inquiry_id = i.id order by n.position) as topics,
  json_build_object('id', a.id, 'name', a.name) as by, s.reason, s.words, s.at, i.status = 'new' as waiting
from intake.skip s join intake.inquiry i on i.id = s.inquiry_id join people.account a on a.id = s.account_id
where s.at > now() - interval '14 days' and (not ${RESTRICTED} or $1::boolean) order by s.at desc, s.id desc limit 200`;

export const ROUTING = `select languages, knows from intake.routing where account_id = $1`;
export const ROUTE = `
insert into intake.routing (account_id, languages, knows) values ($1, $2, $3)
on conflict (account_id) do update set languages = excluded.languages, knows = excluded.knows returning languages, knows`;
