import type { MigrationInterface, QueryRunner } from 'typeorm';

const MARK = (rows: string): string => `insert into directory.stale_listing select distinct x from (%s) q(x) where x is not null${rows} order by 1 on conflict do nothing`;
const MARKED_ALREADY = ' and not exists (select from directory.stale_listing s where s.service_id = x)';
const marking = (rows: string, first: string): string => `
create or replace function directory.mark_stale() returns trigger language plpgsql as $$
begin
  ${first}execute format('${MARK(rows)}', tg_argv[0]);
  if tg_op = 'UPDATE' then
    execute format('${MARK(rows)}', replace(tg_argv[0], 'touched', 'former'));
  end if;
  return null;
end $$;`;

const INDEXES = ['service_name_likeness', 'organization_name_likeness', 'service_words'];
const each = (statement: (index: string) => string): string => INDEXES.map(statement).join('\n');

/**
 * A write that touches no row marks no listing: one that inserts or updates fires the triggers of both, and each of them asked the
 * same question of no rows. And words are gathered before they go into their index, which costs a fifth of putting them in one by
 * one; what an import gathered is put in at its end (`DirectoryWriter.settle`), or a planner would shun the index.
 */
export class LighterWriting1764000000039 implements MigrationInterface {
  readonly name = 'LighterWriting1764000000039';

  async up(db: QueryRunner): Promise<void> {
    await db.query(marking(MARKED_ALREADY, `if not exists (select from touched) then return null; end if;\n  `));
    await db.query(each((index) => `alter index directory.${index} set (fastupdate = on);`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(marking('', ''));
    await db.query(each((index) => `alter index directory.${index} set (fastupdate = off); select gin_clean_pending_list('directory.${index}');`));
  }
}
