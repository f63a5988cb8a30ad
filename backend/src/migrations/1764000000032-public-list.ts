import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everybody finds listings by the words in them. Written at once: a list of what is still to be written would be read by every search until somebody tidies up. */
export class PublicList1764000000032 implements MigrationInterface {
  readonly name = 'PublicList1764000000032';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`create index service_words on directory.service using gin (to_tsvector('english', name || ' ' || coalesce(description, ''))) with (fastupdate = off)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index directory.service_words');
  }
}
