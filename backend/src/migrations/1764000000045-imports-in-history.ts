import type { MigrationInterface, QueryRunner } from 'typeorm';

const remember = (columns: string, values: string): string => `
create or replace function directory.remember() returns trigger language plpgsql as $$
begin
  execute format('insert into directory.change (%1$I, field, before, after, by_name${columns})
    select n.id, k.key, o.row->>k.key, k.value, nullif(current_setting(''app.by'', true), '''')${values}
    from (select id, to_jsonb(t) as row from touched t) n join (select id, to_jsonb(f) as row from former f) o using (id), jsonb_each_text(n.row) k
    where k.value is distinct from o.row->>k.key and k.key <> all(array[''last_modified'', ''metadata'', ''attributes'', ''source_id'', ''assured_date'', ''assured_by'', ''assured_method'', ''status_at'', ''status_by''])', tg_argv[0]);
  return null;
end $$;`;

/** What an import changed of a listing stands in its history with the source and the run. */
export class ImportsInHistory1764000000045 implements MigrationInterface {
  readonly name = 'ImportsInHistory1764000000045';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table directory.change add column source text, add column run_id uuid constraint change_run references directory.import_run (id) on delete set null;
create index change_run_id on directory.change (run_id) where run_id is not null;`);
    await db.query(remember(', source, run_id', `, nullif(current_setting(''app.source'', true), ''''), nullif(current_setting(''app.run'', true), '''')::uuid`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(remember('', ''));
    await db.query('alter table directory.change drop column run_id, drop column source');
  }
}
