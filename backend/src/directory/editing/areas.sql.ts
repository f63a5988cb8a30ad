const LABEL = `coalesce(a.name, a.value, nullif(array_to_string(a.zips, ', '), ''), a.description, case when a.type = 'shape' then 'An area drawn on a map' end, left(a.extent, 200), 'An area without a name')`;
const OF = `(a.service_id = $1 or a.service_at_location_id in (select sl.id from directory.service_at_location sl where sl.service_id = $1))`;

/** $1 service. */
export const AREAS = `select a.id, coalesce(a.type, 'words') as kind, ${LABEL} as label from directory.service_area a where ${OF} order by a.type, a.value, a.id`;

/** $1 service, $2 ids that stay. */
export const DROP_AREAS = `delete from directory.service_area a where ${OF} and a.id <> all($2::uuid[])`;
/** $1 service, $2 ids that stay: no import takes them away any more. */
export const KEEP_AREAS = `update directory.service_area a set source = 'agency' where ${OF} and a.id = any($2::uuid[])`;
/** $1 service, $2 areas as JSON. */
export const NEW_AREAS = `
insert into directory.service_area (id, source, service_id, type, value, zips, shape, name, extent, extent_type)
select uuidv7(), 'agency', $1, x.type, x.value, x.zips, x.shape, x.name, x.extent, x."extentType"
from jsonb_to_recordset($2::jsonb) as x(type text, value text, zips text[], shape jsonb, name text, extent text, "extentType" text)`;

/** $1 ids of areas that stand there, $2 new ones as JSON, $3 ZIP code, $4 service. Any yes is enough; any that nobody can tell forbids a no. */
export const SERVES = `
select case when bool_or(s.holds) then 'yes' when count(*) = 0 or bool_or(s.holds is null) then 'unknown' else 'no' end as serves
from (select directory.area_serves(q.type, q.value, q.zips, q.shape, $3, z) as holds from (
    select a.type, a.value, a.zips, a.shape from directory.service_area a where a.id = any($1::uuid[]) and (a.service_id = $4 or a.service_at_location_id in (select sl.id from directory.service_at_location sl where sl.service_id = $4))
    union all select x.type, x.value, x.zips, x.shape from jsonb_to_recordset($2::jsonb) as x(type text, value text, zips text[], shape jsonb)) q
  left join directory.zip z on z.zip = $3) s`;
