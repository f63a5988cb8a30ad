/** The number that a listing `s` is called by: its own, then its place's, then its organization's. No fax, and no number of a place that must stay hidden. */
const CALLED = `(
  select jsonb_build_object('number', q.number, 'extension', q.extension) from (
    select 1 as rank, f.* from directory.phone f where f.service_id = s.id
    union all select 2, f.* from directory.phone f join directory.service_at_location sl on sl.id = f.service_at_location_id where sl.service_id = s.id
    union all select 3, f.* from directory.phone f join directory.service_at_location sl on sl.location_id = f.location_id join directory.location o on o.id = sl.location_id where sl.service_id = s.id and o.confidentiality = 'open'
    union all select 4, f.* from directory.phone f where f.organization_id = s.organization_id) q
  where q.type is distinct from 'fax' order by q.rank, q.position, q.id limit 1)`;

const MILES = `(
  select min(2 * 3958.8 * asin(sqrt(least(1, sin(radians((p->>'lat')::float8 - $12::float8) / 2) ^ 2 + cos(radians($12::float8)) * cos(radians((p->>'lat')::float8)) * sin(radians((p->>'lon')::float8 - $13::float8) / 2) ^ 2))))
  from jsonb_array_elements(l.facts->'places') p where p->>'lat' is not null and $12::float8 is not null)`;

/** True where a listing has a place that is not open: its texts may name the street. */
const WITHHELD = `(l.facts->'places' @> '[{"hidden": true}]' or l.facts->'places' @> '[{"partial": true}]')`;

/** Where listing `p` may be shown on a map, the five nearest to the place that was asked for: no place that is hidden, and none that tells its ZIP code alone. */
const POINTS = `(
  select coalesce(jsonb_agg(jsonb_build_object('lat', q.lat, 'lon', q.lon, 'town', q.town)), '[]') from (
    select (x->>'lat')::float8 as lat, (x->>'lon')::float8 as lon, x->>'city' as town from jsonb_array_elements(p.facts->'places') x
    where x->>'lat' is not null and not (x->>'hidden')::boolean and x->'partial' is null
    order by abs((x->>'lat')::float8 - $12::float8) + abs((x->>'lon')::float8 - $13::float8), 1, 2 limit 5) q)`;

/** The words in which full text is searched; `service_words` is the index of just this. */
const WORDS = `to_tsvector('english', s.name || ' ' || coalesce(s.description, ''))`;

/** How surely a listing's `needs` hold one of those that are looked for: 0 to 1. */
const held = (needs: 'needs' | 'needsSuggested'): string => `coalesce((select max(q.weight) from unnest($8::text[], $18::float8[]) q(code, weight) where l.facts->'${needs}' ? q.code), 0)`;

/** Of what fits alike, what claims few needs goes before what claims many, and what was made for people whom nobody named behind what was made for everybody. */
const CLOSER = `0.5 * ${held('needs')} / greatest(1, jsonb_array_length(l.facts->'needs')) - 0.4 * ($6::text is not null and l.facts->'populations' <> '[]' and not l.facts->'populations' ?| $10)::int`;

/**
 * A page of what everybody may see, best first, with the number of all. Nothing that is closed, paused or that nobody could confirm for months.
 * $1 kinds of service or null for any, $2 peers too, $3 free or by income, $4 language or null, $5 ways of helping or null; $6 words or null, $7 their query or null, $8 needs with $18 how surely, 0 to 1 each, $9 types
 * and $10 populations that they point to: kinds of help and people add to a need, and decide where no need is named; $11 ZIP codes of the place or null, $12 and $13 its middle or nulls, $14 only what takes people from there, $15 miles at most or null; $16 how many, $17 after how many.
 * What cannot be compared stays in and says so. Of equal rank: without a doubt, likest, sure to serve, nearest, checked last, by name. The first of peers is among the first five, and every further one among the next eleven at most: they are never buried.
 */
export const PUBLIC_LIST = `
with place as materialized (select z from directory.zip z where z.zip = any($11::text[])),
worded as materialized (select s.id from directory.service s where $7::text is not null and ${WORDS} @@ to_tsquery('english', $7)),
named as materialized (
  select s.id, word_similarity($6, s.name) as likeness from directory.service s where $6::text is not null and $6 <% s.name
  union all select s.id, 0.9 * word_similarity($6, o.name) from directory.organization o join directory.service s on s.organization_id = o.id where $6::text is not null and $6 <% o.name),
asked as materialized (
  select l.service_id as id, l.facts, coalesce((l.facts->>'rung') = 'unverified', false) as unverified, (l.facts->>'peer')::boolean as peer,
    (3 * ${held('needs')} + 2 * ${held('needsSuggested')} + 3 * (l.facts->'serviceTypes' ?| $9)::int + 2 * (l.facts->'populations' ?| $10)::int
      + (w.id is not null and not ${WITHHELD})::int + coalesce(round(4 * n.likeness), 0) + ${CLOSER}) as score, ${MILES} as miles
  from directory.listing l left join worded w on w.id = l.service_id left join (select id, max(likeness)::float8 as likeness from named group by id) n on n.id = l.service_id
  where l.status = 'active' and l.facts->>'rung' is distinct from 'out' and l.facts->>'intake' is distinct from 'paused'
    and ($1::text[] is null or l.facts->'serviceTypes' ?| $1 or ($2::boolean and (l.facts->>'peer')::boolean))
    and (not $3::boolean or (l.facts->>'free')::boolean or l.facts->'payments' ? 'sliding-scale')
    and ($4::text is null or l.facts->'languages' ? $4 or ($4 <> 'ase' and (l.facts->>'interpreter')::boolean))
    and ($5::text[] is null or l.facts->'delivery' ?| $5)
    and ($6::text is null or l.facts->'needs' ?| $8 or l.facts->'needsSuggested' ?| $8 or (l.facts->'serviceTypes' ?| $9 and cardinality($8::text[]) = 0) or (l.facts->'populations' ?| $10 and cardinality($8::text[]) + cardinality($9::text[]) = 0)
      or n.id is not null or (w.id is not null and not ${WITHHELD}))),
areas as materialized (
  select q.areas, case when $11::text[] is null then null when bool_and(one.served is true) then 'yes' when bool_and(one.served is false) then 'no' else 'unknown' end as serves
  from (select distinct facts->'areas' as areas from asked) q left join place on true left join lateral (
    select case when bool_or(served) then true when count(*) = 0 or bool_or(served is null) then null else false end as served from jsonb_array_elements(q.areas) a,
      lateral (select directory.area_serves(nullif(a->>'type', 'unknown'), a->>'value', array(select jsonb_array_elements_text(a->'zips')), a->'shape', (place.z).zip, place.z) as served) r) one on true
  group by q.areas),
placed as (
  select a.*, r.serves, row_number() over best as n, row_number() over (partition by a.peer, a.unverified order by coalesce((a.facts->>'doubts')::int, 0) > 0, a.score desc, r.serves desc, a.miles, a.facts->>'assuredDate' desc nulls last, a.facts->>'name', a.id) as among, count(*) over () as total
  from asked a join areas r on r.areas = a.facts->'areas'
  where (not $14::boolean or r.serves is distinct from 'no') and ($15::float8 is null or a.miles is null or a.miles <= $15 or a.facts->'delivery' ?| '{virtual,phone}')
  window best as (order by a.unverified, coalesce((a.facts->>'doubts')::int, 0) > 0, a.score desc, r.serves desc, a.miles, a.facts->>'assuredDate' desc nulls last, a.facts->>'name', a.id)),
page as (select *, case when peer and not unverified then least(n, (among - 1) * 10 + 4.5) else n end as rank from placed order by rank, n limit $16 offset $17)
select p.facts - array['areas', 'places', 'evenings', 'weekend', 'capacity', 'restrictions', 'features'] as facts, p.serves, p.miles, p.total::int, ${CALLED} as phone, s.fees_description as fees,
  case when not ${WITHHELD.replaceAll('l.facts', 'p.facts')} then left(s.description, 240) end as about, ${POINTS} as points, ${WITHHELD.replaceAll('l.facts', 'p.facts')} as withheld,
  (select concat_ws(', ', x->>'city', x->>'state') from jsonb_array_elements(p.facts->'places') x where x->>'city' is not null limit 1) as town
from page p join directory.service s on s.id = p.id order by p.rank, p.n`;

/** The words that listings and their organizations are called by. */
export const NAME_WORDS = `select distinct word from directory.listing l, regexp_split_to_table(lower((l.facts->>'name') || ' ' || (l.facts->>'organization')), '[^[:alpha:]]+') word where l.status = 'active' and length(word) > 3`;
