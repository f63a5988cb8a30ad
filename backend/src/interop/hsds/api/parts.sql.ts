/**
 * Parts of HSDS objects as JSON expressions. They stand where these names are known: k the streets that must not be told
 * (`SECRET`), s a service, v its listing, o its organization, l a location, sl a service at a location. Members that are null
 * are taken out at the end, once, of the whole object.
 */

/**
 * Streets of places that are not open, as one pattern for each owner (an organization, or a service that has none). The rule is
 * that of `directory/domain/withhold.ts`; it holds for all texts of the owner, because one service's words may name another's house.
 */
export const SECRET = `secret as materialized (
  select q.owner, '(?:' || string_agg(distinct regexp_replace(regexp_replace(trim(q.street), '[].*+?^$\{}()|\\\\[]', '\\\\\\&', 'g'), '\\s+', '\\\\s+', 'g'), '|') || ')' as pattern
  from (
    select coalesce(s.organization_id, s.id) as owner, a.address_1 as street from directory.location l join directory.address a on a.location_id = l.id
      join directory.service_at_location sl on sl.location_id = l.id join directory.service s on s.id = sl.service_id where l.confidentiality <> 'open'
    union select l.organization_id, a.address_1 from directory.location l join directory.address a on a.location_id = l.id where l.confidentiality <> 'open' and l.organization_id is not null
  ) q where length(trim(q.street)) > 4 group by q.owner)`;

/** A text without those streets. */
export const safe = (text: string): string => `coalesce(regexp_replace(${text}, k.pattern, '(address withheld)', 'gi'), ${text})`;

const URI_MARKS = `(?:[A-Za-z0-9._~:/?@!$&''()*+,;=-]|%[0-9A-Fa-f]{2})*`;
/** RFC 3986 is asserted by the schemas: what is no such address is left out. */
const web = (url: string): string => `case when ${url} ~ '^https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:[/?]${URI_MARKS})?(?:#${URI_MARKS})?$' then ${url} end`;
const mail = (address: string): string => `case when ${address} ~* '^[a-z0-9!#$%&''*+/=?^_{|}~-]+(?:\\.[a-z0-9!#$%&''*+/=?^_{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$' then ${address} end`;

const members = (of: string, names: readonly string[]): string => names.map((name) => `'${name}', ${of}.${name}`).join(', ');
const texts = (of: string, names: readonly string[]): string => names.map((name) => `'${name}', ${safe(`${of}.${name}`)}`).join(', ');
const list = (one: string, from: string, order: string): string => `(select json_agg(json_build_object(${one}) order by ${order}) from ${from})`;

const languages = (where: string): string => list(`'id', g.id, 'code', g.code, ${texts('g', ['name', 'note'])}`, `directory.language g where ${where}`, 'g.code, g.name, g.id');

/** An extension is a number in HSDS: one that would lose something (012) goes into the description. */
const NUMBER = `f.extension ~ '^(?:0|[1-9][0-9]{0,8})$'`;
const DESCRIPTION = `nullif(concat_ws('. ', ${safe('f.description')}, case when not ${NUMBER} then 'Extension ' || f.extension end), '')`;
export const phones = (where: string): string =>
  list(`${members('f', ['id', 'number', 'type'])}, 'extension', case when ${NUMBER} then f.extension::int end, 'description', ${DESCRIPTION}, 'languages', ${languages('g.phone_id = f.id')}`, `directory.phone f where ${where}`, 'f.position, f.id');

export const schedules = (where: string): string =>
  list(`${members('h', ['id', 'freq', 'interval', 'byday', 'opens_at', 'closes_at', 'dtstart', 'until', 'valid_from', 'valid_to'])}, 'notes', ${safe('h.group_label')}, ${texts('h', ['description'])}`, `directory.schedule h where ${where}`, 'h.position, h.id');

/** An area's ZIP codes stand where the importers look for them. */
export const SERVICE_AREAS = list(
  `'id', a.id, 'name', ${safe('a.name')}, 'extent_type', 'text', 'extent', coalesce(a.value, array_to_string(a.zips, ', ')), 'description', nullif(concat_ws(' ', case when a.assumed then 'Assumed from the address of the place.' end, case when a.type = 'county' then nullif(array_to_string(a.zips, ' '), '') end), '')`,
  'directory.service_area a where a.service_id = s.id',
  'a.type, a.value, a.id',
);

const COSTS = list(`${members('c', ['id', 'amount', 'currency'])}, ${texts('c', ['option', 'amount_description'])}`, 'directory.cost_option c where c.service_id = s.id', 'c.id');

/** The desk keeps a unit as a word; its id is made of it (UUID version 3, RFC 9562). */
const UNIT = `overlay(overlay(md5(uuid_send('6f1f2a52-6a0b-4a1e-8a52-3f6f6a1d2c11') || convert_to(c.unit, 'UTF8')) placing '3' from 13) placing '8' from 17)::uuid`;
const CAPACITIES = list(`${members('c', ['id', 'available', 'maximum', 'updated'])}, 'unit', json_build_object('id', ${UNIT}, 'name', c.unit), ${texts('c', ['description'])}`, 'directory.service_capacity c where c.service_id = s.id', 'c.id');

export const TAXONOMY = members('x', ['id', 'name', 'description', 'version']);
export const TERM = `${members('t', ['id', 'code', 'name', 'description', 'parent_id', 'taxonomy_id'])}, 'taxonomy', x.name, 'taxonomy_detail', json_build_object(${TAXONOMY})`;

/** What nobody confirmed is the desk's own guess, and no fact to pass on. */
export const CONFIRMED = 'not a.suggested and not a.rejected';
const ATTRIBUTES = list(
  `'id', a.id, 'link_id', a.service_id, 'link_entity', 'service', 'link_type', a.link_type, 'taxonomy_term_id', a.taxonomy_term_id, 'taxonomy_term', json_build_object(${TERM})`,
  `directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id join directory.taxonomy x on x.id = t.taxonomy_id where a.service_id = s.id and ${CONFIRMED}`,
  'x.code, a.position, t.code',
);

const OPEN = `l.confidentiality = 'open'`;
/** Six members are required: an address that lacks one, even with its ZIP code's town and state, is left out. */
const ADDRESSES = `case when ${OPEN} then ${list(
  `${members('a', ['id', 'attention', 'address_1', 'address_2', 'region', 'postal_code', 'country', 'address_type'])}, 'city', coalesce(a.city, z.city), 'state_province', coalesce(a.state_province, z.state)`,
  `directory.address a left join directory.zip z on z.zip = left(a.postal_code, 5) where a.location_id = l.id and num_nulls(a.address_1, a.postal_code, coalesce(a.city, z.city), coalesce(a.state_province, z.state)) = 0`,
  'a.address_type, a.id',
)} end`;
const ACCESSIBILITY = `case when ${OPEN} then ${list(`'id', a.id, ${texts('a', ['description', 'details'])}, 'url', ${web('a.url')}`, 'directory.accessibility a where a.location_id = l.id', 'a.id')} end`;
/** All that is told of where a place is that is not open (directory.md, pitfall 11). */
const REGION = `concat_ws(' ', 'The address of this place is not published.', (select 'It is in ' || coalesce(coalesce(z.county_before, z.county) || ', ' || z.state, z.state, a.state_province) || '.' from directory.address a left join directory.zip z on z.zip = left(a.postal_code, 5) where a.location_id = l.id order by (a.address_type = 'physical') desc, a.id limit 1))`;

export const LOCATION = `'id', l.id, 'location_type', case when ${OPEN} then l.location_type else 'virtual' end, 'organization_id', l.organization_id,
  'name', case when l.confidentiality <> 'hidden' then ${safe('l.name')} end, 'description', case when ${OPEN} then ${safe('l.description')} else ${REGION} end,
  'transportation', case when ${OPEN} then ${safe('l.transportation')} end, 'url', case when ${OPEN} then ${web('l.url')} end,
  'latitude', case when ${OPEN} then l.latitude end, 'longitude', case when ${OPEN} then l.longitude end`;
export const LOCATION_WHOLE = `${LOCATION}, 'languages', ${languages('g.location_id = l.id')}, 'addresses', ${ADDRESSES}, 'accessibility', ${ACCESSIBILITY},
  'phones', case when ${OPEN} then ${phones('f.location_id = l.id')} end, 'schedules', ${schedules('h.location_id = l.id')}`;

export const ORGANIZATION = `'id', o.id, ${texts('o', ['name', 'alternate_name', 'description'])}, 'email', ${mail('o.email')}, 'website', ${web('o.website')}, ${members('o', ['year_incorporated'])}, ${texts('o', ['legal_status'])}`;

const SERVICE_TEXTS = ['name', 'alternate_name', 'description', 'interpretation_services', 'application_process', 'fees_description', 'wait_time', 'accreditations', 'eligibility_description', 'alert'];
export const SERVICE = `'id', s.id, 'organization_id', s.organization_id, ${texts('s', SERVICE_TEXTS)}, 'url', ${web('s.url')}, 'email', ${mail('s.email')},
  ${members('s', ['status', 'minimum_age', 'maximum_age', 'assured_date'])}, 'last_modified', v.last_modified`;
const OWN_PARTS = `'phones', ${phones('f.service_id = s.id')}, 'schedules', ${schedules('h.service_id = s.id')}, 'service_areas', ${SERVICE_AREAS}, 'languages', ${languages('g.service_id = s.id')},
  'cost_options', ${COSTS}, 'capacities', ${CAPACITIES}, 'attributes', ${ATTRIBUTES}`;

export const PLACEMENT = `'id', sl.id, 'service_id', sl.service_id, 'location_id', sl.location_id, ${texts('sl', ['description'])}`;
export const PLACEMENT_PARTS = `'phones', ${phones('f.service_at_location_id = sl.id')}, 'schedules', ${schedules('h.service_at_location_id = sl.id')}`;
const PLACEMENTS = list(`${PLACEMENT}, ${PLACEMENT_PARTS}, 'location', json_build_object(${LOCATION_WHOLE})`, 'directory.service_at_location sl join directory.location l on l.id = sl.location_id where sl.service_id = s.id', 'sl.id');

/** A service with its parts, but without its places: as it hangs on a service at a location. */
export const SERVICE_PARTS = `${SERVICE}, ${OWN_PARTS}`;
export const SERVICE_WHOLE = `${SERVICE_PARTS}, 'service_at_locations', ${PLACEMENTS}`;
