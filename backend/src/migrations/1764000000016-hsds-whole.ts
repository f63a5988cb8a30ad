import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The directory keeps all that HSDS 3.2 can say: the objects that had no table, the members that had no column, and on each row
 * the terms and the history that its source hangs on it (decision 20).
 */
export class HsdsWhole1764000000016 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const part of [TABLES, COLUMNS, READING, TRIGGERS]) await run.query(part);
    await run.query(`grant select, insert, update, delete on ${NEW.map((table) => `directory.${table}`).join(', ')} to desk_app`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(BACK);
  }
}

const NEW = ['program', 'contact', 'funding', 'required_document', 'organization_identifier', 'unit', 'url'];
const MARKED = ['organization', 'location', 'service_at_location', 'address', 'phone', 'schedule', 'language', 'accessibility', 'service_area', 'cost_option', 'service_capacity'];

const of = (table: string, owners: readonly string[]): string => owners.map((owner) => `${owner}_id uuid constraint ${table}_${owner} references directory.${owner} (id) on delete cascade,`).join('\n  ');
const indexes = (table: string, owners: readonly string[]): string => owners.map((owner) => `create index ${table}_${owner}_id on directory.${table} (${owner}_id);`).join('\n');
const owned = (table: string, owners: readonly string[], columns: string): string => `
create table directory.${table} (
  id uuid primary key,
  source text not null,
  ${of(table, owners)}
  ${columns},
  attributes jsonb,
  metadata jsonb${owners.length > 1 ? `,\n  constraint ${table}_owner check (num_nonnulls(${owners.map((owner) => `${owner}_id`).join(', ')}) = 1)` : ''}
);
${indexes(table, owners)}`;

const TABLES = [
  owned('program', ['organization'], 'name text not null,\n  alternate_name text,\n  description text not null'),
  owned('contact', ['organization', 'service', 'location', 'service_at_location'], 'name text,\n  title text,\n  department text,\n  email text,\n  position smallint not null default 0'),
  owned('funding', ['organization', 'service'], 'funder text'),
  owned('required_document', ['service'], 'document text,\n  uri text'),
  owned('organization_identifier', ['organization'], 'identifier_scheme text,\n  identifier_type text not null,\n  identifier text not null'),
  owned('unit', [], 'name text not null,\n  scheme text,\n  identifier text,\n  uri text'),
  owned('url', ['organization', 'service'], 'label text,\n  url text not null'),
].join('\n');

/** A parent organization may come later than its children, or never: its id is kept without a key. */
const COLUMNS = `
${MARKED.map((table) => `alter table directory.${table} add column attributes jsonb, add column metadata jsonb;`).join('\n')}
alter table directory.organization add column tax_status text, add column tax_id text, add column logo text, add column uri text, add column parent_organization_id uuid;
alter table directory.service add column program_id uuid constraint service_program references directory.program (id) on delete set null,
  add column fees text, add column licenses text, add column assurer_email text, add column metadata jsonb;
create index service_program_id on directory.service (program_id);
alter table directory.attribute add column value text, add column label text, add column metadata jsonb;
alter table directory.location add column alternate_name text, add column external_identifier text, add column external_identifier_type text;
alter table directory.phone add column contact_id uuid constraint phone_contact references directory.contact (id) on delete cascade,
  drop constraint phone_owner, add constraint phone_owner check (num_nonnulls(organization_id, service_id, location_id, service_at_location_id, contact_id) = 1);
create index phone_contact_id on directory.phone (contact_id);
alter table directory.schedule add column timezone double precision, add column count integer, add column wkst text, add column byweekno text, add column bymonthday text,
  add column byyearday text, add column schedule_link text, add column attending_type text, add column notes text,
  add constraint schedule_wkst check (wkst in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'));
alter table directory.service_area alter column service_id drop not null, alter column type drop not null,
  add column service_at_location_id uuid constraint service_area_service_at_location references directory.service_at_location (id) on delete cascade,
  add column description text, add column extent text, add column extent_type text, add column uri text,
  add constraint service_area_owner check (num_nonnulls(service_id, service_at_location_id) = 1);
create index service_area_service_at_location_id on directory.service_area (service_at_location_id);
alter table directory.cost_option add column valid_from date, add column valid_to date;
alter table directory.service_capacity add column unit_id uuid constraint service_capacity_unit references directory.unit (id);
create index service_capacity_unit_id on directory.service_capacity (unit_id);`;

const HOURS = `
select s.service_id as of_service, s.* from directory.schedule s where s.service_id is not null
union all select sl.service_id, s.* from directory.schedule s join directory.service_at_location sl on sl.id = s.service_at_location_id
union all select sl.service_id, s.* from directory.schedule s join directory.service_at_location sl on sl.location_id = s.location_id
  where not exists (select from directory.schedule own where own.service_id = sl.service_id and own.source = 'agency')`;

/** Areas that can be compared with a ZIP code: the service's own and those of it at its places. The others are words for people. */
const AREAS = ['from directory.service_area a where a.service_id = s.id', `from (select x.* from directory.service_area x where x.service_id = s.id
    union all select x.* from directory.service_area x join directory.service_at_location sl on sl.id = x.service_at_location_id where sl.service_id = s.id) a where a.type is not null`] as const;
const rewritten = (from: string, to: string): string => `do $do$ begin execute replace(pg_get_functiondef('directory.facts_of'::regproc), $a$${from}$a$, $b$${to}$b$); end $do$;`;

const READING = `
create or replace view directory.hours as ${HOURS};
${rewritten(...AREAS)}
-- The terms that a source hung on a part, with their names as the vocabulary has them now. Null for none.
create function directory.terms_on(links jsonb, link uuid, entity text) returns json language sql stable strict as $$
  select json_agg(json_build_object('id', a.id, 'link_id', link, 'link_entity', entity, 'link_type', a.link_type, 'value', a.value, 'label', a.label, 'metadata', a.metadata, 'taxonomy_term_id', t.id,
    'taxonomy_term', json_build_object('id', t.id, 'code', t.code, 'name', t.name, 'description', t.description, 'parent_id', t.parent_id, 'taxonomy_id', t.taxonomy_id, 'taxonomy', x.name,
      'taxonomy_detail', json_build_object('id', x.id, 'name', x.name, 'description', x.description, 'version', x.version))) order by a.n)
  from rows from (jsonb_to_recordset(links) as (id uuid, taxonomy_term_id uuid, link_type text, value text, label text, metadata jsonb)) with ordinality a(id, taxonomy_term_id, link_type, value, label, metadata, n)
  join directory.taxonomy_term t on t.id = a.taxonomy_term_id join directory.taxonomy x on x.id = t.taxonomy_id
$$;`;

const own = 'select service_id from touched';
const placed = 'select sl.service_id from touched t join directory.service_at_location sl on sl.location_id = t.location_id';
const here = 'select sl.service_id from touched t join directory.service_at_location sl on sl.id = t.service_at_location_id';
const theirs = 'select s.id from touched t join directory.service s on s.organization_id = t.organization_id';
const reached = `select s.id from touched t join directory.contact c on c.id = t.contact_id join directory.service s on s.id = c.service_id or s.organization_id = c.organization_id
  or s.id in (select sl.service_id from directory.service_at_location sl where sl.id = c.service_at_location_id or sl.location_id = c.location_id)`;
/** A part's services, whose listing moves with it. */
const MOVES: Readonly<Record<string, string>> = {
  program: theirs,
  contact: [own, placed, here, theirs].join(' union all '),
  funding: [own, theirs].join(' union all '),
  required_document: own,
  organization_identifier: theirs,
  unit: 'select c.service_id from touched t join directory.service_capacity c on c.unit_id = t.id',
  url: [own, theirs].join(' union all '),
};
const CHANGED: Readonly<Record<string, string>> = { phone: [own, placed, here, theirs, reached].join(' union all '), service_area: [own, here].join(' union all ') };
const FORMER: Readonly<Record<string, string>> = { phone: [own, placed, here, theirs].join(' union all '), service_area: own };

const WHEN: readonly (readonly [string, string, string])[] = [['new', 'insert', 'new table as touched'], ['changed', 'update', 'old table as former new table as touched'], ['gone', 'delete', 'old table as touched']];
const triggers = (moves: Readonly<Record<string, string>>): string =>
  Object.entries(moves)
    .flatMap(([table, query]) => WHEN.map(([name, act, rows]) => `create or replace trigger ${table}_${name} after ${act} on directory.${table} referencing ${rows} for each statement execute function directory.mark_stale('${query}');`))
    .join('\n');
const TRIGGERS = triggers({ ...MOVES, ...CHANGED });

const drop = (table: string, columns: readonly string[]): string => `alter table directory.${table} ${columns.map((column) => `drop column ${column}`).join(', ')};`;
const BACK = `
delete from directory.phone where contact_id is not null;
delete from directory.service_area where service_id is null or type is null;
${triggers(FORMER)}
${rewritten(AREAS[1], AREAS[0])}
drop function directory.terms_on;
drop view directory.hours;
${drop('service_capacity', ['unit_id'])}
${drop('cost_option', ['valid_from', 'valid_to'])}
${drop('service_area', ['service_at_location_id', 'description', 'extent', 'extent_type', 'uri'])}
alter table directory.service_area alter column service_id set not null, alter column type set not null;
${drop('schedule', ['timezone', 'count', 'wkst', 'byweekno', 'bymonthday', 'byyearday', 'schedule_link', 'attending_type', 'notes'])}
${drop('phone', ['contact_id'])}
alter table directory.phone add constraint phone_owner check (num_nonnulls(organization_id, service_id, location_id, service_at_location_id) = 1);
${drop('location', ['alternate_name', 'external_identifier', 'external_identifier_type'])}
${drop('attribute', ['value', 'label', 'metadata'])}
${drop('service', ['program_id', 'fees', 'licenses', 'assurer_email', 'metadata'])}
${drop('organization', ['tax_status', 'tax_id', 'logo', 'uri', 'parent_organization_id'])}
${MARKED.map((table) => drop(table, ['attributes', 'metadata'])).join('\n')}
drop table ${NEW.map((table) => `directory.${table}`).join(', ')};
create view directory.hours as ${HOURS};
grant select, insert, update, delete on directory.hours to desk_app;`;
