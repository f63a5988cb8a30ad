import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Searches of the queue that somebody, or the team, keeps under a name; and which requests wait on an agency's answer by link, as one look-up. */
export class SavedViews1764000000063 implements MigrationInterface {
  readonly name = 'SavedViews1764000000063';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table intake.saved_view (
  id uuid constraint saved_view_pkey primary key,
  owner uuid constraint saved_view_owner references people.account (id),
  name text not null,
  query text not null,
  place integer not null,
  version integer not null default 1,
  off boolean not null default false,
  changed_by uuid not null constraint saved_view_changed_by references people.account (id),
  changed_at timestamptz not null default now(),
  constraint saved_view_name check (char_length(name) between 1 and 40),
  constraint saved_view_query check (char_length(query) between 1 and 300)
);
create unique index saved_view_title on intake.saved_view (coalesce(owner, '00000000-0000-0000-0000-000000000000'), lower(name)) where not off;
grant select, insert, update, delete on intake.saved_view to desk_app;

create index referral_waits on referrals.referral (inquiry_id) where way = 'link' and state = 'sent';`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index referrals.referral_waits; drop table intake.saved_view;');
  }
}
