import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names the services of the rows in `touched`, as each table's triggers asked until now. */
const ASKED = `replace(encode(t.tgargs, 'escape'), '\\000', '')`;
const TRIGGERS = (how: string): string => `
select distinct c.relname as of, t.tgname as trigger, pg_get_triggerdef(t.oid) as def, ${how} as query from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid join pg_namespace n on n.oid = p.pronamespace`;

/*
 * The same question, now a statement of a function for each table: PostgreSQL plans it once for each connection and not at each
 * write. What no row was touched by marks nothing: who inserts or updates fires the triggers of both. The query stands as the
 * function's comment, so that it can be read.
 */
const ONE_EACH = `
create procedure directory.keep_marked(of text, query text) language plpgsql as $p$
declare mark text := 'insert into directory.stale_listing select distinct x from (%s) q(x) where x is not null and not exists (select from directory.stale_listing s where s.service_id = x) order by 1 on conflict do nothing;';
begin
  execute format('create or replace function directory.%I() returns trigger language plpgsql as $b$ begin
    if not exists (select from touched) then return null; end if;
    %s
    if tg_op = ''UPDATE'' then %s end if;
    return null;
  end $b$', 'mark_' || of, format(mark, query), format(mark, replace(query, 'touched', 'former')));
  execute format('comment on function directory.%I() is %L', 'mark_' || of, query);
end $p$;

do $$ declare one record; begin
  for one in ${TRIGGERS(ASKED)} and n.nspname = 'directory' and p.proname = 'mark_stale' loop
    call directory.keep_marked(one.of, one.query);
    execute replace(regexp_replace(one.def, 'EXECUTE FUNCTION .*$', format('EXECUTE FUNCTION directory.%I()', 'mark_' || one.of)), 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
  end loop;
end $$;
drop function directory.mark_stale;`;

const ONE_FOR_ALL = `
create function directory.mark_stale() returns trigger language plpgsql as $$
begin
  execute format('insert into directory.stale_listing select distinct x from (%s) q(x) where x is not null order by 1 on conflict do nothing', tg_argv[0]);
  if tg_op = 'UPDATE' then
    execute format('insert into directory.stale_listing select distinct x from (%s) q(x) where x is not null order by 1 on conflict do nothing', replace(tg_argv[0], 'touched', 'former'));
  end if;
  return null;
end $$;
do $$ declare one record; begin
  for one in ${TRIGGERS(`obj_description(p.oid, 'pg_proc')`)} and n.nspname = 'directory' and p.proname = 'mark_' || c.relname loop
    execute replace(regexp_replace(one.def, 'EXECUTE FUNCTION .*$', format('EXECUTE FUNCTION directory.mark_stale(%L)', one.query)), 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
  end loop;
  for one in select distinct p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'directory' join pg_class c on p.proname = 'mark_' || c.relname loop
    execute format('drop function directory.%I()', one.proname);
  end loop;
end $$;
drop procedure directory.keep_marked;`;

/* Words are gathered before they go into their index, which costs a fifth of putting them in one by one. What an import gathered is put in at its end (`DirectoryWriter.settle`): a planner shuns an index with a long list beside it. */
const INDEXES = ['service_name_likeness', 'organization_name_likeness', 'service_words'];
const each = (statement: (index: string) => string): string => INDEXES.map(statement).join('\n');

/** What keeps the read model of listings true costs less for each row that is written. */
export class LighterWriting1764000000039 implements MigrationInterface {
  readonly name = 'LighterWriting1764000000039';

  async up(db: QueryRunner): Promise<void> {
    await db.query(ONE_EACH);
    await db.query(each((index) => `alter index directory.${index} set (fastupdate = on);`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(ONE_FOR_ALL);
    await db.query(each((index) => `alter index directory.${index} set (fastupdate = off); select gin_clean_pending_list('directory.${index}');`));
  }
}
