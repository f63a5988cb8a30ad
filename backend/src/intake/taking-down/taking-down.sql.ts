import { DRAFT_DAYS } from '../domain/taking-down.js';
import { RESTRICTED } from '../queue.sql.js';
import { apart, topicsOf } from '../together.sql.js';

/** $1 account, $2 its key, $3 body, $4 hash of the sending's key: what was sent in the meantime is not kept again. */
export const KEEP = `
insert into intake.taking_down (account_id, data_key, body) select $1, $2, $3 where not exists (select from intake.idempotency where key_hash = $4)
on conflict (account_id) do update set data_key = excluded.data_key, body = excluded.body, saved_at = now() returning saved_at as at`;
export const DROP = 'delete from intake.taking_down where account_id = $1';
export const KEPT = 'select data_key as "dataKey", body, saved_at as at from intake.taking_down where account_id = $1';
export const END_OLD = `delete from intake.taking_down where saved_at < $1::timestamptz - interval '${DRAFT_DAYS} days' returning account_id`;

/** $1 phone's index, $2 e-mail's, $3 whether the reader may open restricted requests; $4 the audit's row: each look is written down. */
export const ALIKE = `
with audit as (insert into audit.entry (body) values ($4::jsonb))
select i.id, i.reference, i.status, to_char(i.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "openedAt", ${topicsOf('i')} as topics,
  case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as assignee
from intake.inquiry i left join people.account a on a.id = i.assignee
where (i.phone_index = $1::bytea or i.email_index = $2::bytea) and i.data_key is not null and i.erase_after is null and i.merged_into is null
  and not ${apart('i')} and (not ${RESTRICTED} or $3::boolean)
order by i.status = 'closed', i.opened_at desc, i.id limit 5`;
