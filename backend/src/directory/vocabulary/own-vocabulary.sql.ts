export const VERSION = 'select coalesce(max(version::int), 0) as version from directory.taxonomy where own';

/** $1 taxonomies. */
export const TAXONOMIES = `
insert into directory.taxonomy as t (id, code, name, description, version, own, position, name_es, description_es)
select id, code, name, description, version, true, position, "nameEs", "descriptionEs"
from jsonb_to_recordset($1::jsonb) as r(id uuid, code text, name text, description text, version text, position smallint, "nameEs" text, "descriptionEs" text)
on conflict (id) do update set name = excluded.name, description = excluded.description, version = excluded.version, own = true, position = excluded.position, name_es = excluded.name_es, description_es = excluded.description_es`;

/** $1 terms. */
export const TERMS = `
insert into directory.taxonomy_term as t (id, taxonomy_id, code, name, description, parent_id, position, name_es, description_es, phrases_en, phrases_es, since, retired_in, replaced_by, near)
select id, taxonomy, code, name, description, parent, position, "nameEs", "descriptionEs", array(select jsonb_array_elements_text("phrasesEn")), array(select jsonb_array_elements_text("phrasesEs")), since, "retiredIn", "replacedBy", array(select jsonb_array_elements_text(near))
from jsonb_to_recordset($1::jsonb) as r(id uuid, taxonomy uuid, code text, name text, description text, parent uuid, position smallint, "nameEs" text, "descriptionEs" text, "phrasesEn" jsonb, "phrasesEs" jsonb, since text, "retiredIn" text, "replacedBy" uuid, near jsonb)
on conflict (id) do update set name = excluded.name, description = excluded.description, parent_id = excluded.parent_id, position = excluded.position, name_es = excluded.name_es, description_es = excluded.description_es,
  phrases_en = excluded.phrases_en, phrases_es = excluded.phrases_es, since = excluded.since, retired_in = excluded.retired_in, replaced_by = excluded.replaced_by, near = excluded.near`;

/** What this version no longer names is retired, and stays. $1 ids of all terms that it names, $2 the version. */
export const RETIRE = `
update directory.taxonomy_term t set retired_in = $2 from directory.taxonomy x
where x.id = t.taxonomy_id and x.own and t.retired_in is null and not (t.id = any($1::uuid[]))`;

/** A term whose successor is retired too is replaced by the last one of the line. */
export const CHAINS = `
with recursive line as (
  select id, replaced_by as last, 1 as step from directory.taxonomy_term where replaced_by is not null
  union all select l.id, t.replaced_by, l.step + 1 from line l join directory.taxonomy_term t on t.id = l.last where t.replaced_by is not null and t.replaced_by <> l.id and l.step < 20)
update directory.taxonomy_term t set replaced_by = q.last from (select distinct on (id) id, last from line order by id, step desc) q where q.id = t.id and t.replaced_by <> q.last`;

const BROUGHT = 'jsonb_to_recordset($1::jsonb) as b(id uuid, vocabulary text, code text, relation text, term uuid)';

/** What came with the product before gives way to what comes now. $1 facts. */
export const FORMER_FACTS = `
update directory.crosswalk c set superseded_at = now() where c.superseded_at is null and c.decided_by is null
  and not exists (select from ${BROUGHT} where b.vocabulary = c.vocabulary and b.code = c.code and b.relation = c.relation and b.term = c.term_id)`;

/** What comes with the product stands where no person decided. $1 facts. */
export const FACTS = `
insert into directory.crosswalk (id, vocabulary, code, term_id, relation)
select b.id, b.vocabulary, b.code, b.term, b.relation from ${BROUGHT}
where not exists (select from directory.crosswalk c where c.vocabulary = b.vocabulary and c.code = b.code and c.superseded_at is null) on conflict (id) do nothing`;

/** Listings whose terms were retired or replaced are read anew. */
export const STALE = `
select directory.refresh_listings(array_agg(distinct a.service_id)) from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id where t.retired_in is not null`;
