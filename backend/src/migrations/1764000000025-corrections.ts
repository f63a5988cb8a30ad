import type { MigrationInterface, QueryRunner } from 'typeorm';

const METHODS = (more: string): string => `
alter table directory.field_check drop constraint field_check_method;
alter table directory.field_check add constraint field_check_method check (method in ('agency', 'staff-phone', 'staff-web', 'site-visit', 'import', 'machine', 'referral'${more}));`;

/** Anybody may say that a listing is wrong; a mail that came back says it, too. */
export class Corrections1764000000025 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`${METHODS(`, 'public', 'mail'`)}
create table directory.correction (
  id uuid primary key,
  service_id uuid not null constraint correction_service references directory.service (id) on delete cascade,
  wrong text not null,
  data_key bytea,
  words bytea,
  suspect boolean not null default false,
  said_at timestamptz not null default now(),
  outcome text,
  decided_at timestamptz,
  decided_by uuid constraint correction_decided_by references people.account (id),
  constraint correction_wrong check (wrong in ('phone', 'hours', 'gone', 'not-offered', 'full', 'other')),
  constraint correction_outcome check (outcome in ('mended', 'right', 'unclear')),
  constraint correction_decided check (num_nonnulls(outcome, decided_at, decided_by) in (0, 3)),
  constraint correction_words check ((words is null) = (data_key is null) and (outcome is null or words is null))
);
create index correction_service_id on directory.correction (service_id, said_at);
create index correction_open on directory.correction (said_at) where outcome is null;
grant select, insert, update on directory.correction to desk_app;
alter table directory.agency add column bounced_at timestamptz;`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
alter table directory.agency drop column bounced_at;
drop table directory.correction;
delete from directory.field_check where method in ('public', 'mail');
${METHODS('')}`);
  }
}
