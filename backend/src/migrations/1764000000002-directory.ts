import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The directory in HSDS words, and `directory.listing`: one row of facts a service, kept by triggers. Whoever writes a row of
 * the directory marks its services in `stale_listing`; at commit they are computed anew, once, in the same transaction.
 */
export class Directory1764000000002 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(TABLES);
    await run.query(LISTING);
    await run.query(TRIGGERS);
    await run.query(`
grant usage on schema directory to desk_app;
grant select, insert, update, delete on all tables in schema directory to desk_app;
grant usage on all sequences in schema directory to desk_app;`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop schema directory cascade');
  }
}

const TABLES = `
create schema if not exists directory;

create table directory.organization (
  id uuid primary key,
  source text not null,
  source_id text not null,
  name text not null,
  alternate_name text,
  description text not null,
  email text,
  website text,
  legal_status text,
  year_incorporated smallint,
  last_modified timestamptz
);
create index organization_source on directory.organization (source, source_id);

create table directory.service (
  id uuid primary key,
  source text not null,
  source_id text not null,
  organization_id uuid constraint service_organization references directory.organization (id),
  name text not null,
  alternate_name text,
  description text not null,
  url text,
  email text,
  status text not null,
  interpretation_services text,
  application_process text,
  fees_description text,
  eligibility_description text,
  minimum_age smallint,
  maximum_age smallint,
  accreditations text,
  alert text,
  wait_time text,
  assured_date date,
  assured_by text,
  assured_method text,
  last_modified timestamptz,
  constraint service_status check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  constraint service_ages check (minimum_age is null or maximum_age is null or minimum_age <= maximum_age)
);
create index service_organization_id on directory.service (organization_id);
create index service_source on directory.service (source, source_id);
create index service_live on directory.service (status);

create table directory.location (
  id uuid primary key,
  source text not null,
  source_id text not null,
  organization_id uuid constraint location_organization references directory.organization (id),
  location_type text not null,
  name text,
  description text,
  transportation text,
  url text,
  latitude double precision,
  longitude double precision,
  zone text,
  confidentiality text not null default 'open',
  confidentiality_by uuid constraint location_confidentiality_by references people.account (id),
  confidentiality_at timestamptz,
  constraint location_type check (location_type in ('physical', 'postal', 'virtual')),
  constraint location_confidentiality check (confidentiality in ('open', 'partial', 'hidden')),
  constraint location_point check ((latitude is null) = (longitude is null) and latitude between -90 and 90 and longitude between -180 and 180)
);
create index location_organization_id on directory.location (organization_id);
create index location_undecided on directory.location (id) where confidentiality = 'hidden' and confidentiality_at is null;

create table directory.service_at_location (
  id uuid primary key,
  source text not null,
  service_id uuid not null constraint service_at_location_service references directory.service (id) on delete cascade,
  location_id uuid not null constraint service_at_location_location references directory.location (id) on delete cascade,
  description text,
  constraint service_at_location_pair unique (service_id, location_id)
);
create index service_at_location_location_id on directory.service_at_location (location_id);

create table directory.address (
  id uuid primary key,
  source text not null,
  location_id uuid not null constraint address_location references directory.location (id) on delete cascade,
  attention text,
  address_1 text,
  address_2 text,
  city text,
  region text,
  state_province text,
  postal_code text,
  country text not null default 'US',
  address_type text not null default 'physical',
  constraint address_type check (address_type in ('physical', 'postal', 'virtual'))
);
create index address_location_id on directory.address (location_id);

create table directory.phone (
  id uuid primary key,
  source text not null,
  organization_id uuid constraint phone_organization references directory.organization (id) on delete cascade,
  service_id uuid constraint phone_service references directory.service (id) on delete cascade,
  location_id uuid constraint phone_location references directory.location (id) on delete cascade,
  service_at_location_id uuid constraint phone_service_at_location references directory.service_at_location (id) on delete cascade,
  number text not null,
  extension text,
  type text,
  description text,
  position smallint not null default 0,
  constraint phone_owner check (num_nonnulls(organization_id, service_id, location_id, service_at_location_id) = 1)
);
create index phone_organization_id on directory.phone (organization_id);
create index phone_service_id on directory.phone (service_id);
create index phone_location_id on directory.phone (location_id);
create index phone_service_at_location_id on directory.phone (service_at_location_id);

create table directory.schedule (
  id uuid primary key,
  source text not null,
  service_id uuid constraint schedule_service references directory.service (id) on delete cascade,
  location_id uuid constraint schedule_location references directory.location (id) on delete cascade,
  service_at_location_id uuid constraint schedule_service_at_location references directory.service_at_location (id) on delete cascade,
  kind text not null default 'regular',
  group_label text,
  freq text,
  "interval" smallint,
  byday text,
  opens_at text,
  closes_at text,
  dtstart date,
  until date,
  valid_from date,
  valid_to date,
  description text,
  position smallint not null default 0,
  constraint schedule_owner check (num_nonnulls(service_id, location_id, service_at_location_id) = 1),
  constraint schedule_kind check (kind in ('regular', 'event')),
  constraint schedule_freq check (freq in ('WEEKLY', 'MONTHLY')),
  constraint schedule_times check (opens_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and closes_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
);
create index schedule_service_id on directory.schedule (service_id);
create index schedule_location_id on directory.schedule (location_id);
create index schedule_service_at_location_id on directory.schedule (service_at_location_id);

create table directory.language (
  id uuid primary key,
  source text not null,
  service_id uuid constraint language_service references directory.service (id) on delete cascade,
  location_id uuid constraint language_location references directory.location (id) on delete cascade,
  phone_id uuid constraint language_phone references directory.phone (id) on delete cascade,
  name text,
  code text,
  note text,
  constraint language_owner check (num_nonnulls(service_id, location_id, phone_id) = 1),
  constraint language_said check (num_nonnulls(name, code, note) > 0)
);
create index language_service_id on directory.language (service_id);
create index language_location_id on directory.language (location_id);
create index language_phone_id on directory.language (phone_id);

create table directory.accessibility (
  id uuid primary key,
  source text not null,
  location_id uuid not null constraint accessibility_location references directory.location (id) on delete cascade,
  description text,
  details text,
  url text
);
create index accessibility_location_id on directory.accessibility (location_id);

create table directory.service_area (
  id uuid primary key,
  source text not null,
  service_id uuid not null constraint service_area_service references directory.service (id) on delete cascade,
  name text,
  type text not null,
  value text,
  zips text[] not null default '{}',
  assumed boolean not null default false,
  constraint service_area_type check (type in ('nation', 'state', 'county', 'zip')),
  constraint service_area_value check ((type = 'zip') = (value is null) and (type <> 'zip' or cardinality(zips) > 0))
);
create index service_area_service_id on directory.service_area (service_id);
create index service_area_place on directory.service_area (type, value);

create table directory.cost_option (
  id uuid primary key,
  source text not null,
  service_id uuid not null constraint cost_option_service references directory.service (id) on delete cascade,
  option text,
  amount numeric,
  currency text,
  amount_description text
);
create index cost_option_service_id on directory.cost_option (service_id);

create table directory.service_capacity (
  id uuid primary key,
  source text not null,
  service_id uuid not null constraint service_capacity_service references directory.service (id) on delete cascade,
  unit text not null,
  available integer not null,
  maximum integer,
  description text,
  updated timestamptz not null,
  constraint service_capacity_sane check (available >= 0 and (maximum is null or maximum >= 0))
);
create index service_capacity_service_id on directory.service_capacity (service_id);

create table directory.taxonomy (
  id uuid primary key,
  code text not null,
  name text not null,
  description text not null,
  version text not null,
  constraint taxonomy_code unique (code)
);
create table directory.taxonomy_term (
  id uuid primary key,
  taxonomy_id uuid not null constraint taxonomy_term_taxonomy references directory.taxonomy (id),
  code text not null,
  name text not null,
  description text not null,
  parent_id uuid constraint taxonomy_term_parent references directory.taxonomy_term (id),
  position smallint not null default 0,
  constraint taxonomy_term_code unique (taxonomy_id, code)
);
create index taxonomy_term_by_code on directory.taxonomy_term (code);

create table directory.attribute (
  id uuid primary key,
  source text not null,
  service_id uuid not null constraint attribute_service references directory.service (id) on delete cascade,
  taxonomy_term_id uuid not null constraint attribute_term references directory.taxonomy_term (id),
  link_type text,
  position smallint not null default 0,
  suggested boolean not null default false,
  weight real,
  rejected boolean not null default false,
  confirmed_by uuid constraint attribute_confirmed_by references people.account (id),
  confirmed_at timestamptz,
  constraint attribute_pair unique (service_id, taxonomy_term_id),
  constraint attribute_weight check (weight between 0 and 1),
  constraint attribute_suggested check (suggested or weight is null or confirmed_at is not null)
);
create index attribute_term_id on directory.attribute (taxonomy_term_id);
create index attribute_undecided on directory.attribute (service_id) where suggested and not rejected;

create table directory.zip (
  zip text primary key,
  city text not null,
  state text not null,
  county text,
  county_fips text,
  county_before text,
  lat double precision,
  lon double precision,
  constraint zip_digits check (zip ~ '^[0-9]{5}$')
);
create index zip_county on directory.zip (state, county);

create table directory.import_run (
  id uuid primary key,
  source text not null,
  form text not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  counts jsonb not null default '{}'
);
create index import_run_source on directory.import_run (source, started_at);
create table directory.import_finding (
  run_id uuid not null constraint import_finding_run references directory.import_run (id) on delete cascade,
  position integer not null,
  file text not null,
  row integer not null,
  "column" text,
  code text not null,
  detail text not null,
  action text not null,
  constraint import_finding_pkey primary key (run_id, position),
  constraint import_finding_action check (action in ('repaired', 'refused'))
);

create table directory.listing (
  service_id uuid primary key constraint listing_service references directory.service (id) on delete cascade,
  status text not null,
  facts jsonb not null,
  last_modified timestamptz not null
);
create index listing_live on directory.listing (service_id) where status = 'active';
create table directory.stale_listing (service_id uuid primary key);
`;

const LISTING = `
-- Hidden: nothing below county and state. Partial: the ZIP and its centroid, never the location's own point.
create view directory.place as
select sl.service_id, l.id as location_id, l.confidentiality,
  case when l.confidentiality <> 'hidden' then left(a.postal_code, 5) end as zip,
  case l.confidentiality when 'open' then coalesce(l.latitude, z.lat) when 'partial' then z.lat end as lat,
  case l.confidentiality when 'open' then coalesce(l.longitude, z.lon) when 'partial' then z.lon end as lon,
  case when l.confidentiality <> 'hidden' then coalesce(a.city, z.city) end as city,
  coalesce(z.county_before, z.county) || ', ' || z.state as county,
  coalesce(z.state, a.state_province) as state,
  (select bool_or(case when x.description ~* 'not wheelchair' then false when x.description ~* 'wheelchair' then true end) from directory.accessibility x where x.location_id = l.id) as wheelchair
from directory.service_at_location sl
join directory.location l on l.id = sl.location_id
left join lateral (select * from directory.address a where a.location_id = l.id order by (a.address_type = 'physical') desc, a.id limit 1) a on true
left join directory.zip z on z.zip = left(a.postal_code, 5);

-- Hours of a service from all three owners: its own, its places', and those of it at a place.
create view directory.hours as
select s.service_id as of_service, s.* from directory.schedule s where s.service_id is not null
union all select sl.service_id, s.* from directory.schedule s join directory.service_at_location sl on sl.id = s.service_at_location_id
union all select sl.service_id, s.* from directory.schedule s join directory.service_at_location sl on sl.location_id = s.location_id;

-- Evening: a weekday closing at or after 18:30 with at least one hour after 17:00. Closing before opening is past midnight.
create function directory.is_evening(byday text, opens text, closes text) returns boolean language sql immutable as $$
  select byday ~ '(MO|TU|WE|TH|FR)' and (closes < opens or (closes >= '18:30' and opens::time <= closes::time - interval '1 hour'))
$$;

create function directory.facts_of(ids uuid[]) returns table (service_id uuid, status text, facts jsonb) language sql stable as $$
select s.id, s.status, jsonb_build_object(
  'id', s.id, 'organizationId', s.organization_id, 'organization', coalesce(o.name, s.alternate_name, s.name), 'name', s.name, 'status', s.status,
  'intake', t.codes->'intake-status'->0,
  'needs', coalesce(t.codes->'need', '[]'), 'needsSuggested', coalesce(t.codes->'need?', '[]'),
  'serviceTypes', coalesce(t.codes->'service-type', '[]'), 'populations', coalesce(t.codes->'population', '[]'),
  'restrictions', coalesce(t.codes->'eligibility-restriction', '[]'), 'payments', coalesce(t.codes->'payment', '[]'),
  'delivery', coalesce(t.codes->'delivery', '[]'), 'features', coalesce(t.codes->'feature', '[]'),
  'languages', coalesce(g.codes, '[]'),
  'interpreter', case when t.codes->'feature' ? 'interpreter-phone' then true when s.interpretation_services ~* '^\\s*(no|none|not)\\M' then false when s.interpretation_services <> '' then true end,
  'minAge', s.minimum_age, 'maxAge', s.maximum_age,
  'areas', coalesce(a.areas, '[]'), 'places', coalesce(p.places, '[]'),
  'evenings', h.evenings, 'weekend', h.weekend, 'waitTime', s.wait_time,
  'capacity', c.capacity, 'assuredDate', s.assured_date,
  'free', coalesce(t.codes->'payment' ? 'free', false),
  'peer', coalesce(t.codes->'feature' ? 'peer-run', false) or coalesce(t.codes->'service-type' ?| array['peer-support', 'warmline'], false)
)
from directory.service s
left join directory.organization o on o.id = s.organization_id
left join lateral (
  select coalesce(jsonb_object_agg(k, codes), '{}') as codes from (
    select case when x.code = 'need' and a.suggested then 'need?' else x.code end as k,
      jsonb_agg(m.code order by a.suggested, a.position, a.weight desc nulls last, m.code) as codes
    from directory.attribute a join directory.taxonomy_term m on m.id = a.taxonomy_term_id join directory.taxonomy x on x.id = m.taxonomy_id
    where a.service_id = s.id and not a.rejected group by 1) q
) t on true
left join lateral (
  select jsonb_agg(distinct code) as codes from (
    select code from directory.language l where l.service_id = s.id
    union all select l.code from directory.language l join directory.service_at_location sl on sl.location_id = l.location_id where sl.service_id = s.id
    union all select l.code from directory.language l join directory.phone f on f.id = l.phone_id where f.service_id = s.id) q where code is not null
) g on true
left join lateral (
  select jsonb_agg(case a.type when 'zip' then jsonb_build_object('type', 'zip', 'zips', to_jsonb(a.zips))
    when 'county' then jsonb_build_object('type', 'county', 'value', a.value, 'zips', to_jsonb(a.zips))
    else jsonb_build_object('type', a.type, 'value', a.value) end order by a.type, a.value, a.id) as areas
  from directory.service_area a where a.service_id = s.id
) a on true
left join lateral (
  select jsonb_agg(jsonb_build_object('zip', p.zip, 'lat', p.lat, 'lon', p.lon, 'city', p.city, 'county', p.county, 'state', p.state,
    'wheelchair', p.wheelchair, 'hidden', p.confidentiality = 'hidden') order by p.location_id) as places
  from directory.place p where p.service_id = s.id
) p on true
left join lateral (
  select bool_or(directory.is_evening(h.byday, h.opens_at, h.closes_at)) as evenings, bool_or(h.byday ~ '(SA|SU)') as weekend
  from directory.hours h where h.of_service = s.id and h.byday is not null and h.opens_at is not null and h.closes_at is not null
) h on true
left join lateral (
  select jsonb_build_object('available', c.available, 'updated', c.updated) as capacity from directory.service_capacity c where c.service_id = s.id order by c.updated desc, c.id limit 1
) c on true
where s.id = any(ids)
$$;

create function directory.refresh_listings(ids uuid[]) returns void language sql as $$
  insert into directory.listing (service_id, status, facts, last_modified)
  select f.service_id, f.status, f.facts, now() from directory.facts_of(ids) f
  on conflict (service_id) do update set status = excluded.status, facts = excluded.facts, last_modified = excluded.last_modified
$$;
`;

const TRIGGERS = `
-- The argument is a query over the transition table "touched" that names the services of the changed rows.
create function directory.mark_stale() returns trigger language plpgsql as $$
begin
  execute format('insert into directory.stale_listing select distinct x from (%s) q(x) where x is not null order by 1 on conflict do nothing', tg_argv[0]);
  if tg_op = 'UPDATE' then
    execute format('insert into directory.stale_listing select distinct x from (%s) q(x) where x is not null order by 1 on conflict do nothing', replace(tg_argv[0], 'touched', 'former'));
  end if;
  return null;
end $$;

-- Runs at commit for every marked service; the first one does the work of all.
create function directory.refresh_stale() returns trigger language plpgsql as $$
declare ids uuid[];
begin
  with done as (delete from directory.stale_listing returning service_id) select array_agg(service_id) into ids from done;
  if ids is not null then perform directory.refresh_listings(ids); end if;
  return null;
end $$;
create constraint trigger stale_refresh after insert on directory.stale_listing deferrable initially deferred for each row execute function directory.refresh_stale();

do $$
declare
  own text := 'select service_id from touched';
  placed text := 'select sl.service_id from touched t join directory.service_at_location sl on sl.location_id = t.location_id';
  here text := 'select sl.service_id from touched t join directory.service_at_location sl on sl.id = t.service_at_location_id';
  rule record;
begin
  for rule in select * from (values
    ('service', 'select id from touched'),
    ('organization', 'select s.id from touched t join directory.service s on s.organization_id = t.id'),
    ('location', 'select sl.service_id from touched t join directory.service_at_location sl on sl.location_id = t.id'),
    ('service_at_location', own), ('address', placed), ('accessibility', placed),
    ('phone', own || ' union all ' || placed || ' union all ' || here || ' union all select s.id from touched t join directory.service s on s.organization_id = t.organization_id'),
    ('schedule', own || ' union all ' || placed || ' union all ' || here),
    ('language', own || ' union all ' || placed || ' union all select f.service_id from touched t join directory.phone f on f.id = t.phone_id'),
    ('service_area', own), ('cost_option', own), ('service_capacity', own), ('attribute', own)
  ) as r(name, query) loop
    execute format('create trigger %I after insert on directory.%I referencing new table as touched for each statement execute function directory.mark_stale(%L)', rule.name || '_new', rule.name, rule.query);
    execute format('create trigger %I after update on directory.%I referencing old table as former new table as touched for each statement execute function directory.mark_stale(%L)', rule.name || '_changed', rule.name, rule.query);
    execute format('create trigger %I after delete on directory.%I referencing old table as touched for each statement execute function directory.mark_stale(%L)', rule.name || '_gone', rule.name, rule.query);
  end loop;
end $$;
`;
