import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Own words that sounded urgent, and what a person decided about it: no words stand in it. Whoever is erased is no longer named;
 * the row stays, so that false hints can be counted.
 */
export class UrgencyHints1764000000044 implements MigrationInterface {
  readonly name = 'UrgencyHints1764000000044';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table intake.urgency_hint (
  id uuid constraint urgency_hint_pkey primary key,
  inquiry_id uuid constraint urgency_hint_once unique constraint urgency_hint_inquiry references intake.inquiry (id),
  tier text not null,
  heard_at timestamptz not null default now(),
  decision text,
  decided_by uuid constraint urgency_hint_decided_by references people.account (id),
  decided_at timestamptz,
  constraint urgency_hint_tier check (tier in ('hard', 'soft')),
  constraint urgency_hint_decision check (decision in ('danger', 'heavy', 'not-meant')),
  constraint urgency_hint_decided check ((decision is null) = (decided_at is null))
);
grant select, insert, update on intake.urgency_hint to desk_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table intake.urgency_hint');
  }
}
