import { OBJECTS, type FieldType, type ObjectName } from './objects.js';
import type { Fields, Tables } from './tables.js';

/** Frictionless types and formats of HSDS fields. */
const TYPES: Readonly<Record<FieldType, { type: string; format?: string }>> = {
  uuid: { type: 'string', format: 'uuid' },
  text: { type: 'string' },
  email: { type: 'string', format: 'email' },
  uri: { type: 'string', format: 'uri' },
  number: { type: 'number' },
  date: { type: 'date', format: 'any' },
  datetime: { type: 'datetime', format: 'any' },
  time: { type: 'time', format: 'any' },
};

function fieldOf([name, written]: [string, string]): object {
  const required = written.endsWith('!');
  return { name, ...TYPES[written.replace('!', '') as FieldType], constraints: { required, unique: name === 'id' } };
}

/** Links to tables that are in the package. */
function keysOf(name: ObjectName, present: ReadonlySet<ObjectName>): object[] {
  return Object.keys(OBJECTS[name].fields)
    .map((field) => ({ field, of: field.replace(/_id$/, '') as ObjectName }))
    .filter(({ field, of }) => field.endsWith('_id') && present.has(of))
    .map(({ field, of }) => ({ fields: field, reference: { resource: of, fields: 'id' } }));
}

/** The description that a tabular package carries (Frictionless Tabular Data Package), for the tables that have rows. */
export function descriptionOf(tables: Tables, version: string): object {
  const present = new Set(tables.keys());
  return {
    name: 'hsds',
    title: 'Human Services Data Specification',
    description: 'Organizations, their services and places, as the directory of a referral desk publishes them.',
    profile: 'tabular-data-package',
    version,
    homepage: 'https://docs.openreferral.org/',
    resources: [...present].sort().map((name) => ({
      name,
      path: OBJECTS[name].file,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: { fields: Object.entries(OBJECTS[name].fields).map(fieldOf), primaryKey: 'id', foreignKeys: keysOf(name, present) },
    })),
  };
}

const cell = (value: unknown): string => {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180, with the field names in front. */
export function csvOf(name: ObjectName, rows: readonly Fields[]): string {
  const fields = Object.keys(OBJECTS[name].fields);
  return [fields, ...rows.map((row) => fields.map((field) => row[field]))].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}
