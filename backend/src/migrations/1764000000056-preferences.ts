import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How somebody of the desk likes to work: keys, row height, the pace of announcements. One row an account, gone with it. */
export class Preferences1764000000056 implements MigrationInterface {
  readonly name = 'Preferences1764000000056';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table people.preference (
  account_id uuid constraint preference_pkey primary key constraint preference_account_id_fkey references people.account (id),
  value jsonb not null
);
grant select, insert, update, delete on people.preference to desk_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table people.preference');
  }
}
