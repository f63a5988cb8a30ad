import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody of the desk was offered once: practice and the tour. One row an account, gone with it. */
export class FirstSteps1764000000070 implements MigrationInterface {
  readonly name = 'FirstSteps1764000000070';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table people.first_steps (
  account_id uuid constraint first_steps_pkey primary key constraint first_steps_account_id_fkey references people.account (id),
  practice_known_at timestamptz,
  tour_known_at timestamptz
);
grant select, insert, update, delete on people.first_steps to desk_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table people.first_steps');
  }
}
