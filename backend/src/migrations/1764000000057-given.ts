import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A request is given to a colleague: by whom, from whom, why, and whether they have seen it; who is on duty; and giving as an act
 * on many, also as the whole hand-over at the end of a shift.
 */
export class Given1764000000057 implements MigrationInterface {
  readonly name = 'Given1764000000057';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table intake.assignment (
  id uuid constraint assignment_pkey primary key,
  inquiry_id uuid not null constraint assignment_inquiry references intake.inquiry (id),
  made_by uuid not null constraint assignment_made_by references people.account (id),
  to_id uuid not null constraint assignment_to references people.account (id),
  from_id uuid constraint assignment_from references people.account (id),
  claimed_before timestamptz,
  reason text not null,
  at timestamptz not null default now(),
  seen_at timestamptz,
  constraint assignment_reason check (char_length(reason) <= 200)
);
create index assignment_of on intake.assignment (inquiry_id, at);
create index assignment_unseen on intake.assignment (to_id) where seen_at is null;

create table intake.duty (
  account_id uuid constraint duty_pkey primary key constraint duty_account references people.account (id),
  here boolean not null,
  since timestamptz not null default now(),
  until timestamptz not null
);
grant select, insert, update, delete on intake.assignment, intake.duty to desk_app;

alter table intake.bulk drop constraint bulk_action,
  add constraint bulk_action check (action in ('claim', 'release', 'urgency', 'close', 'assign', 'hand-over'));`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
delete from intake.bulk_row where bulk_id in (select id from intake.bulk where action in ('assign', 'hand-over'));
delete from intake.bulk where action in ('assign', 'hand-over');
alter table intake.bulk drop constraint bulk_action, add constraint bulk_action check (action in ('claim', 'release', 'urgency', 'close'));
drop table intake.duty, intake.assignment;`);
  }
}
