import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stewards find a listing though it is misspelt, see what changed in it, leave notes, and say of two that they are one. */
export class Care1764000000026 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const part of [TABLES, HISTORY, RIGHTS]) await run.query(part);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
drop trigger service_history on directory.service;
drop trigger organization_history on directory.organization;
drop function directory.remember;
drop index directory.service_name_likeness, directory.organization_name_likeness;
drop function directory.digits;
drop table directory.twin, directory.change, directory.note;
alter table directory.service drop column status_at, drop column status_by;
delete from directory.publishing where proposal_id is null;
alter table directory.publishing alter column proposal_id set not null;
drop extension pg_trgm;`);
  }
}

/* Digits of a number without the country's own 1: two spellings of one number are the same. */
const TABLES = `
alter table directory.publishing alter column proposal_id drop not null;
alter table directory.service add column status_at timestamptz, add column status_by uuid constraint service_status_by references people.account (id), add constraint service_status_kept check ((status_at is null) = (status_by is null));
create extension if not exists pg_trgm;
create index service_name_likeness on directory.service using gin (name gin_trgm_ops);
create index organization_name_likeness on directory.organization using gin (name gin_trgm_ops);
create function directory.digits(number text) returns text language sql immutable strict as $$ select nullif(regexp_replace(regexp_replace(number, '\\D', '', 'g'), '^1(\\d{10})$', '\\1'), '') $$;

create table directory.twin (
  id uuid primary key,
  first_id uuid not null constraint twin_first references directory.service (id) on delete cascade,
  second_id uuid not null constraint twin_second references directory.service (id) on delete cascade,
  verdict text not null,
  kept_id uuid,
  status_before text,
  decided_at timestamptz not null default now(),
  decided_by uuid not null constraint twin_decided_by references people.account (id),
  undone_at timestamptz,
  undone_by uuid constraint twin_undone_by references people.account (id),
  constraint twin_order check (first_id < second_id),
  constraint twin_verdict check (verdict in ('merged', 'different') and (verdict = 'merged') = (kept_id is not null)),
  constraint twin_kept check ((kept_id is null) = (status_before is null) and (kept_id is null or kept_id in (first_id, second_id))),
  constraint twin_undone check ((undone_at is null) = (undone_by is null))
);
create unique index twin_pair on directory.twin (first_id, second_id) where undone_at is null;
create index twin_second_id on directory.twin (second_id);

create table directory.change (
  id bigint generated always as identity primary key,
  service_id uuid constraint change_service references directory.service (id) on delete cascade,
  organization_id uuid constraint change_organization references directory.organization (id) on delete cascade,
  field text not null,
  before text,
  after text,
  by_name text,
  at timestamptz not null default now(),
  constraint change_owner check (num_nonnulls(service_id, organization_id) = 1)
);
create index change_service_id on directory.change (service_id, at);
create index change_organization_id on directory.change (organization_id, at);

create table directory.note (
  id uuid primary key,
  service_id uuid not null constraint note_service references directory.service (id) on delete cascade,
  text text not null,
  account_id uuid not null constraint note_account references people.account (id),
  at timestamptz not null default now(),
  constraint note_text check (length(text) between 1 and 2000)
);
create index note_service_id on directory.note (service_id, at);`;

/* One row for each member that changed. What says when and by whom it was checked has a history of its own (field_check). */
const HISTORY = `
create function directory.remember() returns trigger language plpgsql as $$
begin
  execute format('insert into directory.change (%1$I, field, before, after, by_name)
    select n.id, k.key, o.row->>k.key, k.value, nullif(current_setting(''app.by'', true), '''')
    from (select id, to_jsonb(t) as row from touched t) n join (select id, to_jsonb(f) as row from former f) o using (id), jsonb_each_text(n.row) k
    where k.value is distinct from o.row->>k.key and k.key <> all(array[''last_modified'', ''metadata'', ''attributes'', ''source_id'', ''assured_date'', ''assured_by'', ''assured_method'', ''status_at'', ''status_by''])', tg_argv[0]);
  return null;
end $$;
create trigger service_history after update on directory.service referencing old table as former new table as touched for each statement execute function directory.remember('service_id');
create trigger organization_history after update on directory.organization referencing old table as former new table as touched for each statement execute function directory.remember('organization_id');`;

const RIGHTS = `
grant select, insert, update on directory.twin to desk_app;
grant select, insert on directory.change, directory.note to desk_app;`;
