/**
 * Parts of HSDS objects as JSON expressions. They stand where these names are known: k the streets that must not be told
 * (`SECRET`), s a service, v its listing, o its organization, l a location, sl a service at a location. Members that are null
 * are taken out at the end, once, of the whole object.
 */

/**
 * Streets of places that are not open, as one pattern for each owner (an organization, or a service that has none). The rule is
 * that of `directory/domain/withhold.ts`; it holds for all texts of the owner, because one service's words may name another's house.
 * An owner whose place has no street (any more) stands here too, without a pattern: its history is withheld all the same.
 */
export const SECRET = `secret as materialized (
  select q.owner, '(?:' || string_agg(distinct regexp_replace(regexp_replace(trim(q.street), '[].*+?^$\{}()|\\\\[]', '\\\\\\&', 'g'), '\\s+', '\\\\s+', 'g'), '|') filter (where length(trim(q.street)) > 4) || ')' as pattern
  from (
    select coalesce(s.organization_id, s.id) as owner, a.address_1 as street from directory.location l left join directory.address a on a.location_id = l.id
      join directory.service_at_location sl on sl.location_id = l.id join directory.service s on s.id = sl.service_id where l.confidentiality <> 'open'
    union select l.organization_id, a.address_1 from directory.location l left join directory.address a on a.location_id = l.id where l.confidentiality <> 'open' and l.organization_id is not null
  ) q group by q.owner)`;

/** A text without those streets. */
export const safe = (text: string): string => `coalesce(regexp_replace(${text}, k.pattern, '(address withheld)', 'gi'), ${text})`;

const URI_MARKS = `(?:[A-Za-z0-9._~:/?@!$&''()*+,;=-]|%[0-9A-Fa-f]{2})*`;
/** RFC 3986 is asserted by the schemas: what is no such address is left out. */
const web = (url: string): string => `case when ${url} ~ '^https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:[/?]${URI_MARKS})?(?:#${URI_MARKS})?$' then ${url} end`;
const mail = (address: string): string => `case when ${address} ~* '^[a-z0-9!#$%&''*+/=?^_{|}~-]+(?:\\.[a-z0-9!#$%&''*+/=?^_{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$' then ${address} end`;

const members = (of: string, names: readonly string[]): string => names.map((name) => `'${name}', ${of}.${name}`).join(', ');
const texts = (of: string, names: readonly string[]): string => names.map((name) => `'${name}', ${safe(`${of}.${name}`)}`).join(', ');
const list = (one: string, from: string, order: string): string => `(select json_agg(json_build_object(${one}) order by ${order}) from ${from})`;

/**
 * Terms and history that a source hung on a row. A history holds what was withheld later, in words that no pattern knows: an owner with
 * a place that is not open shows none, and no terms of its parts.
 */
const marks = (of: string, entity: string): string => `'attributes', case when k.owner is null then directory.terms_on(${of}.attributes, ${of}.id, '${entity}') end, ${history(of)}`;
const history = (of: string): string => `'metadata', case when k.owner is null then ${of}.metadata end`;

const languages = (where: string): string => list(`'id', g.id, 'code', g.code, ${texts('g', ['name', 'note'])}, ${marks('g', 'language')}`, `directory.language g where ${where}`, 'g.code, g.name, g.id');

/** An extension is a number in HSDS: one that would lose something (012) goes into the description. */
const NUMBER = `f.extension ~ '^(?:0|[1-9][0-9]{0,8})$'`;
const DESCRIPTION = `nullif(concat_ws('. ', ${safe('f.description')}, case when not ${NUMBER} then 'Extension ' || f.extension end), '')`;
export const phones = (where: string): string =>
  list(`${members('f', ['id', 'number', 'type'])}, 'extension', case when ${NUMBER} then f.extension::int end, 'description', ${DESCRIPTION}, 'languages', ${languages('g.phone_id = f.id')}, ${marks('f', 'phone')}`, `directory.phone f where ${where}`, 'f.position, f.id');

const RULE = ['id', 'freq', 'interval', 'byday', 'opens_at', 'closes_at', 'dtstart', 'until', 'valid_from', 'valid_to', 'timezone', 'count', 'wkst'];
export const schedules = (where: string): string =>
  list(
    `${members('h', RULE)}, 'notes', ${safe('coalesce(h.notes, h.group_label)')}, ${texts('h', ['description', 'attending_type', 'byweekno', 'bymonthday', 'byyearday'])}, 'schedule_link', ${web('h.schedule_link')}, ${marks('h', 'schedule')}`,
    `directory.schedule h where ${where}`,
    'h.position, h.id',
  );

/** Whom a source names to be asked. */
export const contacts = (where: string): string =>
  list(`'id', n.id, ${texts('n', ['name', 'title', 'department'])}, 'email', ${mail('n.email')}, 'phones', ${phones('f.contact_id = n.id')}, ${marks('n', 'contact')}`, `directory.contact n where ${where}`, 'n.position, n.id');
const funding = (where: string): string => list(`'id', u.id, 'source', ${safe('u.funder')}, ${marks('u', 'funding')}`, `directory.funding u where ${where}`, 'u.id');
const urls = (where: string): string => list(`'id', w.id, 'label', ${safe('w.label')}, 'url', ${web('w.url')}, ${marks('w', 'url')}`, `directory.url w where ${where} and ${web('w.url')} is not null`, 'w.id');
const DOCUMENTS = list(`'id', d.id, 'document', ${safe('d.document')}, 'uri', ${web('d.uri')}, ${marks('d', 'required_document')}`, 'directory.required_document d where d.service_id = s.id', 'd.id');
const IDENTIFIERS = list(`'id', i.id, ${texts('i', ['identifier_scheme', 'identifier_type', 'identifier'])}, ${marks('i', 'organization_identifier')}`, 'directory.organization_identifier i where i.organization_id = o.id', 'i.id');

const PROGRAM = `'id', p.id, 'organization_id', p.organization_id, ${texts('p', ['name', 'alternate_name', 'description'])}, ${marks('p', 'program')}`;
const PROGRAMS = list(PROGRAM, 'directory.program p where p.organization_id = o.id', 'p.name, p.id');
/** The one program that a service belongs to. */
export const OF_PROGRAM = `'program', (select json_build_object(${PROGRAM}) from directory.program p where p.id = s.program_id)`;

/** A town and a shape, and what cannot be compared, are told as their source wrote them. */
const AS_WRITTEN = `(a.type is null or a.type in ('town', 'shape'))`;

/** An area's ZIP codes stand where the importers look for them. */
const serviceAreas = (where: string): string =>
  list(
    `'id', a.id, 'name', ${safe('a.name')}, 'extent_type', case when ${AS_WRITTEN} then ${safe('a.extent_type')} else 'text' end, 'extent', case when ${AS_WRITTEN} then ${safe('a.extent')} else coalesce(a.value, array_to_string(a.zips, ', ')) end, 'uri', ${safe('a.uri')},
     'description', coalesce(${safe('a.description')}, nullif(concat_ws(' ', case when a.assumed then 'Assumed from the address of the place.' end, case when a.type = 'county' then nullif(array_to_string(a.zips, ' '), '') end), '')), ${marks('a', 'service_area')}`,
    `directory.service_area a where ${where}`,
    'a.type, a.value, a.id',
  );

const COSTS = list(`${members('c', ['id', 'currency', 'valid_from', 'valid_to'])}, 'amount', trim_scale(c.amount), ${texts('c', ['option', 'amount_description'])}, ${marks('c', 'cost_option')}`, 'directory.cost_option c where c.service_id = s.id', 'c.id');

/** A unit that is only a word has an id made of it (UUID version 3, RFC 9562). */
const UNIT_ID = `overlay(overlay(md5(uuid_send('6f1f2a52-6a0b-4a1e-8a52-3f6f6a1d2c11') || convert_to(c.unit, 'UTF8')) placing '3' from 13) placing '8' from 17)::uuid`;
const UNIT = `case when b.id is null then json_build_object('id', ${UNIT_ID}, 'name', ${safe('c.unit')}) else json_build_object('id', b.id, ${texts('b', ['name', 'scheme', 'identifier'])}, 'uri', ${web('b.uri')}, ${marks('b', 'unit')}) end`;
const CAPACITIES = list(
  `${members('c', ['id', 'available', 'maximum'])}, 'updated', date_trunc('milliseconds', c.updated), 'unit', ${UNIT}, ${texts('c', ['description'])}, ${marks('c', 'service_capacity')}`,
  'directory.service_capacity c left join directory.unit b on b.id = c.unit_id where c.service_id = s.id',
  'c.id',
);

export const TAXONOMY = `${members('x', ['id', 'name', 'description', 'version'])}, 'uri', ${web('x.uri')}`;
export const TERM = `${members('t', ['id', 'code', 'name', 'description', 'parent_id', 'taxonomy_id'])}, 'term_uri', ${web('t.uri')}, 'taxonomy', x.name, 'taxonomy_detail', json_build_object(${TAXONOMY})`;

/** What nobody confirmed is the desk's own guess, and no fact to pass on. */
export const CONFIRMED = 'not a.suggested and not a.rejected';
const ATTRIBUTES = list(
  `'id', a.id, 'link_id', a.service_id, 'link_entity', 'service', 'link_type', a.link_type, ${texts('a', ['value', 'label'])}, ${history('a')}, 'taxonomy_term_id', a.taxonomy_term_id, 'taxonomy_term', json_build_object(${TERM})`,
  `directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id join directory.taxonomy x on x.id = t.taxonomy_id where a.service_id = s.id and ${CONFIRMED}`,
  'x.code, a.position, t.code',
);

const OPEN = `l.confidentiality = 'open'`;
/** Six members are required: an address that lacks one, even with its ZIP code's town and state, is left out. */
const ADDRESSES = `case when ${OPEN} then ${list(
  `${members('a', ['id', 'attention', 'address_1', 'address_2', 'region', 'postal_code', 'country', 'address_type'])}, 'city', coalesce(a.city, z.city), 'state_province', coalesce(a.state_province, z.state), ${marks('a', 'address')}`,
  `directory.address a left join directory.zip z on z.zip = left(a.postal_code, 5) where a.location_id = l.id and num_nulls(a.address_1, a.postal_code, coalesce(a.city, z.city), coalesce(a.state_province, z.state)) = 0`,
  'a.address_type, a.id',
)} end`;
const ACCESSIBILITY = `case when ${OPEN} then ${list(`'id', a.id, ${texts('a', ['description', 'details'])}, 'url', ${web('a.url')}, ${marks('a', 'accessibility')}`, 'directory.accessibility a where a.location_id = l.id', 'a.id')} end`;
/** All that is told of where a place is that is not open (directory.md, pitfall 11). */
const REGION = `concat_ws(' ', 'The address of this place is not published.', (select 'It is in ' || coalesce(coalesce(z.county_before, z.county) || ', ' || z.state, z.state, a.state_province) || '.' from directory.address a left join directory.zip z on z.zip = left(a.postal_code, 5) where a.location_id = l.id order by (a.address_type = 'physical') desc, a.id limit 1))`;

export const LOCATION = `'id', l.id, 'location_type', case when ${OPEN} then l.location_type else 'virtual' end, 'organization_id', l.organization_id,
  'name', case when l.confidentiality <> 'hidden' then ${safe('l.name')} end, 'description', case when ${OPEN} then ${safe('l.description')} else ${REGION} end,
  'transportation', case when ${OPEN} then ${safe('l.transportation')} end, 'url', case when ${OPEN} then ${web('l.url')} end,
  'latitude', case when ${OPEN} then l.latitude end, 'longitude', case when ${OPEN} then l.longitude end, 'alternate_name', case when ${OPEN} then ${safe('l.alternate_name')} end,
  'external_identifier', case when ${OPEN} then l.external_identifier end, 'external_identifier_type', case when ${OPEN} then l.external_identifier_type end`;
export const LOCATION_WHOLE = `${LOCATION}, 'languages', ${languages('g.location_id = l.id')}, 'addresses', ${ADDRESSES}, 'accessibility', ${ACCESSIBILITY},
  'phones', case when ${OPEN} then ${phones('f.location_id = l.id')} end, 'contacts', case when ${OPEN} then ${contacts('n.location_id = l.id')} end, 'schedules', ${schedules('h.location_id = l.id')}, ${marks('l', 'location')}`;

export const ORGANIZATION = `'id', o.id, ${texts('o', ['name', 'alternate_name', 'description'])}, 'email', ${mail('o.email')}, 'website', ${web('o.website')}, ${members('o', ['year_incorporated'])}, ${texts('o', ['legal_status', 'tax_status', 'tax_id', 'logo'])},
  'uri', ${web('o.uri')}, 'parent_organization_id', (select p.id from directory.organization p where p.id = o.parent_organization_id)`;
/** What hangs on an organization besides its places and services. */
export const ORGANIZATION_PARTS = `'additional_websites', ${urls('w.organization_id = o.id')}, 'funding', ${funding('u.organization_id = o.id')}, 'contacts', ${contacts('n.organization_id = o.id')}, 'phones', ${phones('f.organization_id = o.id')},
  'programs', ${PROGRAMS}, 'organization_identifiers', ${IDENTIFIERS}, ${marks('o', 'organization')}`;

const SERVICE_TEXTS = ['name', 'alternate_name', 'description', 'interpretation_services', 'application_process', 'fees_description', 'wait_time', 'accreditations', 'eligibility_description', 'alert', 'fees', 'licenses'];
/** Whom the source names is told as long as nobody else verified the listing since. */
const ASSURER = `case when s.assured_method is null and s.assured_by = s.assurer_email then ${mail('s.assurer_email')} end`;
export const SERVICE = `'id', s.id, 'organization_id', s.organization_id, 'program_id', s.program_id, ${texts('s', SERVICE_TEXTS)}, 'url', ${web('s.url')}, 'email', ${mail('s.email')},
  ${members('s', ['status', 'minimum_age', 'maximum_age', 'assured_date'])}, 'assurer_email', ${ASSURER}, 'last_modified', v.last_modified`;
const OWN_PARTS = `'phones', ${phones('f.service_id = s.id')}, 'schedules', ${schedules('h.service_id = s.id')}, 'service_areas', ${serviceAreas('a.service_id = s.id')}, 'languages', ${languages('g.service_id = s.id')},
  'cost_options', ${COSTS}, 'capacities', ${CAPACITIES}, 'contacts', ${contacts('n.service_id = s.id')}, 'funding', ${funding('u.service_id = s.id')}, 'required_documents', ${DOCUMENTS}, 'additional_urls', ${urls('w.service_id = s.id')}, 'attributes', ${ATTRIBUTES}, ${history('s')}`;

export const PLACEMENT = `'id', sl.id, 'service_id', sl.service_id, 'location_id', sl.location_id, ${texts('sl', ['description'])}`;
export const PLACEMENT_PARTS = `'phones', ${phones('f.service_at_location_id = sl.id')}, 'schedules', ${schedules('h.service_at_location_id = sl.id')},
  'service_areas', ${serviceAreas('a.service_at_location_id = sl.id')}, 'contacts', case when ${OPEN} then ${contacts('n.service_at_location_id = sl.id')} end, ${marks('sl', 'service_at_location')}`;
const PLACEMENTS = list(`${PLACEMENT}, ${PLACEMENT_PARTS}, 'location', json_build_object(${LOCATION_WHOLE})`, 'directory.service_at_location sl join directory.location l on l.id = sl.location_id where sl.service_id = s.id', 'sl.id');

/** A service with its parts, but without its places: as it hangs on a service at a location. */
export const SERVICE_PARTS = `${SERVICE}, ${OWN_PARTS}`;
export const SERVICE_WHOLE = `${SERVICE_PARTS}, 'service_at_locations', ${PLACEMENTS}`;
