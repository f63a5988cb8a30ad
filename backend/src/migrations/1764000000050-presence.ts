import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who looks at which request now: one row a screen, written again every few seconds. Unlogged, as nothing of it is worth a
 * crash's recovery: after one it is empty, and every screen writes its row again.
 */
export class Presence1764000000050 implements MigrationInterface {
  readonly name = 'Presence1764000000050';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create unlogged table intake.presence (
  screen uuid constraint presence_pkey primary key,
  account_id uuid not null constraint presence_account references people.account (id),
  inquiry_id uuid not null constraint presence_inquiry references intake.inquiry (id),
  ends_at timestamptz not null
);
create index presence_of_inquiry on intake.presence (inquiry_id);
grant select, insert, update, delete on intake.presence to desk_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table intake.presence');
  }
}
