/** Who wrote a suggestion that comes of a mapping: no import can have this name. */
export const CROSSWALK_SOURCE = '(crosswalk)';

/** Own terms that services have by the mapping of their foreign ones; how sure by how near the two are. */
const MEANT = `
select u.service_id, coalesce(t.replaced_by, t.id) as term_id, max(case c.relation when 'exact' then 0.9 else 0.6 end)::real as weight
from directory.foreign_use u join directory.taxonomy_term f on f.id = u.term_id join directory.taxonomy x on x.id = f.taxonomy_id
  join directory.crosswalk c on c.vocabulary = x.code and c.code = f.code and c.superseded_at is null join directory.taxonomy_term t on t.id = c.term_id
group by 1, 2`;

/** Suggestions that no mapping stands for any more. What a person decided stays. */
export const TAKE_BACK = `
with meant as (${MEANT})
delete from directory.attribute a where a.source = '${CROSSWALK_SOURCE}' and a.suggested and not a.rejected and a.confirmed_at is null
  and not exists (select from meant m where m.service_id = a.service_id and m.term_id = a.taxonomy_term_id)`;

export const SUGGEST = `
insert into directory.attribute (id, source, service_id, taxonomy_term_id, position, suggested, weight)
select gen_random_uuid(), '${CROSSWALK_SOURCE}', m.service_id, m.term_id, 0, true, m.weight from (${MEANT}) m
where not exists (select from directory.attribute a where a.service_id = m.service_id and a.taxonomy_term_id = m.term_id)
on conflict (service_id, taxonomy_term_id) do nothing`;

const DAY = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;
const USE = `used as materialized (select term_id, count(distinct service_id)::int as listings from directory.foreign_use group by 1)`;

/** All vocabularies, ours first. Of ours the listings that have a term of it; of others those that have one of its codes. */
export const VOCABULARIES = `
with ${USE}
select x.id, x.code, x.name, x.description, x.version, x.own, x.published, x.uri, x.licence, to_char(x.loaded_at at time zone 'UTC', ${DAY}) as "loadedAt", p.name as "loadedBy",
  count(t.id) filter (where t.retired_in is null)::int as terms, count(t.id) filter (where t.retired_in is not null)::int as retired,
  case when x.own then (select count(distinct a.service_id)::int from directory.attribute a join directory.taxonomy_term k on k.id = a.taxonomy_term_id where k.taxonomy_id = x.id and not a.rejected)
    else (select count(distinct u.service_id)::int from directory.foreign_use u join directory.taxonomy_term k on k.id = u.term_id where k.taxonomy_id = x.id) end as listings,
  count(t.id) filter (where not x.own and u.listings > 0 and (c.id is null or c.relation = 'open'))::int as "openTerms",
  (select count(distinct v.service_id)::int from directory.foreign_use v join directory.taxonomy_term k on k.id = v.term_id left join directory.crosswalk d on d.vocabulary = x.code and d.code = k.code and d.superseded_at is null
    where not x.own and k.taxonomy_id = x.id and (d.id is null or d.relation = 'open')) as "openListings"
from directory.taxonomy x left join directory.taxonomy_term t on t.taxonomy_id = x.id left join used u on u.term_id = t.id
  left join directory.crosswalk c on c.vocabulary = x.code and c.code = t.code and c.superseded_at is null left join people.account p on p.id = x.loaded_by
group by x.id, p.name order by x.own desc, x.position, x.name`;

/** Terms of the vocabulary $1 that hold the words $2 (patterns): those that listings use and that mean nothing yet first. $3 only those, $4 how many. */
export const TERMS_OF = `
with ${USE}
select t.id, t.code, t.name, t.description, t.name_es as "nameEs", q.name as parent, t.since, t.retired_in as "retiredIn", r.name as "replacedBy",
  coalesce(u.listings, (select count(*)::int from directory.attribute a where x.own and a.taxonomy_term_id = t.id and not a.rejected), 0) as listings,
  case when not x.own then coalesce(c.relation, 'open') end as relation, m.id as "termId", m.name as "termName", y.name as "termTaxonomy", p.name as "decidedBy",
  case when c.decided_by is not null then to_char(c.decided_at at time zone 'UTC', ${DAY}) end as "decidedAt", c.id is not null and c.decided_by is null as shipped,
  (select count(*)::int from directory.crosswalk h where h.vocabulary = x.code and h.code = t.code and not x.own) as decisions
from directory.taxonomy_term t join directory.taxonomy x on x.id = t.taxonomy_id left join used u on u.term_id = t.id left join directory.taxonomy_term q on q.id = t.parent_id left join directory.taxonomy_term r on r.id = t.replaced_by
  left join directory.crosswalk c on c.vocabulary = x.code and c.code = t.code and c.superseded_at is null and not x.own
  left join directory.taxonomy_term m on m.id = c.term_id left join directory.taxonomy y on y.id = m.taxonomy_id left join people.account p on p.id = c.decided_by
where t.taxonomy_id = $1 and (select coalesce(bool_and(concat_ws(' ', t.code, t.name, t.description, t.name_es, array_to_string(t.phrases_en || t.phrases_es, ' ')) ilike w), true) from unnest($2::text[]) w)
  and (not $3::boolean or (coalesce(u.listings, 0) > 0 and coalesce(c.relation, 'open') = 'open' and not x.own))
order by (not x.own and coalesce(u.listings, 0) > 0 and coalesce(c.relation, 'open') = 'open') desc, case when x.own then 0 else coalesce(u.listings, 0) end desc, t.position, t.code limit $4`;

/** What was decided of a term $1, the newest first. */
export const HISTORY = `
select c.id, c.relation, m.name as "termName", p.name as by, to_char(c.decided_at at time zone 'UTC', ${DAY}) as at
from directory.taxonomy_term t join directory.taxonomy x on x.id = t.taxonomy_id and not x.own join directory.crosswalk c on c.vocabulary = x.code and c.code = t.code
  left join directory.taxonomy_term m on m.id = c.term_id left join people.account p on p.id = c.decided_by
where t.id = $1 order by c.decided_at desc, c.id desc`;

/** Own terms that can be chosen, with all that they are called by. */
export const OWN_TERMS = `
select t.id, x.code as taxonomy, x.name as "taxonomyName", t.code, t.name, t.name_es as "nameEs", t.description, t.phrases_en || t.phrases_es as phrases
from directory.taxonomy_term t join directory.taxonomy x on x.id = t.taxonomy_id and x.own where t.retired_in is null order by x.position, t.position`;

/** A term of another vocabulary with what stands of it, kept from others until the decision is made. $1 its id. */
export const STANDING = `
select x.code as vocabulary, t.code, c.id as "decisionId", coalesce(c.relation, 'open') as relation, c.term_id as "termId"
from directory.taxonomy_term t join directory.taxonomy x on x.id = t.taxonomy_id and not x.own left join directory.crosswalk c on c.vocabulary = x.code and c.code = t.code and c.superseded_at is null
where t.id = $1 for update of t`;

export const SUPERSEDE = 'update directory.crosswalk set superseded_at = now() where id = $1 and superseded_at is null';

/** $1 id, $2 vocabulary, $3 code, $4 own term, $5 relation, $6 who. The clock's own time: decisions of one transaction have an order. */
export const DECIDE = 'insert into directory.crosswalk (id, vocabulary, code, term_id, relation, decided_by, decided_at) values ($1, $2, $3, $4, $5, $6, clock_timestamp())';

/** What stood before the standing decision of a code. $1 vocabulary, $2 code. */
export const FORMER = `select relation, term_id as "termId" from directory.crosswalk where vocabulary = $1 and code = $2 and superseded_at is not null order by superseded_at desc, decided_at desc, id desc limit 1`;
