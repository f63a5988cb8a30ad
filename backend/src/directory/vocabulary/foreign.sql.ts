const BROUGHT = `brought as materialized (
  select r.*, row_number() over () as position from jsonb_to_recordset($2::jsonb) as r(id uuid, code text, name text, description text, parent uuid, uri text))`;
const SAME = '(t.name, t.description, t.parent_id, t.uri) is not distinct from (b.name, b.description, b.parent, b.uri)';

/** What taking a vocabulary in would do. $1 its id, $2 terms, $3 codes whose rows could not be read, $4 whether what is not named is retired. */
export const COMPARE = `
with ${BROUGHT}, standing as (select * from directory.taxonomy_term where taxonomy_id = $1)
select (select count(*)::int from brought b where not exists (select from standing t where t.id = b.id)) as added,
  (select count(*)::int from brought b join standing t using (id) where t.retired_in is null and not ${SAME}) as changed,
  (select count(*)::int from brought b join standing t using (id) where t.retired_in is not null) as back,
  (select count(*)::int from standing t where $4::boolean and t.retired_in is null and not (t.code = any($3::text[])) and not exists (select from brought b where b.id = t.id)) as retired,
  (select coalesce(array_agg(name order by name), '{}') from (select b.name from brought b where not exists (select from standing t where t.id = b.id) order by 1 limit 20) q) as news,
  (select coalesce(array_agg(name order by name), '{}') from (select t.name from standing t where $4::boolean and t.retired_in is null and not (t.code = any($3::text[])) and not exists (select from brought b where b.id = t.id) order by 1 limit 20) q) as vanished`;

/** $1 the vocabulary, $2 who. The same again changes nothing. */
export const VOCABULARY = `
insert into directory.taxonomy as t (id, code, name, description, version, uri, licence, published, position, loaded_at, loaded_by)
select id, code, name, description, version, uri, licence, published, 100, now(), $2::uuid from jsonb_to_record($1::jsonb) as r(id uuid, code text, name text, description text, version text, uri text, licence text, published boolean)
on conflict (id) do update set name = excluded.name, description = excluded.description, version = excluded.version, uri = excluded.uri, licence = excluded.licence, published = excluded.published, loaded_at = now(), loaded_by = excluded.loaded_by
where (t.name, t.description, t.version, t.uri, t.licence, t.published) is distinct from (excluded.name, excluded.description, excluded.version, excluded.uri, excluded.licence, excluded.published)`;

/** $1 the vocabulary's id, $2 terms, $3 its version. */
export const TERMS = `
with ${BROUGHT}
insert into directory.taxonomy_term as t (id, taxonomy_id, code, name, description, parent_id, position, uri, since)
select b.id, $1, b.code, b.name, b.description, b.parent, least(b.position, 32000), b.uri, $3 from brought b
on conflict (id) do update set name = excluded.name, description = excluded.description, parent_id = excluded.parent_id, position = excluded.position, uri = excluded.uri, retired_in = null, replaced_by = null
where t.retired_in is not null or (t.name, t.description, t.parent_id, t.position, t.uri) is distinct from (excluded.name, excluded.description, excluded.parent_id, excluded.position, excluded.uri)`;

/** $1 the vocabulary's id, $2 ids that are named, $3 codes whose rows could not be read, $4 the version. */
export const RETIRE = `
update directory.taxonomy_term set retired_in = $4 where taxonomy_id = $1 and retired_in is null and not (id = any($2::uuid[])) and not (code = any($3::text[]))`;
