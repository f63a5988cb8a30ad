import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words that are ready: what the desk says, writes or notes again and again, with holes, in as many languages as somebody wrote. Nothing of a person is in them. */
export class Templates1764000000061 implements MigrationInterface {
  readonly name = 'Templates1764000000061';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create table notifications.template (
  id uuid constraint template_pkey primary key,
  title text not null,
  kind text not null,
  neutral boolean not null,
  texts jsonb not null,
  version integer not null default 1,
  off boolean not null default false,
  changed_by uuid not null constraint template_changed_by references people.account (id),
  changed_at timestamptz not null default now(),
  constraint template_kind check (kind in ('message', 'note')),
  constraint template_texts check (jsonb_typeof(texts) = 'object' and texts <> '{}')
);
create unique index template_title on notifications.template (lower(title)) where not off;
grant select, insert, update, delete on notifications.template to desk_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table notifications.template');
  }
}
