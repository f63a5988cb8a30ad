import type { MigrationInterface, QueryRunner } from 'typeorm';

const check = (...fields: string[]): string => `alter table directory.conflict drop constraint conflict_field, add constraint conflict_field check (field in (${fields.map((field) => `'${field}'`).join(', ')}))`;

/** A source can tell other areas than a steward gave. */
export class AreasToldOtherwise1764000000037 implements MigrationInterface {
  readonly name = 'AreasToldOtherwise1764000000037';

  async up(db: QueryRunner): Promise<void> {
    await db.query(check('hours', 'phones', 'website', 'eligibility', 'cost', 'documents', 'languages', 'description', 'areas'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`delete from directory.conflict where field = 'areas'`);
    await db.query(check('hours', 'phones', 'website', 'eligibility', 'cost', 'documents', 'languages', 'description'));
  }
}
