import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails: one row each, made in the dispatcher's transaction; the row is the proof that it was sent once. */
export class Notifications1764000000003 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
create schema if not exists notifications;
create table notifications.mail (
  id uuid primary key,
  kind text not null,
  cause text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  made_at timestamptz not null default now(),
  sent_at timestamptz,
  constraint mail_cause unique (kind, cause, recipient),
  constraint mail_kind check (kind in ('urgent-unread', 'urgent-escalated'))
);
grant usage on schema notifications to desk_app;
grant select, insert, update, delete on all tables in schema notifications to desk_app;`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop schema notifications cascade');
  }
}
