import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was not decided when somebody spoke up for a person is decided later: by whom and when, beside what was written first. */
export class AdvocacyDecided1764000000069 implements MigrationInterface {
  readonly name = 'AdvocacyDecided1764000000069';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table referrals.on_behalf
  add column decision text,
  add column decided_words bytea,
  add column decided_by uuid constraint on_behalf_decided_by references people.account (id),
  add column decided_at timestamptz,
  add constraint on_behalf_decided check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null) and (decision is null or result = 'pending') and decision in ('granted', 'in-part', 'refused') and (decided_words is null or decision is not null));`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table referrals.on_behalf drop column decision, drop column decided_words, drop column decided_by, drop column decided_at');
  }
}
