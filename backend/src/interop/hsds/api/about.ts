import { NOT_KEPT } from '../domain/objects.js';
import { PATCHES } from './profile.js';
import { KINDS, LARGEST_PAGE, LISTS, ONE, type ListName, type Name } from './domain/parameters.js';

export const HSDS_VERSION = '3.2.3';
/** Where the standard publishes its schemas. */
const SCHEMAS = 'https://raw.githubusercontent.com/openreferral/specification/3.2/schema';

/** What one object, and one item of a list, look like. */
const SCHEMA_OF: Readonly<Record<ListName, readonly [one: string, item: string]>> = {
  services: ['compiled/service', 'compiled/service_list'],
  organizations: ['compiled/organization', 'compiled/organization_list'],
  service_at_locations: ['compiled/service_at_location', 'compiled/service_at_location_list'],
  taxonomies: ['taxonomy', 'taxonomy'],
  taxonomy_terms: ['taxonomy_term', 'taxonomy_term'],
};

/** `GET /` of the API reference. */
export const about = (base: string, publisher: string): object => ({
  version: HSDS_VERSION,
  profile: `${base}/hsds/profile`,
  openapi_url: `${base}/hsds/openapi.json`,
  description: 'The directory of this desk: organizations, their services and places. Hidden addresses and unconfirmed terms are left out.',
  publisher: { name: publisher, website: `${base}/` },
});

/** What this API does and does not do with the standard. Its changes are JSON Merge Patches of the official schemas; whatever keeps to them is plain HSDS. */
export const profile = (base: string): object => ({
  name: 'HSDS of a referral desk, read only',
  version: HSDS_VERSION,
  based_on: 'https://docs.openreferral.org/en/v3.2.3/',
  openapi_url: `${base}/hsds/openapi.json`,
  schemas: SCHEMAS,
  changes_to_the_standard: Object.fromEntries(Object.keys(PATCHES).map((file) => [file, `${base}/hsds/profile/${file}`])),
  endpoints: ['/', ...Object.keys(LISTS).flatMap((list) => [`/${list}`, `/${list}/{id}`])],
  not_there: ['POST on the lists', ...Object.entries(NOT_KEPT).map(([what, why]) => `${what}: ${why}`)],
  rules: [
    `A page holds ${LARGEST_PAGE} objects at most. Lists are in the order of name and id. Parameters narrow a list together; one that is unknown or makes no sense is answered with 400 and its name.`,
    'A place whose address is confidential is published as virtual, without address, point, telephone, contact or hidden name, with its county and state in the description. Texts that repeat the street say "(address withheld)".',
    'An organization with such a place shows neither the history (metadata) of its data nor terms on their parts: a history tells what was withheld later.',
    'Contacts are those that a source published.',
    'Only terms that a source gave or a person confirmed are published.',
    'last_modified of a service moves when any part of it changes: its places, telephones, hours, terms or organization.',
    'A service that its source no longer names stays, with the status that it was given.',
    'Times are local to the place. extent of a service area is US, a state such as US-CT, a county such as "Fairfield, CT", or ZIP codes; a town, a shape on a map, and an area that cannot be compared are as their source wrote them.',
    'An address without street, town, state or ZIP code is left out; so is an extension of a telephone that no number can carry, which stands in its description.',
  ],
});

const parameter = (name: Name): object => ({ name, in: 'query', required: false, description: KINDS[name].says, schema: KINDS[name].schema });
const json = (schema: object): object => ({ content: { 'application/json': { schema } } });
const problem = (description: string): object => ({ description, content: { 'application/problem+json': { schema: { type: 'object' } } } });
const ref = (schema: string): object => ({ $ref: `${SCHEMAS}/${schema}.json` });

const PAGE = {
  type: 'object',
  properties: {
    ...Object.fromEntries(['total_items', 'total_pages', 'page_number', 'size'].map((name) => [name, { type: 'integer' }])),
    ...Object.fromEntries(['first_page', 'last_page', 'empty'].map((name) => [name, { type: 'boolean' }])),
  },
  required: ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty'],
};

function pathsOf(list: ListName): [string, object][] {
  const [one, item] = SCHEMA_OF[list];
  const page = { allOf: [{ $ref: '#/components/schemas/Page' }, { type: 'object', properties: { contents: { type: 'array', items: ref(item) } }, required: ['contents'] }] };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
  return [
    [`/${list}`, { get: { tags: [list], parameters: LISTS[list].map(parameter), responses: { 200: { description: 'One page; with format=ndjson everything, one object a line.', ...json(page) }, 400: problem('A parameter is unknown or makes no sense; errors names it.') } } }],
    [`/${list}/{id}`, { get: { tags: [list], parameters: [id, ...ONE[list].map(parameter)], responses: { 200: { description: 'One, fully nested.', ...json(ref(one)) }, 404: problem('There is none with this id.') } } }],
  ];
}

/** The document that the reference asks for: the standard's, cut down to what is here, and made of the table that the API itself reads. */
export const openapi = (base: string): object => ({
  openapi: '3.1.0',
  info: { title: 'HSDS of this desk', version: HSDS_VERSION, description: 'Human Services Data Specification, read only.' },
  servers: [{ url: `${base}/hsds` }],
  paths: {
    '/': { get: { responses: { 200: { description: 'About this API.', ...json({ type: 'object', required: ['version', 'profile', 'openapi_url'] }) } } } },
    ...Object.fromEntries((Object.keys(LISTS) as ListName[]).flatMap(pathsOf)),
  },
  components: { schemas: { Page: PAGE } },
});
