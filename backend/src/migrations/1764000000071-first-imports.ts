import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Reference {
  child: string;
  column: string;
  parent: string;
  /** Name of the foreign key, which stays as it was and is what a refusal names. */
  name: string;
  /** What becomes of the child when its parent goes. */
  gone: 'falls' | 'refuses';
  /** The child's primary key. */
  key: string;
}
const refers = (child: string, parents: readonly string[], { gone = 'falls', key = 'id' }: Partial<Pick<Reference, 'gone' | 'key'>> = {}): Reference[] =>
  parents.map((parent) => ({ child, column: parent === 'taxonomy_term' ? 'taxonomy_term_id' : `${parent}_id`, parent, name: `${child}_${parent === 'taxonomy_term' ? 'term' : parent}`, gone, key }));

/** The foreign keys of what an import brings by the thousand. */
const REFERENCES: readonly Reference[] = [
  ...refers('service', ['organization'], { gone: 'refuses' }),
  ...refers('location', ['organization'], { gone: 'refuses' }),
  ...refers('service_at_location', ['service', 'location']),
  ...refers('address', ['location']),
  ...refers('phone', ['organization', 'service', 'location', 'service_at_location', 'contact']),
  ...refers('schedule', ['service', 'location', 'service_at_location']),
  ...refers('language', ['service', 'location', 'phone']),
  ...refers('accessibility', ['location']),
  ...refers('service_area', ['service', 'service_at_location']),
  ...refers('cost_option', ['service']),
  ...refers('attribute', ['service']),
  ...refers('attribute', ['taxonomy_term'], { gone: 'refuses' }),
  ...refers('listing', ['service'], { key: 'service_id' }),
  ...refers('fingerprint', ['service'], { key: 'service_id' }),
  ...refers('verification', ['service'], { key: 'service_id' }),
];
const by = (side: 'child' | 'parent'): [string, Reference[]][] => [...new Set(REFERENCES.map((one) => one[side]))].map((table) => [table, REFERENCES.filter((one) => one[side] === table)]);
const refused = ({ child, name }: Reference): string => `raise exception 'insert, update or delete on a table of the directory violates foreign key constraint "${name}"' using errcode = 'foreign_key_violation', schema = 'directory', table = '${child}', constraint = '${name}';`;
const FUNCTION = `returns trigger language plpgsql set search_path = pg_catalog, pg_temp as`;

/*
 * A foreign key asks once a row; these ask once a statement. What they hold is the same: each named row is there, and stays locked
 * against going (for key share) until the end of the transaction. A row that this very transaction wrote needs no lock: nobody
 * else can take it away.
 */
const NAMED = ({ column, parent, key, ...one }: Reference): string => `
  if tg_op = 'INSERT' then named := array(select distinct t.${column} from touched t where t.${column} is not null);
  else named := array(select distinct t.${column} from touched t left join former f on f.${key} = t.${key} where t.${column} is not null and t.${column} is distinct from f.${column}); end if;
  if cardinality(named) > 0 and (select count(*) from directory.${parent} p where p.id = any(named) and p.xmin = pg_current_xact_id()::xid) < cardinality(named) then
    perform from directory.${parent} p where p.id = any(named) for key share;
    get diagnostics standing = row_count;
    if standing < cardinality(named) then ${refused({ column, parent, key, ...one })} end if;
  end if;`;
const HANGS = by('child').map(([child, all]) => `
create function directory.${child}_hangs() ${FUNCTION} $b$ declare named uuid[]; standing int; begin${all.map(NAMED).join('')}
  return null;
end $b$;
create trigger ${child}_hangs_new after insert on directory.${child} referencing new table as touched for each statement execute function directory.${child}_hangs();
create trigger ${child}_hangs_changed after update on directory.${child} referencing old table as former new table as touched for each statement execute function directory.${child}_hangs();`);

const FALLS = by('parent').map(([parent, all]) => `
create function directory.${parent}_falls() ${FUNCTION} $b$ begin
  if not exists (select from former) then return null; end if;
  ${all.filter(({ gone }) => gone === 'falls').map(({ child, column }) => `delete from directory.${child} c using former f where c.${column} = f.id;`).join('\n  ')}
  ${all.filter(({ gone }) => gone === 'refuses').map((one) => `if exists (select from directory.${one.child} c join former f on c.${one.column} = f.id) then ${refused(one)} end if;`).join('\n  ')}
  return null;
end $b$;
create trigger ${parent}_falls after delete on directory.${parent} referencing old table as former for each statement execute function directory.${parent}_falls();
create trigger ${parent}_keeps_id before update of id on directory.${parent} for each row when (old.id is distinct from new.id) execute function directory.keep_id();`);

/* The key stays written down, for whoever reads the schema and for the order in which a backup comes back. */
const enforced = (how: string): string => REFERENCES.map(({ child, name }) => `alter table directory.${child} alter constraint ${name} ${how};`).join('\n');
const KEEP_ID = `
create function directory.keep_id() returns trigger language plpgsql as $b$ begin
  raise exception 'the id of a row of directory.% cannot change: other rows name it', tg_table_name using errcode = 'foreign_key_violation', schema = 'directory', table = tg_table_name;
end $b$;`;
const ONE_BY_ONE = `
${by('child').map(([child]) => `drop function directory.${child}_hangs() cascade;`).join('\n')}
${by('parent').map(([parent]) => `drop function directory.${parent}_falls() cascade;`).join('\n')}
drop function directory.keep_id() cascade;
${enforced('enforced')}`;

/** Of what one statement marks, only the first rings the bell: the trigger that computes at commit was called for each listing, and all but the first found nothing to do. */
const MARKING = (insert: string): string => `
create or replace procedure directory.keep_marked(of text, query text) language plpgsql as $p$
declare mark text := '${insert}';
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
  for one in select substr(p.proname, 6) as of, obj_description(p.oid, 'pg_proc') as query from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'directory' join pg_class c on c.relnamespace = n.oid and p.proname = 'mark_' || c.relname loop
    call directory.keep_marked(one.of, one.query);
  end loop;
end $$;`;
const UNMARKED = 'where x is not null and not exists (select from directory.stale_listing s where s.service_id = x)';
const BELL = (when: string): string => `
drop trigger stale_refresh on directory.stale_listing;
create constraint trigger stale_refresh after insert on directory.stale_listing deferrable initially deferred for each row ${when} execute function directory.refresh_stale();`;
const RINGS = `
alter table directory.stale_listing add column rings boolean not null default true;
${BELL('when (new.rings)')}
${MARKING(`insert into directory.stale_listing (service_id, rings) select x, row_number() over (order by x) = 1 from (select distinct x from (%s) q(x) ${UNMARKED}) q order by 1 on conflict do nothing;`)}`;
const EACH_RINGS = `
${MARKING(`insert into directory.stale_listing select distinct x from (%s) q(x) ${UNMARKED} order by 1 on conflict do nothing;`)}
${BELL('')}
alter table directory.stale_listing drop column rings;`;

/** What is asked of each service by itself, and of all of them together. */
const AT_ONCE: readonly (readonly [from: string, to: string])[] = [
  [`
select s.id, s.status, jsonb_build_object(`, `
with placed as materialized (
  select sl.id, sl.service_id, sl.location_id from directory.service_at_location sl where sl.service_id = any(ids)
)
select s.id, s.status, jsonb_build_object(`],
  [`left join lateral (
  select coalesce(jsonb_object_agg(k, codes), '{}') as codes from (
    select case when`, `left join (
  select service_id, jsonb_object_agg(k, codes) as codes from (
    select a.service_id, case when`],
  [`where a.service_id = s.id and not a.rejected and not`, `where a.service_id = any(ids) and not a.rejected and not`],
  [`    group by 1) q
) t on true
left join lateral (
  select jsonb_agg(distinct code) as codes from (
    select code from directory.language l where l.service_id = s.id
    union all select l.code from directory.language l join directory.service_at_location sl on sl.location_id = l.location_id where sl.service_id = s.id
    union all select l.code from directory.language l join directory.phone f on f.id = l.phone_id where f.service_id = s.id) q where code is not null
) g on true
left join lateral (
  select jsonb_agg(`, `    group by 1, 2) q group by 1
) t on t.service_id = s.id
left join (
  select of_service, jsonb_agg(distinct code) as codes from (
    select l.service_id as of_service, l.code from directory.language l where l.service_id = any(ids)
    union all select placed.service_id, l.code from placed join directory.language l on l.location_id = placed.location_id
    union all select f.service_id, l.code from directory.phone f join directory.language l on l.phone_id = f.id where f.service_id = any(ids)) q where code is not null group by 1
) g on g.of_service = s.id
left join (
  select a.of_service, jsonb_agg(`],
  [`  from (select x.* from directory.service_area x where x.service_id = s.id
    union all select x.* from directory.service_area x join directory.service_at_location sl on sl.id = x.service_at_location_id where sl.service_id = s.id) a
) a on true
left join lateral (
  select jsonb_agg(`, `  from (select x.service_id as of_service, x.id, x.type, x.value, x.zips, x.shape from directory.service_area x where x.service_id = any(ids)
    union all select placed.service_id, x.id, x.type, x.value, x.zips, x.shape from placed join directory.service_area x on x.service_at_location_id = placed.id) a group by 1
) a on a.of_service = s.id
left join (
  select p.service_id, jsonb_agg(`],
  [`  from directory.place p where p.service_id = s.id
) p on true
left join lateral (
  select bool_or(`, `  from directory.place p where p.service_id = any(ids) group by 1
) p on p.service_id = s.id
left join (
  select h.of_service, bool_or(`],
  [`  from directory.hours h where h.of_service = s.id and h.byday is not null and h.opens_at is not null and h.closes_at is not null
) h on true
left join lateral (
  select jsonb_build_object(`, `  from directory.hours h where h.of_service = any(ids) and h.byday is not null and h.opens_at is not null and h.closes_at is not null group by 1
) h on h.of_service = s.id
left join (
  select distinct on (c.service_id) c.service_id, jsonb_build_object(`],
  [`from directory.service_capacity c where c.service_id = s.id order by c.updated desc, c.id limit 1
) c on true`, `from directory.service_capacity c where c.service_id = any(ids) order by c.service_id, c.updated desc, c.id
) c on c.service_id = s.id`],
];
/** Throws where the statement does not read as it should. */
const allRewritten = (pairs: typeof AT_ONCE): string => `do $do$ declare was text := pg_get_functiondef('directory.facts_of'::regproc); begin
${pairs.map(([from, to]) => `  if position($a$${from}$a$ in was) = 0 then raise exception 'directory.facts_of does not hold: %', $a$${from}$a$; end if;
  was := replace(was, $a$${from}$a$, $b$${to}$b$);`).join('\n')}
  execute was;
end $do$;`;

const REFRESH = (facts: string, joined: string): string => `
create or replace function directory.refresh_listings(ids uuid[]) returns void language sql as $$${' '}
  insert into directory.listing (service_id, status, facts, last_modified, changed_in)
  select f.service_id, f.status, ${facts}, now(), pg_current_xact_id()::text::bigint from directory.facts_of(ids) f${joined}
  on conflict (service_id) do update set status = excluded.status, facts = excluded.facts, last_modified = excluded.last_modified, changed_in = excluded.changed_in $$;`;
const OF_ALL = REFRESH(`f.facts || coalesce(directory.room_said(f.service_id), '{}') || coalesce(directory.trust_of(f.service_id), '{}')`, '');
/** Most listings have said nothing of their room, and nothing is to be told of how they were checked. */
const OF_FEW = REFRESH(
  `case when t.service_id is null and s.assured_method is null and (v.service_id is null or (v.rung = 'fresh' and v.doubts = 0)) then f.facts
    else f.facts || coalesce(directory.room_said(f.service_id), '{}') || coalesce(directory.trust_of(f.service_id), '{}') end`,
  `
  join directory.service s on s.id = f.service_id left join directory.taking_new t on t.service_id = f.service_id left join directory.verification v on v.service_id = f.service_id`,
);

/** A first import pays once a statement for what it paid for each row: foreign keys, the bell that makes listings anew, and the making itself (decision 54). */
export class FirstImports1764000000071 implements MigrationInterface {
  readonly name = 'FirstImports1764000000071';

  async up(db: QueryRunner): Promise<void> {
    await db.query(enforced('not enforced'));
    for (const part of [KEEP_ID, ...HANGS, ...FALLS, RINGS, allRewritten(AT_ONCE), OF_FEW]) await db.query(part);
    await db.query('alter function directory.is_evening stable'); // it reads times of the day from text, which is not immutable; now PostgreSQL writes it into the statement that asks
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter function directory.is_evening immutable');
    for (const part of [OF_ALL, allRewritten([...AT_ONCE].reverse().map(([from, to]) => [to, from] as const)), EACH_RINGS, ONE_BY_ONE]) await db.query(part);
  }
}
