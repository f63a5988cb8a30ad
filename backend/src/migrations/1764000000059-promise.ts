import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The promise of a first contact: by when, in staffed time, and whether it was kept. It stands in the request itself, so that the
 * queue reads one instant and counts nothing. A try to reach a person no longer needs a day on which it was due.
 */
export class Promise1764000000059 implements MigrationInterface {
  readonly name = 'Promise1764000000059';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table intake.inquiry add column promise_minutes integer, add column promise_due timestamptz, add column promise_left integer, add column reply_by timestamptz,
  add column contacted_at timestamptz, add column promise_kept boolean,
  add constraint inquiry_promise check (num_nonnulls(promise_due, promise_left) = (promise_minutes is not null)::integer),
  add constraint inquiry_contacted check (promise_kept is null or contacted_at is not null and promise_minutes is not null);
create index inquiry_reply_by on intake.inquiry (reply_by) where reply_by is not null;

alter table settings.desk add column promise_minutes integer[] not null default '{15,240,1440,2400}',
  add constraint desk_promise_minutes check (cardinality(promise_minutes) = 4 and 5 <= all (promise_minutes));

alter table follow_up.attempt alter column due_id drop not null;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
delete from follow_up.attempt where due_id is null;
alter table follow_up.attempt alter column due_id set not null;
alter table settings.desk drop constraint desk_promise_minutes, drop column promise_minutes;
alter table intake.inquiry drop constraint inquiry_contacted, drop constraint inquiry_promise, drop column promise_minutes, drop column promise_due, drop column promise_left, drop column reply_by,
  drop column contacted_at, drop column promise_kept;`);
  }
}
