import { NUMBER } from '../directory.sql.js';

/** How alike a name must be to words that may be misspelt: `pg_trgm.word_similarity_threshold` while finding. */
export const LEAST_LIKE = 0.42;

/** What steward's eyes look for, of the listings that `found` names, each with a likeness; $1 is how many. The likest first; equals by name. */
const LISTED = (found: string): string => `
with found as (${found})
select s.id, s.name, coalesce(l.facts->>'organization', '') as organization, s.status, s.source, s.assured_date::text as "assuredDate", coalesce(case when v.rung = 'fresh' and v.next_at <= now() then 'due' else v.rung end, 'fresh') as rung,
  (select p.city from directory.place p where p.service_id = s.id and p.confidentiality <> 'hidden' and p.city is not null order by p.location_id limit 1) as city,
  ${NUMBER} as phone
from (select id, max(likeness) as likeness from found group by id) q join directory.service s on s.id = q.id left join directory.listing l on l.service_id = s.id left join directory.verification v on v.service_id = s.id
order by q.likeness desc, s.status <> 'active', s.name collate "C", s.id limit $1`;

/** $2 words, $3 digits or null. */
export const FIND = LISTED(`
  select s.id, word_similarity($2, s.name)::float8 as likeness from directory.service s where $2 <% s.name
  union all select s.id, 0.9 * word_similarity($2, o.name) from directory.organization o join directory.service s on s.organization_id = o.id where $2 <% o.name
  union all
  select x.service, 1 from directory.phone f, lateral (select f.service_id as service union all select s.id from directory.service s where s.organization_id = f.organization_id
    union all select sl.service_id from directory.service_at_location sl where sl.id = f.service_at_location_id or sl.location_id = f.location_id) x
  where $3::text is not null and directory.digits(f.number) like '%' || $3 and x.service is not null`);
/** $2 ids, $3 how alike each is: found in memory already. */
export const FIND_THESE = LISTED('select * from unnest($2::uuid[], $3::float8[]) as t(id, likeness)');

/** $1 service. What changed in it and in its organization, the newest first. */
export const CHANGES = `
select c.field, c.before, c.after, c.by_name as by, c.source, c.run_id as "runId", c.at from directory.change c
where c.service_id = $1 or c.organization_id = (select organization_id from directory.service where id = $1) order by c.at desc, c.id desc limit 200`;

export const NOTES = `select n.id, n.text, a.name as by, n.at from directory.note n join people.account a on a.id = n.account_id where n.service_id = $1 order by n.at desc, n.id desc limit 100`;
/** $1 id, $2 service, $3 text, $4 account. */
export const WRITE_NOTE = `insert into directory.note (id, service_id, text, account_id) select $1, s.id, $3, $4 from directory.service s where s.id = $2 returning id`;

const SIDE = (id: string): string => `(select jsonb_build_object('id', s.id, 'name', s.name, 'organization', coalesce(l.facts->>'organization', ''), 'source', s.source, 'status', s.status, 'assuredDate', s.assured_date,
  'phones', coalesce((select jsonb_agg(distinct n.number) from numbers n where n.service = s.id), '[]'), 'street', (select min(t.street) from streets t where t.service = s.id))
  from directory.service s left join directory.listing l on l.service_id = s.id where s.id = ${id})`;

/**
 * Active listings that share a number or a street and whose names are alike, which nobody has decided on. A number or street that more than
 * 40 listings share is a switchboard: it says nothing. A street that may not be told is not compared.
 */
export const PAIRS = `
with of as materialized (
  select f.service_id as service, f.number from directory.phone f where f.service_id is not null
  union all select sl.service_id, f.number from directory.phone f join directory.service_at_location sl on sl.id = f.service_at_location_id
  union all select sl.service_id, f.number from directory.phone f join directory.service_at_location sl on sl.location_id = f.location_id
  union all select s.id, f.number from directory.phone f join directory.service s on s.organization_id = f.organization_id),
numbers as materialized (select distinct o.service, o.number, directory.digits(o.number) as digits from of o join directory.service s on s.id = o.service and s.status = 'active' where length(directory.digits(o.number)) >= 7),
streets as materialized (
  select distinct sl.service_id as service, b.address_1 as street, lower(b.address_1) || ' ' || left(b.postal_code, 5) as key from directory.service_at_location sl join directory.service s on s.id = sl.service_id
  join directory.location o on o.id = sl.location_id and o.confidentiality = 'open' join directory.address b on b.location_id = o.id where s.status = 'active' and b.address_1 is not null),
keys as (select service, 'p' || digits as key from numbers union select service, 's' || key from streets),
telling as (select key from keys group by key having count(*) between 2 and 40),
pairs as (
  select a.service as first, b.service as second, bool_or(left(a.key, 1) = 'p') as phone, bool_or(left(a.key, 1) = 's') as street
  from telling t join keys a on a.key = t.key join keys b on b.key = t.key and a.service < b.service group by 1, 2),
alike as (
  select p.*, similarity(x.name, y.name) as name, coalesce(similarity(ox.name, oy.name), 0) as organization, x.source = y.source as source from pairs p
  join directory.service x on x.id = p.first join directory.service y on y.id = p.second left join directory.organization ox on ox.id = x.organization_id left join directory.organization oy on oy.id = y.organization_id
  where not exists (select from directory.twin w where w.first_id = p.first and w.second_id = p.second and w.undone_at is null))
select ${SIDE('q.first')} as first, ${SIDE('q.second')} as second, q.name, q.organization, q.phone, q.street, q.source
from (select * from alike order by name + organization desc, first, second limit 300) q`;

export const MERGED = `
select w.id, k.name as kept, m.name as merged, a.name as by, w.decided_at as at from directory.twin w
join directory.service k on k.id = w.kept_id join directory.service m on m.id in (w.first_id, w.second_id) and m.id <> w.kept_id join people.account a on a.id = w.decided_by
where w.undone_at is null and w.decided_at > now() - interval '30 days' order by w.decided_at desc, w.id limit 50`;

/** $1 first, $2 second, locked in one order. */
export const BOTH = `select id, status from directory.service where id in ($1, $2) order by id for update`;
/** $1 ids: whether one of them was merged into another. */
export const IS_MERGED = `select 1 from directory.twin where undone_at is null and verdict = 'merged' and (first_id = any($1::uuid[]) or second_id = any($1::uuid[])) and kept_id <> all($1::uuid[]) limit 1`;
/** $1 id, $2 first, $3 second, $4 verdict, $5 kept, $6 status before, $7 account. */
export const DECIDE = `insert into directory.twin (id, first_id, second_id, verdict, kept_id, status_before, decided_by) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`;
/** $1 service, $2 status, $3 account or null: what its source says counts again. */
export const STATUS = `update directory.service set status = $2, status_by = $3, status_at = case when $3::uuid is null then null else now() end, last_modified = now() where id = $1 returning id`;
/** $1 id, $2 account. */
export const UNDO = `update directory.twin set undone_at = now(), undone_by = $2 where id = $1 and undone_at is null and decided_at > now() - interval '30 days'
returning case when kept_id = first_id then second_id else first_id end as id, status_before as status, verdict`;
