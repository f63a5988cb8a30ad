import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Imports: who ran one and what it told; what a source says of a service that the desk keeps to itself (codes of a licensed
 * taxonomy, the day on which the source checked it); and where a source says otherwise than what was published here.
 */
export class Imports1764000000020 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
alter table directory.service add column foreign_codes text[], add column source_verified_on date;
alter table directory.import_run add column account_id uuid constraint import_run_account references people.account (id);
create index import_run_started_at on directory.import_run (started_at);

create table directory.conflict (
  id uuid primary key,
  service_id uuid not null constraint conflict_service references directory.service (id) on delete cascade,
  field text not null,
  source text not null,
  ours jsonb not null,
  theirs jsonb not null,
  rows jsonb not null,
  since timestamptz not null default now(),
  first_by uuid constraint conflict_first_by references people.account (id),
  first_choice text,
  decided_at timestamptz,
  decided_by uuid constraint conflict_decided_by references people.account (id),
  decision text,
  constraint conflict_field check (field in ('description', 'phones', 'hours')),
  constraint conflict_choice check (decision in ('ours', 'theirs') and first_choice in ('ours', 'theirs')),
  constraint conflict_decided check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (decision is null)),
  constraint conflict_two_people check (first_by is distinct from decided_by or decided_by is null)
);
create unique index conflict_open on directory.conflict (service_id, field) where decided_at is null;
create index conflict_service_id on directory.conflict (service_id, field, decided_at);
grant select, insert, update, delete on directory.conflict to desk_app;`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
drop table directory.conflict;
alter table directory.import_run drop column account_id;
drop index if exists directory.import_run_started_at;
alter table directory.service drop column foreign_codes, drop column source_verified_on;`);
  }
}
