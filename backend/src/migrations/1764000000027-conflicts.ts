import type { MigrationInterface, QueryRunner } from 'typeorm';

const check = (...fields: string[]): string => `alter table directory.conflict drop constraint conflict_field, add constraint conflict_field check (field in (${fields.map((field) => `'${field}'`).join(', ')}))`;

/** Whatever was given here can be told otherwise by a source. */
export class Conflicts1764000000027 implements MigrationInterface {
  readonly name = 'Conflicts1764000000027';

  async up(db: QueryRunner): Promise<void> {
    await db.query(check('hours', 'phones', 'website', 'eligibility', 'cost', 'documents', 'languages', 'description'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`delete from directory.conflict where field not in ('description', 'phones', 'hours')`);
    await db.query(check('description', 'phones', 'hours'));
  }
}
