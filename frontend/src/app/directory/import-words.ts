import type { ImportView } from '../api/match-types';

type Change = ImportView['changes'][number];
type Defect = ImportView['defects'][number];

/** What a column of a table can fill, as people call it; others stand by their HSDS name. */
const FIELDS: Readonly<Record<string, string>> = {
  id: 'Number or id of the row',
  name: 'Name of the service',
  alternate_name: 'Other name',
  description: 'Description',
  status: 'Status',
  url: 'Website',
  email: 'E-mail',
  phone: 'Telephone',
  application_process: 'How to apply',
  fees_description: 'Cost',
  eligibility_description: 'Who may come',
  wait_time: 'Waiting time',
  alert: 'Notice',
  minimum_age: 'Lowest age',
  maximum_age: 'Highest age',
  languages: 'Languages',
  hours: 'Opening hours',
  areas: 'Area served',
  'organization.name': 'Organization: name',
  'organization.id': 'Organization: number or id',
  'location.name': 'Place: name',
  'location.latitude': 'Place: latitude',
  'location.longitude': 'Place: longitude',
  'location.confidential': 'Place: address is confidential (yes or no)',
  'address.address_1': 'Address: street',
  'address.address_2': 'Address: second line',
  'address.city': 'Address: town',
  'address.state_province': 'Address: state',
  'address.postal_code': 'Address: ZIP code',
  foreign_codes: "Codes of another taxonomy (kept, never published)",
  source_verified_on: 'Day on which the source checked it',
};
export const fieldWords = (field: string): string => FIELDS[field] ?? field.replace(/[._]/g, ' ').replace(/^./, (letter) => letter.toUpperCase());

/** A table of the directory, in one word. */
const TABLES: Readonly<Record<string, string>> = { service: 'service', organization: 'organization', location: 'place', address: 'address', phone: 'telephone', schedule: 'hours', language: 'language', attribute: 'term', service_at_location: 'service at a place', service_area: 'area' };
const ACTS: Readonly<Record<Change['act'], string>> = { added: 'new', changed: 'changed', removed: 'removed' };
export const changeWords = ({ of, table, act }: Change): string => `${of || 'Without a name'}: ${TABLES[table] ?? table.replaceAll('_', ' ')} ${ACTS[act]}`;

/** A field that can be given here, beside which a source may say otherwise. */
const GIVEN: Readonly<Record<string, string>> = { hours: 'opening hours', phones: 'telephone numbers', website: 'website', eligibility: 'who it is for', cost: 'cost', payments: 'ways to pay', documents: 'what to bring', languages: 'languages', description: 'description', areas: 'areas served' };
export const givenFieldName = (field: string): string => GIVEN[field] ?? field;

/** Where a defect stands; 0 is the whole file. */
export function placesOf({ column, rows, count }: Defect): string {
  const numbered = rows.filter((row) => row > 0);
  const more = numbered.length ? count - rows.length : 0;
  const where = numbered.length ? `${count === 1 ? 'row' : 'rows'} ${numbered.join(', ')}${more > 0 ? ` and ${more} more` : ''}` : 'the whole file';
  return column ? `column ${column}, ${where}` : where;
}

const many = (count: number, one: string, others: string): string => `${count.toLocaleString('en-US')} ${count === 1 ? one : others}`;

const PARTS: Readonly<Record<ImportView['parts'][number]['part'], readonly [string, string]>> = { service: ['service', 'services'], organization: ['organization', 'organizations'], place: ['place', 'places'], detail: ['detail', 'details'] };

/** The counts in words that people know: what an import does, or did. */
export function sumWords({ services, parts, retired }: Pick<ImportView, 'services' | 'parts' | 'retired'>): string {
  const read = `${many(services, 'service', 'services')} read.`;
  const line = (word: string, act: 'added' | 'changed' | 'removed'): string => {
    const some = parts.filter((each) => each[act] > 0).map((each) => many(each[act], ...PARTS[each.part]));
    return some.length ? `${word}: ${some.join(', ')}.` : '';
  };
  const told = [line('New', 'added'), line('Changed', 'changed'), line('Removed', 'removed'), retired ? `No longer named, so retired: ${many(retired, 'service', 'services')}.` : ''].filter(Boolean);
  if (!services && !told.length) return 'No services in it.';
  return told.length ? [read, ...told].join(' ') : `${read} Nothing changes: the directory holds all of this already.`;
}

/** What was wrong with the file, as one sentence; where each row has its own, the first one's. */
export const defectWords = ({ detail, alike, count }: Pick<Defect, 'detail' | 'alike' | 'count'>): string => (alike || count === 1 ? detail : `For instance: ${detail}`);
