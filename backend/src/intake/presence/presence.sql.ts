import { RESTRICTED } from '../queue.sql.js';

/** A tab that died is forgotten after this; it writes every 2.5 seconds, so one lost beat hides nobody. */
export const LIVES_SECONDS = 7;

/** $1 screen, $2 actor, $3 request, $4 may open restricted. A screen is its account's alone; an erased or foreign request has none. */
export const SHOW = `
insert into intake.presence (screen, account_id, inquiry_id, ends_at)
select $1::uuid, $2::uuid, i.id, now() + interval '${LIVES_SECONDS} seconds' from intake.inquiry i
where i.id = $3::uuid and i.data_key is not null and (not ${RESTRICTED} or $4::boolean)
on conflict (screen) do update set inquiry_id = excluded.inquiry_id, ends_at = excluded.ends_at where presence.account_id = excluded.account_id
returning screen`;

/** $1 screen, $2 actor, $3 request: only what it still shows, as it may have turned to another meanwhile. */
export const LEAVE = 'delete from intake.presence where screen = $1 and account_id = $2 and inquiry_id = $3';

/** Whether $1 of a request may be known to the actor: $1 request, $2 may open restricted. */
export const KNOWN = `select 1 from intake.inquiry i where i.id = $1 and (not ${RESTRICTED} or $2::boolean)`;

/** Everybody who looks now, one line a person and request. Whoever has a draft in it writes. */
export const NOW_HERE = `
select p.inquiry_id as "inquiryId", ${RESTRICTED} as restricted, a.id, a.name,
  exists (select from intake.draft d where d.account_id = a.id and d.inquiry_id = p.inquiry_id) as writing
from intake.presence p join intake.inquiry i on i.id = p.inquiry_id join people.account a on a.id = p.account_id and a.active
where p.ends_at > now() group by p.inquiry_id, i.id, a.id order by p.inquiry_id, a.name, a.id`;

/** Rows of screens that died: nobody reads them any more. */
export const SWEEP = `delete from intake.presence where screen in (select screen from intake.presence where ends_at < now() - interval '1 minute' for update skip locked)`;
