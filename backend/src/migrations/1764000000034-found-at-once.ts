import type { MigrationInterface, QueryRunner } from 'typeorm';

const INDEXES = ['service_name_likeness', 'organization_name_likeness'];
const each = (statement: (index: string) => string): string => INDEXES.map(statement).join('\n');

/** Names are put into their index as they come: after a large import the planner shunned one with a long list of names that waited for a vacuum. */
export class FoundAtOnce1764000000034 implements MigrationInterface {
  readonly name = 'FoundAtOnce1764000000034';

  async up(db: QueryRunner): Promise<void> {
    await db.query(each((index) => `alter index directory.${index} set (fastupdate = off); select gin_clean_pending_list('directory.${index}');`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(each((index) => `alter index directory.${index} reset (fastupdate);`));
  }
}
