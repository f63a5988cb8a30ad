/** Parameters of the HSDS API reference 3.2.3, as far as lists take them here. */
export type Name =
  | 'search' | 'page' | 'per_page' | 'format' | 'taxonomy_term_id' | 'taxonomy_id' | 'organization_id' | 'modified_after'
  | 'minimal' | 'full' | 'full_service' | 'postcode' | 'proximity' | 'top_only' | 'parent_id';
export type Value = string | number | boolean | readonly string[];
export type Values = Partial<Record<Name, Value>>;
export type ListName = 'services' | 'organizations' | 'service_at_locations' | 'taxonomies' | 'taxonomy_terms';

/** More on one page is cut to this without a word. */
export const LARGEST_PAGE = 500;
export const USUAL_PAGE = 50;

const PAGED = ['search', 'page', 'per_page', 'format'] as const;
const TERMS = ['taxonomy_term_id', 'taxonomy_id'] as const;

/** Which list takes which parameters; all of them narrow it together. What is not here is refused: a filter that is not applied would answer another question. */
export const LISTS: Readonly<Record<ListName, readonly Name[]>> = {
  services: [...PAGED, ...TERMS, 'organization_id', 'modified_after', 'minimal', 'full'],
  organizations: [...PAGED, ...TERMS, 'full', 'full_service'],
  service_at_locations: [...PAGED, ...TERMS, 'organization_id', 'modified_after', 'full', 'postcode', 'proximity'],
  taxonomies: PAGED,
  taxonomy_terms: [...PAGED, 'taxonomy_id', 'top_only', 'parent_id'],
};
/** What a single object takes. */
export const ONE: Readonly<Record<ListName, readonly Name[]>> = { services: [], organizations: ['full_service'], service_at_locations: [], taxonomies: [], taxonomy_terms: [] };

interface Kind {
  /** OpenAPI schema of the value. */
  schema: { type: string; format?: string; enum?: readonly string[]; minimum?: number; maximum?: number; pattern?: string };
  says: string;
  /** Undefined when the text makes no sense. */
  read(text: string): Value | undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+ -]\d\d:\d\d)?)?$/;
const MOST_WORDS = 12;

const matching = (pattern: RegExp) => (text: string): string | undefined => (pattern.test(text) ? text : undefined);
const whole = (least: number, most: number) => (text: string): number | undefined => (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined);

const id = (of: string): Kind => ({ schema: { type: 'string', format: 'uuid' }, says: `The id of ${of}.`, read: matching(UUID) });
const flag = (says: string): Kind => ({ schema: { type: 'boolean' }, says, read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined) });

/** Words, each made safe for LIKE. */
function words(text: string): readonly string[] | undefined {
  const found = text.split(/\s+/).filter(Boolean);
  return found.length && found.length <= MOST_WORDS && text.length <= 200 && !text.includes('\0') ? found.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`) : undefined;
}

/** A plus sign that nobody encoded arrives as a space. A time without an offset is UTC. */
function moment(text: string): string | undefined {
  if (!DAY.test(text)) return undefined;
  const written = text.replace(' ', '+');
  const exact = /(?:Z|[+-]\d\d:\d\d)$/.test(written) ? written : `${written.includes('T') ? written : `${written}T00:00`}Z`;
  const date = new Date(exact);
  return Number.isNaN(date.getTime()) || !sameDay(text) ? undefined : exact;
}

/** 30 February would become 2 March. */
const sameDay = (text: string): boolean => new Date(`${text.slice(0, 10)}T00:00Z`).toISOString().startsWith(text.slice(0, 10));

export const KINDS: Readonly<Record<Name, Kind>> = {
  search: { schema: { type: 'string' }, says: `Up to ${MOST_WORDS} words that all occur in names and description.`, read: words },
  page: { schema: { type: 'integer', minimum: 1 }, says: 'Which page; the first is 1.', read: whole(1, 1_000_000) },
  per_page: { schema: { type: 'integer', minimum: 1 }, says: `How many on a page: ${USUAL_PAGE} unless said, ${LARGEST_PAGE} at most.`, read: whole(1, 999_999_999) },
  format: { schema: { type: 'string', enum: ['json', 'ndjson'] }, says: 'ndjson sends everything unpaged, one object a line.', read: matching(/^(nd)?json$/) },
  taxonomy_term_id: id('a term that it has'),
  taxonomy_id: id('a taxonomy of which it has a term, or to which the term belongs'),
  organization_id: id('the organization whose service it is'),
  modified_after: { schema: { type: 'string', format: 'date-time' }, says: 'Changed at this moment or later, in any of its parts; without an offset in UTC.', read: moment },
  minimal: flag('Only id and last_modified, all on one page unless per_page says otherwise.'),
  full: flag('With everything that hangs on it.'),
  full_service: flag('Each organization with its services whole.'),
  postcode: { schema: { type: 'string', pattern: '^\\d{5}$' }, says: 'A ZIP code of five digits. Left out are services whose areas are all known not to hold it; an area that is not told or cannot be compared may hold anybody.', read: matching(/^\d{5}$/) },
  proximity: { schema: { type: 'number' }, says: 'At most so many metres from the centroid of postcode, which it needs. Left out are places that are known to be farther; what is had by phone or video, and a place whose point is not known or not published, stays.', read: whole(1, 20_000_000) },
  top_only: flag('Only terms without a parent.'),
  parent_id: id('the parent of the term'),
};

export interface Fault {
  field: string;
  code: string;
  detail: string;
}

function readOne(taken: readonly Name[], name: string, text: unknown): { known: Name; value: Value } | Fault {
  const known = taken.find((one) => one === name);
  if (!known) return { field: name.slice(0, 40), code: 'parameter.unknown', detail: `Known here: ${taken.join(', ') || 'none'}.` };
  const value = typeof text === 'string' ? KINDS[known].read(text) : undefined;
  return value === undefined ? { field: known, code: 'parameter.senseless', detail: KINDS[known].says } : { known, value };
}

/** The parameters of a request, or what is wrong with them, each fault by the parameter's name. */
export function readParameters(taken: readonly Name[], query: Readonly<Record<string, unknown>>): { values: Values; faults: Fault[] } {
  const values: Values = {};
  const faults: Fault[] = [];
  for (const [name, text] of Object.entries(query)) {
    const one = readOne(taken, name, text);
    if ('field' in one) faults.push(one);
    else values[one.known] = one.value;
  }
  if ('proximity' in values && !('postcode' in query)) faults.push({ field: 'proximity', code: 'parameter.senseless', detail: KINDS.proximity.says });
  return { values, faults };
}
