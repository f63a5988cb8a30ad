import { keptId, type DirectoryBatch } from '../../directory/index.js';
import { marks } from './flatten-marks.js';
import { phone, type Belongs } from './flatten-parts.js';
import type { Run } from './flatten.js';
import type { Reading } from './reading.js';

/** Whom the source names to be asked, with their telephones. */
export function contacts(parent: Reading, { owner, of }: Belongs, run: Run, batch: DirectoryBatch): void {
  parent.list('contacts').forEach((one, position) => {
    const said = { name: one.text('name'), title: one.text('title'), department: one.text('department'), email: one.email('email') };
    const phones = one.list('phones');
    if (!phones.length && !Object.values(said).some(Boolean)) return one.refused(null, 'contact-empty', 'The row names nobody and no way to reach them.');
    const id = keptId(run.source, 'contact', one.code('id') ?? `${of}/${said.name ?? said.email ?? position}`);
    batch.contact.push({ id, ...owner, ...said, position, ...marks(one, `contact/${id}`, run) });
    phones.forEach((number, index) => phone(number, { owner: { contactId: id }, of: `contact/${id}`, position: index }, run, batch));
  });
}

export function funding(parent: Reading, { owner, of }: Belongs, run: Run, batch: DirectoryBatch): void {
  parent.list('funding').forEach((one, index) => {
    const id = keptId(run.source, 'funding', one.code('id') ?? `${of}/${index}`);
    batch.funding.push({ id, ...owner, funder: one.text('source'), ...marks(one, `funding/${id}`, run) });
  });
}

/** `additional_urls` of a service, `additional_websites` of an organization. */
export function urls(all: readonly Reading[], { owner, of }: Belongs, run: Run, batch: DirectoryBatch): void {
  for (const one of all) {
    const url = one.web('url');
    const id = keptId(run.source, 'url', one.code('id') ?? `${of}/${url}`);
    if (url) batch.url.push({ id, ...owner, url, label: one.text('label'), ...marks(one, `url/${id}`, run) });
    else if (!one.code('url')) one.refused('url', 'url-missing', 'There is no web address in the row.');
  }
}

export function documents(service: Reading, serviceId: string, run: Run, batch: DirectoryBatch): void {
  service.list('required_documents').forEach((one, index) => {
    const id = keptId(run.source, 'required_document', one.code('id') ?? `${serviceId}/${index}`);
    batch.requiredDocument.push({ id, serviceId, document: one.text('document'), uri: one.web('uri'), ...marks(one, `required_document/${id}`, run) });
  });
}

export function identifiers(organization: Reading, organizationId: string, run: Run, batch: DirectoryBatch): void {
  for (const one of organization.list('organization_identifiers')) {
    const [identifierType, identifier] = [one.text('identifier_type'), one.text('identifier')];
    if (!identifierType || !identifier) {
      one.refused('identifier', 'identifier-incomplete', 'An identifier needs its type and itself.');
      continue;
    }
    const id = keptId(run.source, 'organization_identifier', one.code('id') ?? `${organizationId}/${identifierType}/${identifier}`);
    batch.organizationIdentifier.push({ id, organizationId, identifierScheme: one.text('identifier_scheme'), identifierType, identifier, ...marks(one, `organization_identifier/${id}`, run) });
  }
}

/** A program once a run; gives its id. */
export function program(one: Reading | undefined, organizationId: string | null, run: Run, batch: DirectoryBatch): string | null {
  const [sourceId, name] = [one?.code('id'), one?.text('name')];
  if (!one || !sourceId || !name) return null;
  const id = keptId(run.source, 'program', sourceId);
  if (run.seen.has(id)) return id;
  run.seen.add(id);
  batch.program.push({ id, organizationId, name, alternateName: one.text('alternate_name'), description: one.described('program', name), ...marks(one, `program/${id}`, run) });
  return id;
}

export function capacity(one: Reading, serviceId: string, run: Run, batch: DirectoryBatch): void {
  const available = one.whole('available', { least: 0, most: 1e6 });
  const updated = one.date('updated', true);
  if (available === null || updated === null) return one.refused('available', 'capacity-incomplete', 'A capacity needs a number and the date it was told.');
  const unit = one.one('unit')?.text('name') ?? one.text('unit') ?? 'people';
  const id = keptId(run.source, 'service_capacity', one.code('id') ?? `${serviceId}/${unit}`);
  const maximum = one.whole('maximum', { least: 0, most: 1e6 });
  batch.serviceCapacity.push({ id, serviceId, unit, unitId: unitOf(one.one('unit'), run, batch), available, maximum, description: one.text('description'), updated, ...marks(one, `service_capacity/${id}`, run) });
}

/** A unit with an id of its own, once a run; one that is only a word has no row. */
function unitOf(one: Reading | undefined, run: Run, batch: DirectoryBatch): string | null {
  const [sourceId, name] = [one?.code('id'), one?.text('name')];
  if (!one || !sourceId || !name) return null;
  const id = keptId(run.source, 'unit', sourceId);
  if (run.seen.has(id)) return id;
  run.seen.add(id);
  batch.unit.push({ id, name, scheme: one.text('scheme'), identifier: one.text('identifier'), uri: one.web('uri'), ...marks(one, `unit/${id}`, run) });
  return id;
}
