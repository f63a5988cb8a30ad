import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The person's own page: when a request that is held back will be erased, and until when who tries codes has to wait. */
export class Follow1764000000008 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
alter table intake.inquiry add column erase_after timestamptz;
create index inquiry_erase_after on intake.inquiry (erase_after) where erase_after is not null;
alter table people.throttle add column until timestamptz;`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
delete from people.throttle where until is not null;
alter table people.throttle drop column until;
alter table intake.inquiry drop column erase_after;`);
  }
}
