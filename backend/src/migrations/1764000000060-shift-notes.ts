import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A short note from one shift to the next, of the team and of no person who asks. */
export class ShiftNotes1764000000060 implements MigrationInterface {
  readonly name = 'ShiftNotes1764000000060';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table intake.shift_note (
  id uuid constraint shift_note_pkey primary key,
  author uuid not null constraint shift_note_author references people.account (id),
  text text not null,
  at timestamptz not null default now(),
  until timestamptz not null,
  constraint shift_note_text check (char_length(text) between 1 and 300)
);
create index shift_note_until on intake.shift_note (until);
grant select, insert, update, delete on intake.shift_note to desk_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table intake.shift_note');
  }
}
