import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Somebody of the desk writes down what was said on the phone, at the door or in a letter: by which way it came and who wrote it,
 * who asked for consent and how, and the one draft that each keeps while writing, under a key that goes with it.
 */
export class TakingDown1764000000058 implements MigrationInterface {
  readonly name = 'TakingDown1764000000058';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table intake.inquiry add column came_by text not null default 'form', add column taken_by uuid constraint inquiry_taken_by references people.account (id),
  add constraint inquiry_came_by check (came_by in ('form', 'phone', 'walk-in', 'letter', 'email')),
  add constraint inquiry_taken check ((came_by = 'form') = (taken_by is null));
alter table intake.consent add column asked_how text not null default 'form', add column asked_by uuid constraint consent_asked_by references people.account (id),
  add constraint consent_asked_how check (asked_how in ('form', 'aloud', 'written')),
  add constraint consent_asked check ((asked_how = 'form') = (asked_by is null));
create table intake.taking_down (
  account_id uuid constraint taking_down_pkey primary key constraint taking_down_account references people.account (id),
  data_key bytea not null,
  body bytea not null,
  saved_at timestamptz not null default now()
);
grant select, insert, update, delete on intake.taking_down to desk_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
drop table intake.taking_down;
alter table intake.consent drop constraint consent_asked, drop constraint consent_asked_how, drop column asked_by, drop column asked_how;
alter table intake.inquiry drop constraint inquiry_taken, drop constraint inquiry_came_by, drop column taken_by, drop column came_by;`);
  }
}
