import { NOT_KEPT } from '../domain/objects.js';

/** A JSON Merge Patch (RFC 7396) of the official schema of the same name. */
export type Patch = Readonly<Record<string, unknown>>;

/** What a member says here beyond the standard: always there, or from a shorter list. */
const NARROWER: Readonly<Record<string, Patch>> = {
  'service.json': {
    required: ['id', 'name', 'status', 'description', 'last_modified'],
    properties: { last_modified: { description: 'When anything of the service moved in this directory: its own members, its places, telephones, hours, terms or its organization.' } },
  },
  'attribute.json': { required: ['id', 'link_id', 'link_entity', 'taxonomy_term_id', 'taxonomy_term'] },
  'taxonomy_term.json': { required: ['id', 'code', 'name', 'description', 'taxonomy_id', 'taxonomy_detail'] },
  'taxonomy.json': { required: ['id', 'name', 'description', 'version'] },
  'schedule.json': { properties: { opens_at: { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' }, closes_at: { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' } } },
  'location.json': { properties: { location_type: { description: 'A place whose address is confidential is virtual, whatever it is.' } } },
};

/** Members that the directory does not keep, taken out by null as the standard asks. */
function without(): Record<string, { properties: Record<string, null> }> {
  const patches: Record<string, { properties: Record<string, null> }> = {};
  for (const [object, property] of Object.keys(NOT_KEPT).map((what) => what.split('.'))) {
    if (property) (patches[`${object}.json`] ??= { properties: {} }).properties[property] = null;
  }
  return patches;
}

function joined(): Record<string, Patch> {
  const patches: Record<string, Patch> = { ...NARROWER };
  for (const [file, { properties }] of Object.entries(without())) patches[file] = { ...patches[file], properties: { ...(patches[file]?.['properties'] as object | undefined), ...properties } };
  return patches;
}

/** The profile of this directory: what it promises beyond plain HSDS, and what it leaves out. Whatever keeps to it is plain HSDS. */
export const PATCHES: Readonly<Record<string, Patch>> = joined();
