import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { ListName } from '../src/interop/hsds/api/domain/parameters.js';

export const SHARED = join(__dirname, '../../../shared');
const SCHEMAS = join(SHARED, 'hsds/hsds-3.2.3');
/** `describe` where the official schemas are at hand; they are not ours to ship. */
export const withSchemas = existsSync(SCHEMAS) ? describe : describe.skip;

/** JSON Merge Patch, RFC 7396. */
function merged(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const result = { ...(typeof target === 'object' && !Array.isArray(target) ? target : {}) } as Record<string, unknown>;
  for (const [member, value] of Object.entries(patch)) {
    if (value === null) delete result[member];
    else result[member] = merged(result[member], value);
  }
  return result;
}

/** The official schemas, as a profile changes them, and the three that the standard builds of them. */
export function official(patches: Readonly<Record<string, object>> = {}): Record<ListName, { one: ValidateFunction; item: ValidateFunction }> {
  const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
  const schema = (file: string) => merged(JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8')), patches[file] ?? {}) as { properties: object; required: string[] };
  for (const file of readdirSync(SCHEMAS).filter((name) => name.endsWith('.json') && !/openapi|datapackage/.test(name))) ajv.addSchema(schema(file), file);
  const and = (file: string, member: string, what: object) => ajv.compile({ ...schema(file), properties: { ...schema(file).properties, [member]: what } });
  const plain = (file: string) => ajv.getSchema(file) as ValidateFunction;
  const item = (name: string) => ajv.compile(schema(`compiled/${name}_list.json`));
  return {
    services: { one: plain('service.json'), item: item('service') },
    organizations: { one: and('organization.json', 'services', { type: 'array', items: { $ref: 'service.json' } }), item: item('organization') },
    service_at_locations: { one: and('service_at_location.json', 'service', { $ref: 'service.json' }), item: item('service_at_location') },
    taxonomies: { one: plain('taxonomy.json'), item: plain('taxonomy.json') },
    taxonomy_terms: { one: plain('taxonomy_term.json'), item: plain('taxonomy_term.json') },
  };
}
export const faultsOf = (check: ValidateFunction, object: unknown): string[] => (check(object) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`));
