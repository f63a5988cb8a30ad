import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every field knows by whom, how and when it was checked; every listing stands on a rung of the ladder of checking, and matching knows which. */
export class Verification1764000000017 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    for (const part of [TABLES, READ_MODEL, RIGHTS]) await run.query(part);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
create or replace function directory.refresh_listings(ids uuid[]) returns void language sql as $$ ${REFRESH(`f.facts || coalesce(directory.room_said(f.service_id), '{}')`)} $$;
drop table directory.verification, directory.field_check;
drop function directory.trust_of;
revoke maintain on all tables in schema directory from desk_app;`);
  }
}

const TABLES = `
create table directory.field_check (
  id uuid primary key,
  service_id uuid not null constraint field_check_service references directory.service (id) on delete cascade,
  field text not null,
  holds boolean not null,
  method text not null,
  by_name text,
  account_id uuid constraint field_check_account references people.account (id),
  note text,
  at timestamptz not null default now(),
  constraint field_check_field check (field in ('whole', 'hours', 'phones', 'description', 'room')),
  constraint field_check_method check (method in ('agency', 'staff-phone', 'staff-web', 'site-visit', 'import', 'machine', 'referral'))
);
create index field_check_service_id on directory.field_check (service_id, field, at);

create table directory.verification (
  service_id uuid primary key constraint verification_service references directory.service (id) on delete cascade,
  rung text not null default 'fresh',
  next_at timestamptz,
  doubts smallint not null default 0,
  stepped_at timestamptz not null default now(),
  constraint verification_rung check (rung in ('fresh', 'asked', 'asked-again', 'asked-last', 'call', 'unverified', 'out')),
  constraint verification_next check ((next_at is null) = (rung = 'out'))
);
create index verification_next_at on directory.verification (next_at);`;

const REFRESH = (facts: string): string => `
  insert into directory.listing (service_id, status, facts, last_modified)
  select f.service_id, f.status, ${facts}, now() from directory.facts_of(ids) f
  on conflict (service_id) do update set status = excluded.status, facts = excluded.facts, last_modified = excluded.last_modified`;

/* A listing that is fresh says nothing of it: the first thousands of rows touch no listing. */
const READ_MODEL = `
create function directory.trust_of(of uuid) returns jsonb language sql stable as $$
  select jsonb_strip_nulls(jsonb_build_object('assuredMethod', s.assured_method, 'rung', nullif(v.rung, 'fresh'), 'doubts', nullif(v.doubts, 0)))
  from directory.service s left join directory.verification v on v.service_id = s.id where s.id = of $$;
create or replace function directory.refresh_listings(ids uuid[]) returns void language sql as $$ ${REFRESH(`f.facts || coalesce(directory.room_said(f.service_id), '{}') || coalesce(directory.trust_of(f.service_id), '{}')`)} $$;

create trigger verification_new after insert on directory.verification referencing new table as touched for each statement execute function directory.mark_stale('select service_id from touched where rung <> ''fresh'' or doubts > 0');
create trigger verification_changed after update on directory.verification referencing old table as former new table as touched for each statement execute function directory.mark_stale('select service_id from touched where rung <> ''fresh'' or doubts > 0');`;

const RIGHTS = `
grant select, insert on directory.field_check to desk_app;
grant select, insert, update, delete on directory.verification to desk_app;
grant maintain on all tables in schema directory to desk_app;`;
