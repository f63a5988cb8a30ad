import type { ObjectName } from './objects.js';
import { keysOf, Nesting, Unnesting, type Fields, type Tables } from './tables.js';
import { csvOf, descriptionOf } from './package.js';

const phone = (id: string): Fields => ({ id, number: '555-0101', languages: [{ id: `${id}-l`, code: 'es' }] });
const organization: Fields = { id: 'o', name: 'Alder', description: 'x', phones: [phone('p1')], programs: [{ id: 'g', name: 'Club', description: 'y' }], locations: [{ id: 'l', location_type: 'physical', phones: [phone('p2')] }] };
const service: Fields = {
  id: 's', name: 'Pantry', status: 'active', organization: { id: 'o', name: 'Alder' }, program: { id: 'g', name: 'Club' },
  contacts: [{ id: 'c', name: 'Ada', phones: [phone('p3')] }],
  service_at_locations: [{ id: 'sl', location: { id: 'l', location_type: 'physical' }, schedules: [{ id: 'h', byday: 'MO', metadata: [{ id: 'm', field_name: 'byday' }] }] }],
  attributes: [{ id: 'a', taxonomy_term: { id: 't', name: 'Food', taxonomy_detail: { id: 'x', name: 'Need' } } }],
};
const apart = (): Unnesting => {
  const all = new Unnesting();
  all.add('organization', organization);
  all.add('service', service);
  return all;
};

const together = (tables: Tables, name: ObjectName): Fields[] => {
  const rows = new Map<string, Fields[]>();
  for (const [of, all] of tables) for (const row of all) for (const key of keysOf(of, row)) rows.set(key, [...(rows.get(key) ?? []), row]);
  const nesting = new Nesting({ get: (key) => rows.get(key) ?? [] });
  return (tables.get(name) ?? []).map((row) => nesting.whole(name, row));
};

it('takes apart: each object once, joined by ids', () => {
  const { tables } = apart();
  expect(Object.fromEntries([...tables].map(([name, rows]) => [name, rows.length]))).toEqual({ organization: 1, phone: 3, language: 3, location: 1, program: 1, service: 1, contact: 1, service_at_location: 1, schedule: 1, metadata: 1, attribute: 1, taxonomy_term: 1, taxonomy: 1 });
  expect(tables.get('service')).toMatchObject([{ organization_id: 'o', program_id: 'g' }]);
  expect(tables.get('phone')).toMatchObject([{ organization_id: 'o' }, { location_id: 'l' }, { contact_id: 'c' }]);
  expect(tables.get('service_at_location')).toMatchObject([{ service_id: 's', location_id: 'l' }]);
  expect(tables.get('attribute')).toMatchObject([{ link_id: 's', link_entity: 'service', taxonomy_term_id: 't' }]);
  expect(tables.get('metadata')).toMatchObject([{ resource_id: 'h', resource_type: 'schedule' }]);
});

it('puts together again', () => {
  const { tables } = apart();
  expect(together(tables, 'organization')).toMatchObject([organization]);
  expect(together(tables, 'service')).toMatchObject([service]);
});

it('a row that names several owners belongs to the nearest', () => {
  const tables: Tables = new Map([['organization', [{ id: 'o' }]], ['service', [{ id: 's', organization_id: 'o' }]], ['phone', [{ id: 'p', organization_id: 'o', service_id: 's' }]]]);
  expect([together(tables, 'organization')[0]?.['phones'], together(tables, 'service')[0]?.['phones']]).toEqual([[], [expect.objectContaining({ id: 'p' })]]);
});

it('writes RFC 4180: field names first, quotes where they are needed, nothing for what is not known', () => {
  expect(csvOf('funding', [{ id: 'f', source: 'A "grant",\nof 2026' }, { id: 'g' }])).toBe('id,organization_id,service_id,source\r\nf,,,"A ""grant"",\nof 2026"\r\ng,,,\r\n');
});

it('describes the tables that are there, and links to no other', () => {
  const { resources } = descriptionOf(new Map([['phone', []], ['service', []]]), '3.2.3') as { resources: { name: string; path: string; schema: { foreignKeys: unknown } }[] };
  expect(resources.map(({ name, path }) => [name, path])).toEqual([['phone', 'phones.csv'], ['service', 'services.csv']]);
  expect(resources[0]?.schema.foreignKeys).toEqual([{ fields: 'service_id', reference: { resource: 'service', fields: 'id' } }]);
});
