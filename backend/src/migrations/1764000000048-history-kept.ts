import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What imports changed is kept two years and then pruned. The database lets the desk delete nothing else of a listing's history:
 * no line of a steward or an agency, and none that is younger.
 */
export class HistoryKept1764000000048 implements MigrationInterface {
  readonly name = 'HistoryKept1764000000048';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
create index change_imported on directory.change (at, id) where source is not null;
alter table directory.change enable row level security;
create policy change_read on directory.change for select to desk_app using (true);
create policy change_write on directory.change for insert to desk_app with check (true);
create policy change_prune on directory.change for delete to desk_app using (source is not null and at < now() - interval '2 years');
grant delete on directory.change to desk_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
revoke delete on directory.change from desk_app;
drop policy change_prune on directory.change;
drop policy change_write on directory.change;
drop policy change_read on directory.change;
alter table directory.change disable row level security;
drop index directory.change_imported;`);
  }
}
