import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The address at which a calendar fetches somebody's follow-ups: one an account, of its secret the hash alone. */
export class Calendar1764000000062 implements MigrationInterface {
  readonly name = 'Calendar1764000000062';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table follow_up.calendar (
  account_id uuid constraint calendar_pkey primary key constraint calendar_account references people.account (id),
  hash bytea not null constraint calendar_hash_once unique constraint calendar_hash_size check (octet_length(hash) = 32),
  made_at timestamptz not null default now()
);
grant select, insert, update, delete on follow_up.calendar to desk_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table follow_up.calendar');
  }
}
