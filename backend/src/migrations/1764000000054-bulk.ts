import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One act on many requests: the key by which it is done once, what became of each row, and how each was before, so that one press takes all of it back. */
export class Bulk1764000000054 implements MigrationInterface {
  readonly name = 'Bulk1764000000054';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table intake.bulk (
  id uuid constraint bulk_pkey primary key,
  account_id uuid not null constraint bulk_account references people.account (id),
  action text not null,
  body_hash bytea not null,
  made_at timestamptz not null default now(),
  undone_at timestamptz,
  constraint bulk_action check (action in ('claim', 'release', 'urgency', 'close'))
);
create table intake.bulk_row (
  bulk_id uuid not null constraint bulk_row_bulk references intake.bulk (id),
  inquiry_id uuid not null constraint bulk_row_inquiry references intake.inquiry (id),
  refused text,
  status_before text not null,
  assignee_before uuid constraint bulk_row_assignee references people.account (id),
  claimed_before timestamptz,
  priority_before smallint not null,
  version_after integer not null,
  constraint bulk_row_pkey primary key (bulk_id, inquiry_id),
  constraint bulk_row_status check (status_before in ('new', 'claimed', 'closed'))
);
create index bulk_row_inquiry_id on intake.bulk_row (inquiry_id);
grant select, insert, update, delete on intake.bulk, intake.bulk_row to desk_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table intake.bulk_row, intake.bulk');
  }
}
