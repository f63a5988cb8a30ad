import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where a service takes people from: towns and shapes on a map besides nation, state, county and ZIP codes; an area that cannot be
 * compared is told to matching as not known (decision 23). `directory.area_serves` is the same arithmetic as `matching/domain/serves.ts`.
 */
export class Where1764000000018 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const part of [COLUMNS, ...READ_MODEL.map(([from, to]) => rewritten(from, to)), ARITHMETIC, REFRESH]) await run.query(part);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`update directory.service_area set type = null, value = null, shape = null where type in ('town', 'shape')`);
    for (const [from, to] of [...READ_MODEL].reverse()) await run.query(rewritten(to, from));
    for (const part of ['drop function directory.area_serves, directory.town_serves, directory.shape_serves', BACK, REFRESH]) await run.query(part);
  }
}

const COLUMNS = `
alter table directory.service_area add column shape jsonb,
  drop constraint service_area_type, add constraint service_area_type check (type in ('nation', 'state', 'county', 'zip', 'town', 'shape')),
  drop constraint service_area_value, add constraint service_area_value check ((type in ('zip', 'shape')) = (value is null) and (type <> 'zip' or cardinality(zips) > 0)),
  add constraint service_area_shape check ((type is not distinct from 'shape') = (shape is not null))`;

const BACK = `
alter table directory.service_area drop constraint service_area_shape, drop column shape,
  drop constraint service_area_type, add constraint service_area_type check (type in ('nation', 'state', 'county', 'zip')),
  drop constraint service_area_value, add constraint service_area_value check ((type = 'zip') = (value is null) and (type <> 'zip' or cardinality(zips) > 0))`;

/** What changes in the statement that makes a listing's facts. */
const READ_MODEL: readonly (readonly [from: string, to: string])[] = [
  [`else jsonb_build_object('type', a.type, 'value', a.value) end order by a.type`,
    `when 'town' then jsonb_build_object('type', 'town', 'value', a.value, 'points', coalesce((select jsonb_agg(jsonb_build_array(t.lat, t.lon) order by t.zip) from directory.zip t
      where t.state = right(a.value, 2) and t.city = left(a.value, -4) and t.lat is not null), '[]'))
    when 'shape' then jsonb_build_object('type', 'shape', 'shape', a.shape)
    else case when a.type is null then '{"type": "unknown"}' else jsonb_build_object('type', a.type, 'value', a.value) end end order by a.type`],
  [`where sl.service_id = s.id) a where a.type is not null`, `where sl.service_id = s.id) a`],
  [`'hidden', p.confidentiality = 'hidden') order by p.location_id) as places`, `'hidden', p.confidentiality = 'hidden') || case when p.confidentiality = 'partial' then '{"partial": true}' else '{}'::jsonb end order by p.location_id) as places`],
];
const rewritten = (from: string, to: string): string => `do $do$ begin execute replace(pg_get_functiondef('directory.facts_of'::regproc), $a$${from}$a$, $b$${to}$b$); end $do$;`;

const MILES_PER_DEGREE = 'radians(1) * 3958.8';
/** Miles within which a border leaves it open on which side a ZIP code's people live. */
const EDGE = 3;
const HAVERSINE = '2 * 3958.8 * asin(sqrt(least(1, sin(radians(t.lat - (z).lat) / 2) ^ 2 + cos(radians((z).lat)) * cos(radians(t.lat)) * sin(radians(t.lon - (z).lon) / 2) ^ 2)))';

const ARITHMETIC = `
-- True: the shape holds the point. Null: its border is so near that nobody can tell, or the point is not known.
create function directory.shape_serves(shape jsonb, lat double precision, lon double precision) returns boolean language sql immutable as $$
  with edges as materialized (
    select polygon, (f.one->>0)::float8 as x1, (f.one->>1)::float8 as y1, (f.other->>0)::float8 as x2, (f.other->>1)::float8 as y2
    from jsonb_array_elements(shape->'polygons') with ordinality p(rings, polygon), jsonb_array_elements(p.rings) r(ring),
      lateral (select c.corner as one, lead(c.corner) over (order by c.n) as other from jsonb_array_elements(r.ring) with ordinality c(corner, n)) f
    where f.other is not null and lat is not null
      and lat between (shape#>>'{box,1}')::float8 - 0.1 and (shape#>>'{box,3}')::float8 + 0.1
  ), plane as (
    select (x1 - lon) * e as ax, (y1 - lat) * m as ay, (x2 - x1) * e as dx, (y2 - y1) * m as dy from edges, (select ${MILES_PER_DEGREE} as m, ${MILES_PER_DEGREE} * cos(radians(lat)) as e) scale
  )
  select case
    when lat is null or lon is null then null
    when exists (select from edges where (y1 > lat) <> (y2 > lat) and lon < (x2 - x1) * (lat - y1) / nullif(y2 - y1, 0) + x1 group by polygon having count(*) % 2 = 1) then true
    when exists (select from (select *, coalesce(least(1, greatest(0, -(ax * dx + ay * dy) / nullif(dx * dx + dy * dy, 0))), 0) as t from plane) q where sqrt((ax + t * dx) ^ 2 + (ay + t * dy) ^ 2) <= ${EDGE}) then null
    else false end
$$;

-- The ZIP code's town, or one so near that the ZIP code may belong to it.
create function directory.town_serves(town text, z directory.zip) returns boolean language sql stable as $$
  select case
    when town = (z).city || ', ' || (z).state then true
    when right(town, 2) <> (z).state then false
    when (z).lat is null then null
    else (select case when bool_or(${HAVERSINE} <= ${EDGE}) is not false then null else false end from directory.zip t where t.state = right(town, 2) and t.city = left(town, -4) and t.lat is not null) end
$$;

-- Without a query of its own, so that PostgreSQL writes it into the statement that asks.
-- Whether an area holds a ZIP code: true, false, or null where nobody can tell. z is the ZIP code's row, of nulls when the table does not know it.
create function directory.area_serves(type text, value text, zips text[], shape jsonb, asked text, z directory.zip) returns boolean language sql stable as $$
  select case
    when type is null then null
    when type = 'nation' then true
    when asked = any(zips) then true
    when type = 'zip' then false
    when (z).zip is null then null
    when type = 'state' then value = 'US-' || (z).state
    when type = 'county' then case
      when value in ((z).county || ', ' || (z).state, (z).county_before || ', ' || (z).state) then true
      when num_nonnulls((z).county, (z).county_before) = 0 and right(value, 2) = (z).state then null
      else false end
    when type = 'town' then directory.town_serves(value, z)
    else directory.shape_serves(shape, (z).lat, (z).lon) end
$$;`;

const REFRESH = 'select directory.refresh_listings(array_agg(id)) from directory.service';
