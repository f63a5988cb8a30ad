import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two more reasons to turn to a request: nobody answers at an agency's address, and an agency must be told by voice that a consent was taken back. */
export class LeftAndTakenBack1764000000015 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
alter table follow_up.due drop constraint due_kind,
  add constraint due_kind check (kind in ('did-it-help', 'call-options', 'call-answer', 'agency-declined', 'agency-asks', 'agency-left', 'agency-to-tell', 'no-answer', 'person-wrote'));`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
delete from follow_up.attempt t using follow_up.due d where d.id = t.due_id and d.kind in ('agency-left', 'agency-to-tell');
delete from follow_up.due where kind in ('agency-left', 'agency-to-tell');
alter table follow_up.due drop constraint due_kind,
  add constraint due_kind check (kind in ('did-it-help', 'call-options', 'call-answer', 'agency-declined', 'agency-asks', 'no-answer', 'person-wrote'));`);
  }
}
