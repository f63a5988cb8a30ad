/** The number that a listing `s` is called by: its own first, else its organization's. */
export const NUMBER = '(select f.number from directory.phone f where f.service_id = s.id or f.organization_id = s.organization_id order by (f.service_id is null), f.position, f.id limit 1)';

/** Of a listing: its facts, and the transaction that wrote them. */
const KNOWN = 'facts, changed_in::float8 as revision';

/** Every live listing's facts. */
export const LIVE = `select ${KNOWN} from directory.listing where status = 'active'`;

/** Listings, of every status, whose own name or whose organization's is like $1, the likeliest first, at most $2. */
export const NAMED = `
with found as (
  select s.id, word_similarity($1, s.name) as likeness from directory.service s where $1 <% s.name
  union all select s.id, 0.9 * word_similarity($1, o.name) from directory.organization o join directory.service s on s.organization_id = o.id where $1 <% o.name)
select s.id from (select id, max(likeness) as likeness from found group by id) q join directory.service s on s.id = q.id join directory.listing l on l.service_id = s.id
order by q.likeness desc, s.status <> 'active', s.name collate "C", s.id limit $2`;

/** Facts of the named listings, whatever their status ($1). */
export const LISTINGS_OF = `select ${KNOWN} from directory.listing where service_id = any($1::uuid[])`;

/**
 * A superset of what matching can offer: live, some need of $1 confirmed or suggested or none told at all, and an area that may hold the place. It
 * decides nothing. $1 needs or null for any, $2 state such as US-CT or null for anywhere, $3 ", CT", $4 ZIP codes, $5 to $8 south,
 * north, west and east of the box in which shapes are looked at, or null for all of them.
 */
export const CANDIDATES = `
select ${KNOWN} from directory.listing
where status = 'active' and ($1::text[] is null or ((facts->'needs') || (facts->'needsSuggested')) ?| $1::text[] or ((facts->'needs') || (facts->'needsSuggested')) = '[]')
  and ($2::text is null or facts->'areas' = '[]' or exists (
    select from jsonb_array_elements(facts->'areas') a
    where a->>'type' in ('nation', 'unknown') or a->>'value' = $2 or right(a->>'value', 4) = $3 or a->'zips' ?| $4::text[]
      or (a->>'type' = 'shape' and ($5::float8 is null or ((a#>>'{shape,box,3}')::float8 >= $5 and (a#>>'{shape,box,1}')::float8 <= $6::float8
        and (a#>>'{shape,box,2}')::float8 >= $7::float8 and (a#>>'{shape,box,0}')::float8 <= $8::float8)))))`;

/** What the named listings ($1) say in their own words. */
export const WORDS_OF = `select s.id, concat_ws('. ', s.name, s.alternate_name, s.description, s.eligibility_description) as words from directory.service s where s.id = any($1::uuid[])`;

/** Every ZIP code of the table. */
export const ZIP_LINES = `select zip, city, state, array(select distinct c from unnest(array[county, county_before]) c where c is not null) as counties, lat, lon from directory.zip`;

/** States in which at least a tenth of what is listed stands, the most frequent first. */
export const HOME_STATES = `
select state from (select facts->'places'->0->>'state' as state, count(*) as n, sum(count(*)) over () as total from directory.listing where status = 'active' and facts->'places'->0->>'state' is not null group by 1) q
where n * 10 >= total order by n desc, state`;

/** The product's own vocabulary in its order: names, codes of the broader term and of those near it; of a retired term also the code of what took its place. */
export const TERMS = `
select x.code as taxonomy, t.code, t.name, t.name_es as "nameEs", t.retired_in is not null as retired, r.code as "replacedBy", b.code as parent, t.near
from directory.taxonomy_term t join directory.taxonomy x on x.id = t.taxonomy_id and x.own left join directory.taxonomy_term b on b.id = t.parent_id left join directory.taxonomy_term r on r.id = t.replaced_by order by x.code, t.position, t.code`;

/** How many live listings help with a need, as confirmed or as suggested; a need that none has is left out. */
export const NEEDS_LISTED = `
select n.code, count(*)::int as listings from directory.listing l, lateral (select distinct jsonb_array_elements_text((l.facts->'needs') || (l.facts->'needsSuggested')) as code) n where l.status = 'active' group by 1`;

/** A row of `directory.hours h` as a rule, with what it hangs on. */
export const RULE = `jsonb_build_object('byday', h.byday, 'opensAt', h.opens_at, 'closesAt', h.closes_at, 'freq', h.freq, 'interval', h."interval", 'description', coalesce(h.description, h.notes),
    'dtstart', h.dtstart, 'until', h.until, 'validFrom', h.valid_from, 'validTo', h.valid_to,
    'owner', case when h.service_id is not null then 'service' when h.location_id is not null then 'location' else 'service_at_location' end,
    'placeId', coalesce(h.location_id, (select sl.location_id from directory.service_at_location sl where sl.id = h.service_at_location_id)))`;

/** When the services of $1 open, and where: a row for each that is in the directory. */
export const OPENINGS = `
select s.id, coalesce(h.rules, '[]') as hours, coalesce(p.places, '[]') as places
from directory.service s
left join lateral (select jsonb_agg(${RULE} order by h.position, h.id) as rules from directory.hours h where h.of_service = s.id) h on true
left join lateral (select jsonb_agg(jsonb_build_object('id', p.location_id, 'county', p.county, 'state', p.state) order by p.location_id) as places from directory.place p where p.service_id = s.id) p on true
where s.id = any($1::uuid[])`;

/** Terms of the product's own taxonomy that a column of codes names, as they are called now: a retired one is what took its place. */
const termsIn = (codes: string, taxonomy: string): string => `(
  select coalesce(jsonb_agg(jsonb_build_object('code', q.code, 'name', q.name, 'nameEs', q.name_es) order by q.position, q.code), '[]') from (
    select distinct m.code, m.name, m.name_es, m.position from directory.taxonomy x join directory.taxonomy_term w on w.taxonomy_id = x.id join directory.taxonomy_term m on m.id = coalesce(w.replaced_by, w.id)
    where x.own and x.code = '${taxonomy}' and w.code = any(${codes})) q)`;

/** What a service `s` declares of its peer support; null when it says nothing. */
export const PEER = `(select jsonb_build_object('kinds', ${termsIn('p.kinds', 'peer-kind')}, 'certified', p.certified, 'credential', p.credential, 'credentialState', p.credential_state,
  'lived', ${termsIn('p.lived', 'lived-experience')}, 'openTo', p.open_to, 'joining', p.joining, 'size', p.size,
  'trainedBy', p.trained_by, 'line', p.line, 'dispatch', p.dispatch, 'callsADay', p.calls_a_day) from directory.peer p where p.service_id = s.id)`;

/** $1 service. Everything of a listing in one row; the streets of places that are not open come apart, so that texts can withhold them. Numbers that the agency gave are all of them. */
export const SERVICE = `
select s.id, s.name, s.description, s.status, s.alert, s.url, s.email, s.interpretation_services as interpreters, s.eligibility_description as eligibility,
  s.minimum_age as "minimumAge", s.maximum_age as "maximumAge", s.fees_description as fees, s.application_process as application, s.wait_time as "waitTime",
  s.assured_date::text as "assuredDate", s.assured_method as "assuredMethod", coalesce((l.facts->>'doubts')::int, 0) as doubts, s.source, s.organization_id as "organizationId", l.facts->>'organization' as organization, l.facts->>'intake' as intake,
  coalesce(f.phones, '[]') as phones, coalesce(p.places, '[]') as places, coalesce(h.hours, '[]') as hours, coalesce(g.languages, '[]') as languages,
  coalesce(c.costs, '[]') as costs, coalesce(d.documents, '[]') as documents, coalesce(a.areas, '[]') as areas, coalesce(x.streets, '{}') as streets,
  s.inclusion, ${PEER} as peer
from directory.service s
join directory.listing l on l.service_id = s.id
cross join lateral (select exists (select from directory.phone f where f.service_id = s.id and f.source = 'agency') as given) own
left join lateral (
  select jsonb_agg(jsonb_build_object('number', number, 'extension', extension, 'type', type, 'description', description) order by rank, position, id) as phones from (
    select distinct on (number, extension) * from (
      select 1 as rank, f.* from directory.phone f where f.service_id = s.id
      union all select 2, f.* from directory.phone f join directory.service_at_location sl on sl.id = f.service_at_location_id where sl.service_id = s.id
      union all select 3, f.* from directory.phone f join directory.service_at_location sl on sl.location_id = f.location_id join directory.location o on o.id = sl.location_id where sl.service_id = s.id and o.confidentiality = 'open' and not own.given
      union all select 4, f.* from directory.phone f where f.organization_id = s.organization_id and not own.given) q
    order by number, extension, rank, position) q
) f on true
left join lateral (
  select jsonb_agg(jsonb_build_object('id', p.location_id, 'confidentiality', p.confidentiality,
    'name', case when p.confidentiality <> 'hidden' then o.name end, 'street', case when p.confidentiality = 'open' then nullif(concat_ws(', ', b.address_1, b.address_2), '') end,
    'city', p.city, 'state', p.state, 'zip', p.zip, 'county', p.county, 'wheelchair', p.wheelchair,
    'transportation', case when p.confidentiality = 'open' then o.transportation end) order by p.location_id) as places
  from directory.place p join directory.location o on o.id = p.location_id
  left join lateral (select * from directory.address b where b.location_id = o.id order by (b.address_type = 'physical') desc, b.id limit 1) b on true
  where p.service_id = s.id
) p on true
left join lateral (
  select jsonb_agg(${RULE} order by h.kind desc, h.position, h.id) as hours
  from directory.hours h where h.of_service = s.id
) h on true
left join lateral (select jsonb_agg(distinct jsonb_build_object('code', n.code, 'name', n.name)) as languages from directory.language n where n.service_id = s.id) g on true
left join lateral (select jsonb_agg(coalesce(c.amount_description, concat_ws(' ', c.option, c.amount::text, c.currency)) order by c.id) as costs from directory.cost_option c where c.service_id = s.id) c on true
left join lateral (select jsonb_agg(d.document order by d.id) as documents from directory.required_document d where d.service_id = s.id and d.document is not null) d on true
left join lateral (select jsonb_agg(coalesce(a.name, a.value, nullif(array_to_string(a.zips, ', '), ''), a.description, case when a.type = 'shape' then 'An area drawn on a map' else a.extent end) order by a.type, a.value, a.id) filter (where a.type is not null or num_nonnulls(a.name, a.description) > 0) as areas from directory.service_area a where a.service_id = s.id) a on true
left join lateral (
  select array_agg(b.address_1) as streets from directory.service_at_location sl join directory.location o on o.id = sl.location_id join directory.address b on b.location_id = o.id
  where sl.service_id = s.id and o.confidentiality <> 'open' and b.address_1 is not null
) x on true
where s.id = $1`;

/** A service has something for a steward: a suggestion nobody decided on, or a place that an import hid. */
const UNDECIDED = `(
  exists (select from directory.attribute a where a.service_id = s.id and a.suggested and not a.rejected)
  or exists (select from directory.service_at_location sl join directory.location l on l.id = sl.location_id where sl.service_id = s.id and l.confidentiality = 'hidden' and l.confidentiality_at is null))`;

/** $1 the last service of the page before or null, $2 how many. */
export const UNREVIEWED = `
select s.id, s.name, l.facts->>'organization' as organization, left(s.description, 600) as description,
  coalesce((select jsonb_agg(jsonb_build_object('attributeId', a.id, 'taxonomy', x.code, 'code', t.code, 'name', t.name, 'weight', a.weight) order by a.weight desc, t.code)
    from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id join directory.taxonomy x on x.id = t.taxonomy_id
    where a.service_id = s.id and a.suggested and not a.rejected), '[]') as suggestions,
  coalesce((select jsonb_agg(jsonb_build_object('id', p.location_id, 'name', null, 'county', p.county))
    from directory.place p join directory.location o on o.id = p.location_id where p.service_id = s.id and o.confidentiality = 'hidden' and o.confidentiality_at is null), '[]') as "hiddenPlaces",
  coalesce((select array_agg(b.address_1) from directory.service_at_location sl join directory.location o on o.id = sl.location_id join directory.address b on b.location_id = o.id
    where sl.service_id = s.id and o.confidentiality <> 'open' and b.address_1 is not null), '{}') as streets
from directory.service s join directory.listing l on l.service_id = s.id
where s.status = 'active' and ($1::uuid is null or s.id > $1) and ${UNDECIDED}
order by s.id limit $2`;

export const UNREVIEWED_TOTAL = `select count(*)::int as total from directory.service s where s.status = 'active' and ${UNDECIDED}`;
