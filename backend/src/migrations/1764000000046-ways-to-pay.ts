import type { MigrationInterface, QueryRunner } from 'typeorm';

const check = (...fields: string[]): string => `alter table directory.conflict drop constraint conflict_field, add constraint conflict_field check (field in (${fields.map((field) => `'${field}'`).join(', ')}))`;
const BEFORE = ['hours', 'phones', 'website', 'eligibility', 'cost', 'documents', 'languages', 'description', 'areas'];

/** A source can tell other ways to pay than an agency ticked. */
export class WaysToPay1764000000046 implements MigrationInterface {
  readonly name = 'WaysToPay1764000000046';

  async up(db: QueryRunner): Promise<void> {
    await db.query(check(...BEFORE, 'payments'));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`delete from directory.conflict where field = 'payments'`);
    await db.query(check(...BEFORE));
  }
}
