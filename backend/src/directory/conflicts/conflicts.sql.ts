import { crisisTermOf } from '../crisis-lines.js';
import { publishedHere } from '../published-here.sql.js';
import { OWN, PAYMENT, PAYMENT_TERMS } from '../listing-keeper.sql.js';
import { CONFLICT_FIELDS } from './conflict-words.js';

const rowsOf = (table: string, of = 'r.service_id = s.id'): string => `coalesce((select jsonb_agg(to_jsonb(r)) from directory.${table} r where ${of} and r.source = 'agency'), '[]')`;
/** Areas that stood at a place and were left as they were stand there still. */
const AT_PLACES = OWN('r', 's.id');
const standing = CONFLICT_FIELDS.map((field) => `case when ${publishedHere(field, 's.id')} then '${field}' end`).join(', ');

/** Whether a place of the service is not open once the run is done: as it stands, unless the run itself (its places in $5 hidden, in $6 open) decides it. */
const HIDDEN = `exists (
  select from (select sl.location_id as id from directory.service_at_location sl where sl.service_id = s.id and not sl.id = any($2::uuid[]) union select p.location from jsonb_to_recordset($3::jsonb) as p(service uuid, location uuid) where p.service = s.id) x
  left join directory.location l on l.id = x.id
  where case when l.confidentiality_at is not null or l.source <> $4 then l.confidentiality <> 'open' when x.id = any($5::uuid[]) then true when x.id = any($6::uuid[]) then false else l.confidentiality <> 'open' end)`;

/**
 * $1 services: what was published of them here, and how it was before, in the columns' own names. $2 services at places that go with this
 * run, $3 pairs of service and place that it brings, $4 its source, $5 and $6 places that it hides and opens: all but $4 may be empty once it is written.
 */
export const PUBLISHED_HERE = `
select s.id, jsonb_build_object('description', s.description, 'url', s.url, 'eligibility_description', s.eligibility_description, 'fees_description', s.fees_description) as texts,
  ${rowsOf('phone')} as phones, ${rowsOf('schedule')} as hours, ${rowsOf('language')} as languages, ${rowsOf('required_document')} as documents,
  array(select m.code from directory.attribute r join (${PAYMENT_TERMS}) on m.id = r.taxonomy_term_id where r.service_id = s.id and not r.rejected order by 1) as payments,
  (select jsonb_object_agg(m.id, m.code) from ${PAYMENT_TERMS}) as "paymentCodes", ${rowsOf('service_area', `${AT_PLACES} and not coalesce(r.service_at_location_id = any($2::uuid[]), false)`)} as areas, array_remove(array[${standing}], null) as standing,
  coalesce((select jsonb_agg(p.before) from directory.publishing p where p.service_id = s.id and p.reverted_at is null), '[]') as before, ${HIDDEN} as hidden,
  coalesce((select jsonb_agg(jsonb_build_object('field', c.field, 'theirs', c.theirs)) from directory.conflict c where c.service_id = s.id and c.decision = 'ours'), '[]') as kept
from directory.service s where s.id = any($1::uuid[]) and exists (select from directory.publishing p where p.service_id = s.id and p.reverted_at is null)`;

/** $1 source, $2 conflicts as JSON. One that was decided for ours stays decided while the source says the same. */
export const RECORD = `
insert into directory.conflict (id, service_id, field, source, ours, theirs, rows)
select uuidv7(), x.service_id, x.field, $1, x.ours, x.theirs, x.rows from jsonb_to_recordset($2::jsonb) as x(service_id uuid, field text, ours jsonb, theirs jsonb, rows jsonb)
where not exists (select from directory.conflict c where c.service_id = x.service_id and c.field = x.field and c.decision = 'ours' and c.theirs = x.theirs)
on conflict (service_id, field) where decided_at is null do update set ours = excluded.ours, theirs = excluded.theirs, rows = excluded.rows, first_by = null, first_choice = null
where (directory.conflict.ours, directory.conflict.theirs) is distinct from (excluded.ours, excluded.theirs)`;

/** $1 source, $2 services, $3 `service/field` of those that are conflicts still: the others are over. */
export const OVER = `delete from directory.conflict where source = $1 and service_id = any($2::uuid[]) and decided_at is null and not (service_id || '/' || field = any($3::text[]))`;

const COLUMNS = `
select c.id, c.service_id as "serviceId", s.name as service, coalesce(o.name, '') as organization, c.field, c.source, c.ours, c.theirs, c.rows, c.since, c.first_by as "firstBy", c.first_choice as "firstChoice", a.name as "firstName",
  ${crisisTermOf('s.id')} as "crisisTerm",
  array(select f.number from directory.phone f where f.service_id = s.id or f.organization_id = s.organization_id or f.service_at_location_id in (select sl.id from directory.service_at_location sl where sl.service_id = s.id)
    or f.location_id in (select sl.location_id from directory.service_at_location sl where sl.service_id = s.id)) as numbers,
  array(select d.address_1 from directory.service_at_location sl join directory.location l on l.id = sl.location_id join directory.address d on d.location_id = l.id where sl.service_id = s.id and l.confidentiality <> 'open' and d.address_1 is not null) as streets
from directory.conflict c join directory.service s on s.id = c.service_id left join directory.organization o on o.id = s.organization_id left join people.account a on a.id = c.first_by
where c.decided_at is null`;
export const OPEN_CONFLICTS = `${COLUMNS} order by c.since, c.id limit 100`;
export const ONE_CONFLICT = `${COLUMNS} and c.id = $1 for update of c`;
export const LOOKED = `update directory.conflict set first_by = $2, first_choice = $3 where id = $1`;
export const DECIDE = `update directory.conflict set decided_at = now(), decided_by = $2, decision = $3, first_by = case when first_by = $2 then null else first_by end where id = $1`;

const own = (table: string): string => `delete from directory.${table} r where r.source = 'agency' and (r.service_id = $1 or r.service_at_location_id in (select id from directory.service_at_location where service_id = $1))`;
const spoken = (table: string): string => `delete from directory.${table} r where r.source = 'agency' and r.service_id = $1`;
/** $1 service: what stands here makes room for the source's rows. */
export const MAKE_ROOM = { phones: own('phone'), hours: own('schedule'), languages: spoken('language'), documents: spoken('required_document'), areas: own('service_area'), payments: `delete from directory.attribute r where r.service_id = $1 and ${PAYMENT}` } as const;
