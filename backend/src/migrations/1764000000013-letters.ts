import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters know the language they are written in; an agency has one in which it is written to. */
export class Letters1764000000013 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
alter table notifications.mail add column language text not null default 'en';
alter table directory.agency add column language text not null default 'en', add constraint agency_language check (language in ('en', 'es'));`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
alter table directory.agency drop column language;
alter table notifications.mail drop column language;`);
  }
}
