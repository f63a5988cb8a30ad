import type { MigrationInterface, QueryRunner } from 'typeorm';

const NOT_TAKEN = ['wrong-age', 'wrong-area', 'wrong-payment'];
const FIELDS = ['whole', 'hours', 'phones', 'website', 'eligibility', 'cost', 'documents', 'languages', 'description', 'room'];
const METHODS = ['agency', 'staff-phone', 'staff-web', 'site-visit', 'import', 'machine', 'referral'];
const codes = (list: readonly string[]): string => list.map((code) => `'${code}'`).join(', ');
const checks = (fields: readonly string[], methods: readonly string[]): string => `
alter table directory.field_check drop constraint field_check_field, add constraint field_check_field check (field in (${codes(fields)})),
  drop constraint field_check_method, add constraint field_check_method check (method in (${codes(methods)}))`;
const reasons = (more: readonly string[]): string => `
alter table partner.answer drop constraint answer_reason, add constraint answer_reason check ((kind = 'declined' and reason is not null and reason in (${codes(['no-room', ...more, 'not-eligible', 'not-offered', 'could-not-reach', 'already-with-us', 'other'])}))
  or (kind = 'stopped' and reason is not null and reason in (${codes(['could-not-reach', 'did-not-come', 'no-longer-wanted', ...more, 'not-eligible', 'other'])})) or (kind not in ('declined', 'stopped') and reason is null))`;

/** What an agency answers to a referral corrects its listing: whom it does not take is a finding against the field that drew them. */
export class AnswersMend1764000000049 implements MigrationInterface {
  readonly name = 'AnswersMend1764000000049';

  async up(db: QueryRunner): Promise<void> {
    await db.query(checks([...FIELDS, 'areas'], [...METHODS, 'answer', 'public', 'mail']));
    await db.query(reasons(NOT_TAKEN));
  }

  /** What was said more exactly is said as it was before; a finding that had no name is gone, and with it its doubt. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`update partner.answer set reason = 'not-eligible' where reason in (${codes(NOT_TAKEN)})`);
    await db.query(`delete from directory.field_check where method = 'answer' or field = 'areas'`);
    await db.query(checks(FIELDS, [...METHODS, 'public', 'mail']));
    await db.query(reasons([]));
  }
}
