import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Work goes round by itself: whom *Next* holds a request for a minute, why somebody skipped one, what a colleague takes first,
 * and after how many staffed minutes a claimed request in which nothing was done goes back.
 */
export class WorkGoesRound1764000000053 implements MigrationInterface {
  readonly name = 'WorkGoesRound1764000000053';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table intake.inquiry add column next_for uuid constraint inquiry_next_for references people.account (id), add column next_until timestamptz,
  add column warned_at timestamptz, add column kept_at timestamptz;

create table intake.skip (
  id uuid constraint skip_pkey primary key,
  inquiry_id uuid not null constraint skip_inquiry references intake.inquiry (id),
  account_id uuid not null constraint skip_account references people.account (id),
  reason text not null,
  words text,
  at timestamptz not null default now(),
  constraint skip_reason check (reason in ('language', 'known-person', 'not-my-field', 'needs-supervisor', 'other')),
  constraint skip_words check ((reason = 'other') = (words is not null) and char_length(words) <= 120)
);
create index skip_of on intake.skip (inquiry_id, account_id);
create index skip_at on intake.skip (at);

create table intake.routing (
  account_id uuid constraint routing_pkey primary key constraint routing_account references people.account (id),
  languages text[] not null default '{}',
  knows text[] not null default '{}',
  constraint routing_knows check (knows <@ array['youth', 'family'])
);
grant select, insert, update, delete on intake.skip, intake.routing to desk_app;

alter table settings.desk add column return_minutes integer[] not null default '{15,60,240,480}',
  add constraint desk_return_minutes check (cardinality(return_minutes) = 4 and 5 <= all (return_minutes));`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
alter table settings.desk drop constraint desk_return_minutes, drop column return_minutes;
drop table intake.routing, intake.skip;
alter table intake.inquiry drop column next_for, drop column next_until, drop column warned_at, drop column kept_at;`);
  }
}
