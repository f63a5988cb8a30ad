import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOT_KEPT, OBJECTS, type ObjectName } from './objects.js';

const OFFICIAL = join(__dirname, '../../../../../../shared/hsds/hsds-3.2.3');
const on = existsSync(OFFICIAL) ? describe : describe.skip;
const NAMES = Object.keys(OBJECTS) as ObjectName[];

interface Property {
  type?: string;
  format?: string;
  $ref?: string;
  items?: { $ref: string };
}
const read = <T>(file: string): T => JSON.parse(readFileSync(join(OFFICIAL, file), 'utf8')) as T;
const files = on === describe ? readdirSync(OFFICIAL).filter((file) => file.endsWith('.json') && !/^(openapi|datapackage)/.test(file)) : [];

on('the table of objects against the official schemas, property by property', () => {
  it.each(files.map((file) => file.replace('.json', '')))('%s', (name) => {
    const { properties } = read<{ properties: Record<string, Property> }>(`${name}.json`);
    if (NOT_KEPT[name]) return;
    const object = OBJECTS[name as ObjectName];
    const said = Object.entries(properties).map(([property, { type, format, $ref, items }]) => [property, items?.$ref ?? $ref ?? format ?? type] as const);
    const ours = said.map(([property, what]) => {
      const field = object.fields[property]?.replace('!', '');
      const nested = object.many?.[property] ?? object.one?.[property]?.of;
      if (NOT_KEPT[`${name}.${property}`]) return [property, field || nested ? 'kept after all' : what];
      return [property, nested ? `${nested}.json` : ({ text: 'string', date: 'string', time: 'string', datetime: 'date-time' }[field ?? ''] ?? field ?? 'missing')];
    });
    expect(ours).toEqual(said);
  });

  it('agrees with the tabular package on files and fields', () => {
    const { resources } = read<{ resources: { name: string; path: string; schema: { fields: { name: string }[] } }[] }>('datapackage.json');
    for (const { name, path, schema } of resources.filter(({ name }) => !NOT_KEPT[name])) {
      const object = OBJECTS[name as ObjectName];
      const fields = schema.fields.map((field) => field.name).filter((field) => !NOT_KEPT[`${name}.${field}`]);
      expect([object.file, Object.keys(object.fields).sort()]).toEqual([path, fields.sort()]);
    }
    expect(NAMES.filter((name) => !resources.some((resource) => resource.name === name))).toEqual([]);
  });
});

it.each(Object.entries(NOT_KEPT))('%s is not kept, because %s', (what, why) => {
  const [name = '', property = ''] = what.split('.');
  expect(why.length).toBeGreaterThan(20);
  expect(OBJECTS[name as ObjectName]?.fields[property]).toBeUndefined();
});
