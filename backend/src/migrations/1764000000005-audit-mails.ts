import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The nightly word to auditors: the chain's head, or that it is broken. */
export class AuditMails1764000000005 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`alter table notifications.mail drop constraint mail_kind, add constraint mail_kind check (kind in ('urgent-unread', 'urgent-escalated', 'audit-head', 'audit-broken'))`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`delete from notifications.mail where kind in ('audit-head', 'audit-broken')`);
    await run.query(`alter table notifications.mail drop constraint mail_kind, add constraint mail_kind check (kind in ('urgent-unread', 'urgent-escalated'))`);
  }
}
