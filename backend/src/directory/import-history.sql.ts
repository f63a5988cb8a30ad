import { RULE } from './directory.sql.js';
import { OWN } from './listing-keeper.sql.js';

/** A place that all of a switchboard's listings share is not followed into each of them. */
const SHARING = 500;
const rowsOf = (table: string, object: string, order: string): string => `coalesce((select jsonb_agg(${object} order by ${order}) from directory.${table} r where ${OWN('r', 's.id')}), '[]')`;

/** $1 services, $2 places: of those services that are here, and of those at the places, the parts that are rows of their own. */
export const PARTS_OF = `
with ids as (
  select s.id from directory.service s where s.id = any($1::uuid[])
  union (select sl.service_id from directory.service_at_location sl where sl.location_id = any($2::uuid[]) order by sl.service_id limit ${SHARING}))
select s.id, ${rowsOf('phone', `jsonb_build_object('number', r.number, 'extension', r.extension, 'description', r.description)`, 'r.position, r.number, r.id')} as phones,
  coalesce((select jsonb_agg(${RULE} order by h.kind desc, h.position, h.id) from directory.hours h where h.of_service = s.id), '[]') as hours,
  coalesce((select jsonb_agg(distinct jsonb_build_object('code', r.code, 'name', r.name)) from directory.language r where r.service_id = s.id), '[]') as languages,
  array(select r.document from directory.required_document r where r.service_id = s.id and r.document is not null order by r.document) as documents,
  ${rowsOf('service_area', `jsonb_build_object('type', r.type, 'value', r.value, 'zips', r.zips, 'shape', r.shape, 'name', r.name, 'extent', r.extent, 'description', r.description)`, 'r.id')} as areas,
  array(select coalesce(r.amount_description, concat_ws(' ', r.option, r.amount::text, r.currency)) from directory.cost_option r where r.service_id = s.id order by 1) as costs,
  array(select x.name || ': ' || m.name from directory.attribute r join directory.taxonomy_term m on m.id = r.taxonomy_term_id join directory.taxonomy x on x.id = m.taxonomy_id where r.service_id = s.id and not r.rejected order by 1) as terms,
  array(select distinct case when o.confidentiality = 'open' then concat_ws(', ', o.name, b.address_1, b.address_2, b.city, b.state_province, b.postal_code) else 'A place whose address is not told' end
    from directory.service_at_location sl join directory.location o on o.id = sl.location_id left join directory.address b on b.location_id = o.id and b.address_type = 'physical' where sl.service_id = s.id order by 1) as places,
  array(select b.address_1 from directory.service_at_location sl join directory.location o on o.id = sl.location_id join directory.address b on b.location_id = o.id where sl.service_id = s.id and o.confidentiality <> 'open' and b.address_1 is not null) as streets
from ids join directory.service s using (id)`;

/** $1 changes as JSON, $2 source, $3 run. */
export const REMEMBER_IMPORTED = `
insert into directory.change (service_id, field, before, after, source, run_id)
select x.id, x.field, x.before, x.after, $2, $3 from jsonb_to_recordset($1::jsonb) as x(id uuid, field text, before text, after text)`;
