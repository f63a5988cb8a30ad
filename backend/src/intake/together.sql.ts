import { RESTRICTED } from './queue.sql.js';

/** How many days apart two requests for the same things from the same ZIP code are still a hint. */
export const NEAR_DAYS = 14;
/** Until when a merge can be taken back. */
export const UNDO_DAYS = 30;

/** Requests about violence stay by themselves, whatever speaks for it (VAWA): no index of theirs is kept, and no hint is given on either side. */
export const apart = (row: string): string => `(${row}.dv or exists (select from intake.need v where v.inquiry_id = ${row}.id and v.topic = 'abuse'))`;
export const topicsOf = (row: string): string => `array(select n.topic from intake.need n where n.inquiry_id = ${row}.id order by n.topic)`;

/**
 * What may be one with a request ($4), and what staff said of it. $1 to $3 as in the queue. Weak is what shares ZIP code and needs
 * within some days; what this actor may not open for its kind is not even counted.
 */
export const POSSIBLE = `
with me as (select i.*, ${topicsOf('i')} as topics from intake.inquiry i where i.id = $4::uuid and not ${apart('i')}),
ties as (
  select case when t.first_id = $4::uuid then t.second_id else t.first_id end as id, t.kind, t.made_at, a.name
  from intake.tie t join people.account a on a.id = t.made_by where $4::uuid in (t.first_id, t.second_id) and t.ended_at is null
), near as (
  select o.id, 'phone' as why from me join intake.inquiry o on o.phone_index = me.phone_index
  union all select o.id, 'email' from me join intake.inquiry o on o.email_index = me.email_index
  union all select o.id, 'needs' from me join intake.inquiry o on o.zip = me.zip and not o.dv and o.opened_at between me.opened_at - interval '${NEAR_DAYS} days' and me.opened_at + interval '${NEAR_DAYS} days'
    where ${topicsOf('o')} = me.topics
  union all select t.id, null from me, ties t
), found as (select id, array_remove(array_agg(distinct why order by why), null) as because from near where id <> $4::uuid group by id)
select i.id, i.reference, i.priority, i.status, to_char(i.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "openedAt", ${topicsOf('i')} as topics,
  case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as assignee, f.because,
  case when t.id is not null then json_build_object('kind', t.kind, 'by', t.name, 'at', to_char(t.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) end as tie,
  case when i.assignee = $1::uuid or $3::boolean then '["compare","link","merge"]'::json else '["link"]'::json end as actions
from found f join intake.inquiry i on i.id = f.id left join ties t on t.id = i.id left join people.account a on a.id = i.assignee
where i.data_key is not null and i.erase_after is null and i.merged_into is null and not ${apart('i')} and (not ${RESTRICTED} or $2::boolean)
order by (t.kind is not distinct from 'linked') desc, (f.because && array['phone', 'email']) desc, i.opened_at desc, i.id limit 20`;

/** Whether one of these requests ($1) is about violence. */
export const ANY_APART = `select 1 from intake.inquiry i where i.id = any($1::uuid[]) and ${apart('i')} limit 1`;

export const LOCK_BOTH = 'select id from intake.inquiry where id = any($1::uuid[]) order by id for update';
export const TIE = `
insert into intake.tie (id, first_id, second_id, kind, made_by, made_at) values ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, $5, $6)
on conflict (first_id, second_id) where ended_at is null do nothing returning id`;
export const UNTIE = `
update intake.tie set ended_at = $3, ended_by = $4 where first_id = least($1::uuid, $2::uuid) and second_id = greatest($1::uuid, $2::uuid) and ended_at is null and ($5::text is null or kind <> $5) returning id`;

const MERGE_COLUMNS = `m.id, m.gone_id as "goneId", m.kept_id as "keptId", m.made_at as "madeAt", a.name as by`;
/** The merge by which a request ($1) is gone. */
export const MERGE_OF = `select ${MERGE_COLUMNS}, k.reference as "keptReference" from intake.merge m join people.account a on a.id = m.made_by join intake.inquiry k on k.id = m.kept_id where m.gone_id = $1 and m.undone_at is null`;
/** What was merged into a request ($1), oldest first. */
export const MERGED_IN = `select ${MERGE_COLUMNS} from intake.merge m join people.account a on a.id = m.made_by where m.kept_id = $1 and m.undone_at is null order by m.made_at, m.id`;
export const HAS_MERGED = 'select 1 from intake.inquiry where merged_into = $1 limit 1';
export const MERGE = `
with gone as (update intake.inquiry set merged_into = $2, status = 'closed', version = version + 1 where id = $1 returning id)
insert into intake.merge (id, gone_id, kept_id, status_before, made_by, made_at) select $3, id, $2, $4, $5, $6 from gone`;
/* A need that was opened again meanwhile does not go back into a closed request. */
export const UNMERGE = `
with undone as (update intake.merge set undone_at = $2, undone_by = $3 where id = $1 and undone_at is null returning gone_id, status_before)
update intake.inquiry i set merged_into = null, version = version + 1,
  status = case when u.status_before <> 'closed' then u.status_before
    when not exists (select from intake.need n where n.inquiry_id = i.id and n.closed_at is null) then 'closed' when i.assignee is null then 'new' else 'claimed' end
from undone u where i.id = u.gone_id returning i.id`;
/** The owner and state of what a merged request ($1) is carried by. */
export const CARRIED_BY = 'select assignee, status from intake.inquiry where id = $1';
