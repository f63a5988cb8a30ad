import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the desk did on somebody's behalf with an agency: a call that was joined, and speaking up for them. Codes are plain, so that a report counts them; words are sealed with the request's key. */
export class OnBehalf1764000000067 implements MigrationInterface {
  readonly name = 'OnBehalf1764000000067';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table referrals.on_behalf (
  id uuid constraint on_behalf_pkey primary key,
  inquiry_id uuid not null constraint on_behalf_inquiry references intake.inquiry (id),
  kind text not null,
  service_id uuid constraint on_behalf_service references directory.service (id),
  whom bytea,
  asked text,
  reached boolean,
  joined boolean,
  result text not null,
  minutes integer,
  words bytea,
  made_by uuid not null constraint on_behalf_made_by references people.account (id),
  at timestamptz not null,
  constraint on_behalf_kind check (kind in ('transfer', 'advocacy')),
  constraint on_behalf_asked check ((kind = 'advocacy') = (asked is not null) and (asked is null or asked in ('take-them', 'sooner', 'exception', 'explain', 'restore', 'other'))),
  constraint on_behalf_joined check ((kind = 'transfer') = (reached is not null) and (reached is null) = (joined is null) and (reached or not joined)),
  constraint on_behalf_result check (result in ('taken-over', 'no-help', 'not-joined', 'not-reached') and kind = 'transfer' or result in ('granted', 'in-part', 'refused', 'pending') and kind = 'advocacy'),
  constraint on_behalf_minutes check (minutes between 0 and 600)
);
create index on_behalf_of on referrals.on_behalf (inquiry_id, at);
create index on_behalf_service_id on referrals.on_behalf (service_id);
grant select, insert, update, delete on referrals.on_behalf to desk_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table referrals.on_behalf');
  }
}
