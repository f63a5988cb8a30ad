import { keptId, type DirectoryBatch } from '../../directory/index.js';
import { place } from './flatten-location.js';
import { marks } from './flatten-marks.js';
import { contacts, funding, identifiers, program, urls } from './flatten-more.js';
import { phone } from './flatten-parts.js';
import type { Run } from './flatten.js';
import type { Reading } from './reading.js';

/** An organization with everything on it, once a run; gives its id. */
export function flattenOrganization(organization: Reading | undefined, run: Run, batch: DirectoryBatch): string | null {
  const sourceId = organization?.code('id');
  if (!organization || !sourceId) return null;
  const id = keptId(run.source, 'organization', sourceId);
  if (run.seen.has(id)) return id;
  run.seen.add(id);
  const name = organization.text('name') ?? 'Organization without a name';
  batch.organization.push({
    id,
    sourceId,
    name,
    alternateName: organization.text('alternate_name'),
    description: organization.described('organization', name),
    email: organization.email('email'),
    website: organization.web('website'),
    legalStatus: organization.text('legal_status'),
    yearIncorporated: organization.whole('year_incorporated', { least: 1600, most: 2200 }),
    lastModified: organization.date('last_modified', true),
    ...further(organization, run),
    ...marks(organization, `organization/${sourceId}`, run),
  });
  onOrganization(organization, { id, of: `organization/${sourceId}` }, run, batch);
  return id;
}

function further(organization: Reading, run: Run): Partial<DirectoryBatch['organization'][number]> {
  const parent = organization.code('parent_organization_id');
  return {
    taxStatus: organization.text('tax_status'),
    taxId: organization.text('tax_id'),
    logo: organization.text('logo'),
    uri: organization.web('uri'),
    parentOrganizationId: parent && keptId(run.source, 'organization', parent),
  };
}

function onOrganization(organization: Reading, { id, of }: { id: string; of: string }, run: Run, batch: DirectoryBatch): void {
  const belongs = { owner: { organizationId: id }, of };
  organization.list('phones').forEach((one, position) => phone(one, { ...belongs, position }, run, batch));
  contacts(organization, belongs, run, batch);
  funding(organization, belongs, run, batch);
  urls(organization.list('additional_websites'), belongs, run, batch);
  identifiers(organization, id, run, batch);
  for (const one of organization.list('programs')) program(one, id, run, batch);
  for (const one of organization.list('locations')) place(one, id, run, batch);
}
