import type { ListName, Name } from './domain/parameters.js';
import { CONFIRMED, LOCATION, LOCATION_WHOLE, OF_PROGRAM, ORGANIZATION, ORGANIZATION_PARTS, PLACEMENT, PLACEMENT_PARTS, safe, SERVICE, SERVICE_PARTS, SERVICE_WHOLE, TAXONOMY, TERM } from './parts.sql.js';

/** Placeholders of the parameters that were given. */
export type Places = Readonly<Record<Name, string>>;

export interface Shape {
  /** Rows with the aliases that `parts.sql.ts` names. */
  from: string;
  id: string;
  name: string;
  /** What `search` looks into: texts as they are published, or a search would find out what is withheld. */
  text: string;
  /** Members of an item: direct ones and single objects. */
  item: string;
  whole: string;
  where: Partial<Record<Name, (at: Places) => string>>;
}

const OF_SERVICE = `directory.service s join directory.listing v on v.service_id = s.id left join directory.organization o on o.id = s.organization_id left join secret k on k.owner = coalesce(s.organization_id, s.id)`;
const OF_PLACEMENT = `${OF_SERVICE} join directory.service_at_location sl on sl.service_id = s.id join directory.location l on l.id = sl.location_id`;
const OF_ORGANIZATION = 'directory.organization o left join secret k on k.owner = o.id';
const OF_TERM = 'directory.taxonomy_term t join directory.taxonomy x on x.id = t.taxonomy_id and x.published';

const byOrganization = (members: string): string => `'organization', case when o.id is not null then json_build_object(${members}) end, ${OF_PROGRAM}`;
const BY = byOrganization(ORGANIZATION);
const BY_WHOLE = byOrganization(`${ORGANIZATION}, ${ORGANIZATION_PARTS}`);
const servicesOf = (service: string): string => `'services', (select json_agg(json_build_object(${service}) order by s.name, s.id) from directory.service s join directory.listing v on v.service_id = s.id where s.organization_id = o.id)`;
const ORGANIZATION_WHOLE = `${ORGANIZATION}, ${ORGANIZATION_PARTS}, 'locations', (select json_agg(json_build_object(${LOCATION_WHOLE}) order by l.id) from directory.location l where l.organization_id = o.id)`;

const has = (service: string, what: string): string => `exists (select from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id${service} and ${CONFIRMED} and ${what})`;
const onService = (what: string): string => has(' where a.service_id = s.id', what);
const onOrganization = (what: string): string => has(' join directory.service s on s.id = a.service_id where s.organization_id = o.id', what);

const SERVICE_FILTERS: Shape['where'] = {
  taxonomy_term_id: (at) => onService(`a.taxonomy_term_id = ${at.taxonomy_term_id}::uuid`),
  taxonomy_id: (at) => onService(`t.taxonomy_id = ${at.taxonomy_id}::uuid`),
  organization_id: (at) => `s.organization_id = ${at.organization_id}::uuid`,
  modified_after: (at) => `v.last_modified >= ${at.modified_after}::timestamptz`,
};

/** The service's own areas, and those of it at this place. */
const areasOf = (owner: string): string => `select * from directory.service_area where ${owner}`;
const AREAS = `(${areasOf('service_id = s.id')} union all ${areasOf('service_at_location_id = sl.id')}) a`;
/** Left out is only what has areas none of which can hold the ZIP code; an area that is not told, or that nobody can compare, may hold anybody. */
const inArea = ({ postcode: zip }: Places): string => `not coalesce((
  select bool_and(directory.area_serves(a.type, a.value, a.zips, a.shape, ${zip}::text, z) is false) from ${AREAS} left join directory.zip z on z.zip = ${zip}::text), false)`;

/** Had without going anywhere: by its place, or by the words of the service. */
const REMOTE = `(l.location_type = 'virtual' or ${onService(`t.code in ('virtual', 'phone') and t.taxonomy_id = (select id from directory.taxonomy where code = 'delivery')`)})`;
/**
 * Metres on a sphere of 6,371,008.8 m (the Earth's mean radius), from the centroid of a ZIP code to an open place or its ZIP code's
 * centroid. Only what is known to be farther is left out: not what is had by phone or video, nor what has no point, or none that is told.
 */
const near = ({ postcode: zip, proximity }: Places): string => `(l.confidentiality <> 'open' or ${REMOTE} or (
  select p.lat is null or p.lon is null or 2 * 6371008.8 * asin(sqrt(least(1, sin(radians(p.lat - c.lat) / 2) ^ 2 + cos(radians(c.lat)) * cos(radians(p.lat)) * sin(radians(p.lon - c.lon) / 2) ^ 2))) <= ${proximity}::float8
  from (select coalesce(l.latitude, z.lat) as lat, coalesce(l.longitude, z.lon) as lon
    from (select 1) one left join lateral (select left(a.postal_code, 5) as zip from directory.address a where a.location_id = l.id order by (a.address_type = 'physical') desc, a.id limit 1) a on true left join directory.zip z on z.zip = a.zip
  ) p left join directory.zip c on c.zip = ${zip}::text))`;

const SERVICE_TEXT = `concat_ws(' ', ${safe('s.name')}, ${safe('s.alternate_name')}, ${safe('s.description')}, ${safe('o.name')})`;

/**
 * In a file, `last_modified` is the listing's own: what its source or its agency said. (The API tells when anything moved here, which
 * is what a mirror of this desk asks for; another desk that reads the file must not take today's import for news.)
 */
const OF_EXPORT = OF_SERVICE.replace('join directory.listing v on v.service_id = s.id', "join lateral (select date_trunc('milliseconds', coalesce(s.last_modified, x.last_modified)) as last_modified from directory.listing x where x.service_id = s.id) v on true");

/** The lists of the API, and what an export writes. */
export type ShapeName = ListName | 'exported organizations' | 'exported services';

export const SHAPES: Readonly<Record<ShapeName, Shape>> = {
  'exported organizations': { from: OF_ORGANIZATION, id: 'o.id', name: 'o.name', text: '', item: '', whole: ORGANIZATION_WHOLE, where: {} },
  'exported services': { from: OF_EXPORT, id: 's.id', name: 's.name', text: '', item: '', whole: `${SERVICE_WHOLE}, ${BY}`, where: {} },
  services: { from: OF_SERVICE, id: 's.id', name: 's.name', text: SERVICE_TEXT, item: `${SERVICE}, ${BY}`, whole: `${SERVICE_WHOLE}, ${BY_WHOLE}`, where: SERVICE_FILTERS },
  organizations: {
    from: OF_ORGANIZATION,
    id: 'o.id',
    name: 'o.name',
    text: `concat_ws(' ', ${safe('o.name')}, ${safe('o.alternate_name')}, ${safe('o.description')})`,
    item: ORGANIZATION,
    whole: `${ORGANIZATION_WHOLE}, ${servicesOf(SERVICE)}`,
    where: {
      taxonomy_term_id: (at) => onOrganization(`a.taxonomy_term_id = ${at.taxonomy_term_id}::uuid`),
      taxonomy_id: (at) => onOrganization(`t.taxonomy_id = ${at.taxonomy_id}::uuid`),
    },
  },
  service_at_locations: {
    from: OF_PLACEMENT,
    id: 'sl.id',
    name: 's.name',
    text: SERVICE_TEXT,
    item: `${PLACEMENT}, 'location', json_build_object(${LOCATION}), 'service', json_build_object(${SERVICE}, ${BY})`,
    whole: `${PLACEMENT}, ${PLACEMENT_PARTS}, 'location', json_build_object(${LOCATION_WHOLE}), 'service', json_build_object(${SERVICE_PARTS}, ${BY_WHOLE})`,
    where: { ...SERVICE_FILTERS, postcode: inArea, proximity: near },
  },
  taxonomies: { from: '(select * from directory.taxonomy where published) x', id: 'x.id', name: 'x.name', text: `x.name || ' ' || x.description`, item: TAXONOMY, whole: TAXONOMY, where: {} },
  taxonomy_terms: {
    from: OF_TERM,
    id: 't.id',
    name: 't.name',
    text: `t.name || ' ' || t.description`,
    item: TERM,
    whole: TERM,
    where: { taxonomy_id: (at) => `t.taxonomy_id = ${at.taxonomy_id}::uuid`, top_only: () => 't.parent_id is null', parent_id: (at) => `t.parent_id = ${at.parent_id}::uuid` },
  },
};

/** An organization with each of its services in full. */
export const WITH_FULL_SERVICES = `${ORGANIZATION_WHOLE}, ${servicesOf(`${SERVICE_WHOLE}, ${OF_PROGRAM}`)}`;
export const MINIMAL = `'id', s.id, 'last_modified', v.last_modified`;
