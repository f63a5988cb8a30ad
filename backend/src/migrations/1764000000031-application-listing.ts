import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which listing came of an application: one, and of none but an accepted one. */
export class ApplicationListing1764000000031 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
alter table partner.application add column service_id uuid constraint application_service references directory.service (id),
  add constraint application_one_listing unique (service_id),
  add constraint application_listed check (service_id is null or state = 'accepted');`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('alter table partner.application drop column service_id;');
  }
}
