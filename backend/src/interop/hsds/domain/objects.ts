/** What a field of HSDS 3.2 holds; with `!` a table needs it. */
export type FieldType = 'uuid' | 'text' | 'email' | 'uri' | 'number' | 'date' | 'datetime' | 'time';
type Written = FieldType | `${FieldType}!`;

/** One object of HSDS 3.2: its table, its fields in the standard's order, and what nests in it. */
export interface HsdsObject {
  /** Name of its file in a tabular package. */
  file: string;
  fields: Readonly<Record<string, Written>>;
  /** Member that holds an array of which object. */
  many?: Readonly<Record<string, ObjectName>>;
  /** Member that holds one object; the row names it by the field. */
  one?: Readonly<Record<string, { of: ObjectName; by: string }>>;
}

export type ObjectName =
  | 'organization' | 'program' | 'service' | 'attribute' | 'service_at_location' | 'location' | 'phone' | 'contact' | 'address' | 'schedule' | 'funding' | 'service_area' | 'required_document' | 'language'
  | 'accessibility' | 'taxonomy_term' | 'metadata' | 'cost_option' | 'organization_identifier' | 'taxonomy' | 'service_capacity' | 'unit' | 'url';

const MARKED = { attributes: 'attribute', metadata: 'metadata' } as const;
const NAMED = { name: 'text', alternate_name: 'text' } as const;

/** The standard as this product speaks it, in one table: export, import and the package's own description are made of it. */
export const OBJECTS: Readonly<Record<ObjectName, HsdsObject>> = {
  organization: {
    file: 'organizations.csv',
    fields: { id: 'uuid!', name: 'text!', alternate_name: 'text', description: 'text!', email: 'email', website: 'uri', tax_status: 'text', tax_id: 'text', year_incorporated: 'number', legal_status: 'text', logo: 'text', uri: 'uri', parent_organization_id: 'uuid' },
    many: { additional_websites: 'url', funding: 'funding', contacts: 'contact', phones: 'phone', locations: 'location', programs: 'program', organization_identifiers: 'organization_identifier', ...MARKED },
  },
  program: { file: 'programs.csv', fields: { id: 'uuid!', organization_id: 'uuid', ...NAMED, name: 'text!', description: 'text!' }, many: MARKED },
  service: {
    file: 'services.csv',
    fields: {
      id: 'uuid!', organization_id: 'uuid', program_id: 'uuid', ...NAMED, name: 'text!', description: 'text', url: 'uri', email: 'email', status: 'text!', interpretation_services: 'text', application_process: 'text', fees_description: 'text', wait_time: 'text', fees: 'text',
      accreditations: 'text', eligibility_description: 'text', minimum_age: 'number', maximum_age: 'number', assured_date: 'date', assurer_email: 'email', licenses: 'text', alert: 'text', last_modified: 'datetime',
    },
    many: {
      additional_urls: 'url', phones: 'phone', schedules: 'schedule', service_areas: 'service_area', service_at_locations: 'service_at_location', languages: 'language', funding: 'funding', cost_options: 'cost_option', required_documents: 'required_document', contacts: 'contact',
      capacities: 'service_capacity', ...MARKED,
    },
    one: { organization: { of: 'organization', by: 'organization_id' }, program: { of: 'program', by: 'program_id' } },
  },
  attribute: {
    file: 'attributes.csv',
    fields: { id: 'uuid!', link_id: 'uuid!', taxonomy_term_id: 'uuid!', link_type: 'text', link_entity: 'text!', value: 'text', label: 'text' },
    many: { metadata: 'metadata' },
    one: { taxonomy_term: { of: 'taxonomy_term', by: 'taxonomy_term_id' } },
  },
  service_at_location: {
    file: 'service_at_location.csv',
    fields: { id: 'uuid!', service_id: 'uuid!', location_id: 'uuid!', description: 'text' },
    many: { service_areas: 'service_area', contacts: 'contact', phones: 'phone', schedules: 'schedule', ...MARKED },
    one: { location: { of: 'location', by: 'location_id' } },
  },
  location: {
    file: 'locations.csv',
    fields: { id: 'uuid!', location_type: 'text!', url: 'uri', organization_id: 'uuid', ...NAMED, description: 'text', transportation: 'text', latitude: 'number', longitude: 'number', external_identifier: 'text', external_identifier_type: 'text' },
    many: { languages: 'language', addresses: 'address', contacts: 'contact', accessibility: 'accessibility', phones: 'phone', schedules: 'schedule', ...MARKED },
  },
  phone: {
    file: 'phones.csv',
    fields: { id: 'uuid!', location_id: 'uuid', service_id: 'uuid', organization_id: 'uuid', contact_id: 'uuid', service_at_location_id: 'uuid', number: 'text!', extension: 'number', type: 'text', description: 'text' },
    many: { languages: 'language', ...MARKED },
  },
  contact: { file: 'contacts.csv', fields: { id: 'uuid!', organization_id: 'uuid', service_id: 'uuid', service_at_location_id: 'uuid', location_id: 'uuid', name: 'text', title: 'text', department: 'text', email: 'email' }, many: { phones: 'phone', ...MARKED } },
  address: {
    file: 'addresses.csv',
    fields: { id: 'uuid!', location_id: 'uuid', attention: 'text', address_1: 'text!', address_2: 'text', city: 'text!', region: 'text', state_province: 'text!', postal_code: 'text!', country: 'text!', address_type: 'text!' },
    many: MARKED,
  },
  schedule: {
    file: 'schedules.csv',
    fields: {
      id: 'uuid!', service_id: 'uuid', location_id: 'uuid', service_at_location_id: 'uuid', valid_from: 'date', valid_to: 'date', dtstart: 'date', timezone: 'number', until: 'date', count: 'number', wkst: 'text', freq: 'text', interval: 'number', byday: 'text', byweekno: 'text',
      bymonthday: 'text', byyearday: 'text', description: 'text', opens_at: 'time', closes_at: 'time', schedule_link: 'uri', attending_type: 'text', notes: 'text',
    },
    many: MARKED,
  },
  funding: { file: 'funding.csv', fields: { id: 'uuid!', organization_id: 'uuid', service_id: 'uuid', source: 'text' }, many: MARKED },
  service_area: { file: 'service_areas.csv', fields: { id: 'uuid!', service_id: 'uuid', service_at_location_id: 'uuid', name: 'text', description: 'text', extent: 'text', extent_type: 'text', uri: 'text' }, many: MARKED },
  required_document: { file: 'required_documents.csv', fields: { id: 'uuid!', service_id: 'uuid', document: 'text', uri: 'uri' }, many: MARKED },
  language: { file: 'languages.csv', fields: { id: 'uuid!', service_id: 'uuid', location_id: 'uuid', phone_id: 'uuid', name: 'text', code: 'text', note: 'text' }, many: MARKED },
  accessibility: { file: 'accessibility.csv', fields: { id: 'uuid!', location_id: 'uuid', description: 'text', details: 'text', url: 'uri' }, many: MARKED },
  taxonomy_term: {
    file: 'taxonomy_terms.csv',
    fields: { id: 'uuid!', code: 'text', name: 'text!', description: 'text!', parent_id: 'uuid', taxonomy: 'text', taxonomy_id: 'uuid', term_uri: 'uri' },
    one: { taxonomy_detail: { of: 'taxonomy', by: 'taxonomy_id' } },
  },
  metadata: {
    file: 'metadata.csv',
    fields: { id: 'uuid!', resource_id: 'uuid!', resource_type: 'text!', last_action_date: 'date!', last_action_type: 'text!', field_name: 'text!', previous_value: 'text!', replacement_value: 'text!', updated_by: 'text!' },
  },
  cost_option: { file: 'cost_options.csv', fields: { id: 'uuid!', service_id: 'uuid!', valid_from: 'date', valid_to: 'date', option: 'text', currency: 'text', amount: 'number', amount_description: 'text' }, many: MARKED },
  organization_identifier: { file: 'organization_identifiers.csv', fields: { id: 'uuid!', organization_id: 'uuid!', identifier_scheme: 'text', identifier_type: 'text!', identifier: 'text!' }, many: MARKED },
  taxonomy: { file: 'taxonomies.csv', fields: { id: 'uuid!', name: 'text!', description: 'text!', version: 'text', uri: 'uri' } },
  service_capacity: {
    file: 'service_capacity.csv',
    fields: { id: 'uuid!', service_id: 'uuid!', unit_id: 'uuid!', available: 'number!', maximum: 'number', description: 'text', updated: 'datetime!' },
    many: MARKED,
    one: { unit: { of: 'unit', by: 'unit_id' } },
  },
  unit: { file: 'units.csv', fields: { id: 'uuid!', name: 'text!', scheme: 'text', identifier: 'text', uri: 'uri' }, many: MARKED },
  url: { file: 'url.csv', fields: { id: 'uuid!', label: 'text', url: 'uri!', organization_id: 'uuid', service_id: 'uuid' }, many: MARKED },
};

/** What the standard has and this directory does not, with the reason. `object.property`, or an object alone. */
export const NOT_KEPT: Readonly<Record<string, string>> = {
  meta_table_description: 'describes character sets of files; ours are UTF-8',
  'taxonomy.metadata': 'the vocabulary is shipped with the product and changes with its version',
  'taxonomy_term.language': "the vocabulary's names are English; screens translate them",
  'taxonomy_term.metadata': 'the vocabulary is shipped with the product and changes with its version',
};
