import { emptyBatch, keptId, stableId, suggestTerms, termId, type DirectoryBatch } from '../../directory/index.js';
import { isConfidential } from './domain/confidentiality.js';
import type { Report } from './domain/report.js';
import { flattenLocation } from './flatten-location.js';
import { language, phone, schedules, serviceAreas } from './flatten-parts.js';
import { type Raw, Reading } from './reading.js';

/** What flattening needs to know of its run. */
export interface Run {
  source: string;
  /** File named in findings of JSON services. */
  file: string;
  report: Report;
  /** Terms the vocabulary has, as `taxonomy/code`. */
  terms: ReadonlySet<string>;
  /** Source ids of locations that some service marks as confidential. */
  hidden: Set<string>;
  /** Ids of shared rows (organizations, locations) that were written in this run already. */
  seen: Set<string>;
}

const STATUSES = ['active', 'inactive', 'defunct', 'temporarily closed'];
const AGES = { least: 0, most: 130 };
const SUGGESTED = ['need', 'service-type', 'population'];

/** Codes of the terms that hang on a service, whatever the report would say of them. */
const codesOf = (service: Reading): string[] => service.list('attributes').flatMap((attribute) => attribute.one('taxonomy_term')?.code('code') ?? []);

/** First pass: a place is hidden for all services when one of them is confidential. */
export function markHidden(raw: Raw, run: Run): void {
  const service = new Reading(raw, run.report, { file: run.file, row: 0 });
  const words = ['name', 'description'].map((column) => service.code(column) ?? '').join(' ');
  for (const placement of service.list('service_at_locations')) {
    const location = placement.one('location');
    const streets = location?.list('addresses').map((address) => address.code('address_1') ?? '') ?? [];
    if (location && isConfidential({ words, streets, terms: codesOf(service) })) run.hidden.add(location.code('id') ?? '');
  }
}

/** Adds one nested HSDS 3 service to the batch. */
export function flattenService(raw: Raw, row: number, run: Run, batch: DirectoryBatch = emptyBatch()): DirectoryBatch {
  const service = new Reading(raw, run.report, { file: run.file, row });
  const sourceId = service.code('id');
  if (!sourceId || !service.code('name')) {
    service.refused(sourceId ? 'name' : 'id', 'service-nameless', 'A service needs an id and a name.');
    return batch;
  }
  const id = keptId(run.source, 'service', sourceId);
  const organizationId = flattenOrganization(service, run, batch);
  const row_ = { ...serviceRow(service), id, sourceId, organizationId };
  batch.service.push(row_);
  parts(service, id, run, batch);
  for (const placement of service.list('service_at_locations')) flattenLocation(placement, { serviceId: id, organizationId }, run, batch);
  terms(service, row_, run, batch);
  return batch;
}

function flattenOrganization(service: Reading, run: Run, batch: DirectoryBatch): string | null {
  const organization = service.one('organization');
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
    description: described(organization, name),
    email: organization.email('email'),
    website: organization.web('website'),
    legalStatus: organization.text('legal_status'),
    yearIncorporated: organization.number('year_incorporated', { least: 1600, most: 2200 }),
    lastModified: organization.date('last_modified', true),
  });
  organization.list('phones').forEach((one, position) => phone(one, { owner: { organizationId: id }, of: `organization/${sourceId}`, position }, run, batch));
  return id;
}

/** HSDS 3 requires a description. */
function described(reading: Reading, name: string): string {
  const description = reading.text('description');
  if (!description) reading.repaired('description', 'description-missing', 'There is no description; the name stands in.');
  return description ?? name;
}

function serviceRow(service: Reading): Omit<DirectoryBatch['service'][number], 'id'> {
  const name = service.text('name') ?? '';
  const [minimumAge, maximumAge] = ages(service);
  return {
    name,
    alternateName: service.text('alternate_name'),
    description: described(service, name),
    url: service.web('url'),
    email: service.email('email'),
    status: status(service),
    interpretationServices: service.text('interpretation_services') ?? interpreters(service),
    applicationProcess: service.text('application_process'),
    feesDescription: service.text('fees_description'),
    eligibilityDescription: service.text('eligibility_description'),
    minimumAge,
    maximumAge,
    accreditations: service.text('accreditations'),
    alert: service.text('alert'),
    waitTime: service.text('wait_time'),
    assuredDate: service.date('assured_date'),
    assuredBy: service.email('assurer_email'),
    lastModified: service.date('last_modified', true),
  };
}

/** Languages tables of version 1.1 speak of interpreters, too. */
const interpreters = (service: Reading): string | null => service.list('languages').find((one) => /interpret|translat|language line|upon request/i.test(one.code('name') ?? ''))?.text('name') ?? null;

function status(service: Reading): string {
  const written = service.code('status')?.toLowerCase();
  if (written && STATUSES.includes(written)) return written;
  if (written) service.repaired('status', 'status-unknown', 'The status is none of HSDS; the service counts as inactive.');
  else service.repaired('status', 'status-missing', 'There is no status; the service counts as active because the source lists it.');
  return written ? 'inactive' : 'active';
}

function ages(service: Reading): [number | null, number | null] {
  const [least, most] = [service.number('minimum_age', AGES), service.number('maximum_age', AGES)].map((age) => (age === null ? null : Math.floor(age)));
  if (least == null || most == null || least <= most) return [least ?? null, most ?? null];
  service.refused('minimum_age', 'ages-reversed', 'The lowest age is above the highest; both were left out.');
  return [null, null];
}

function parts(service: Reading, serviceId: string, run: Run, batch: DirectoryBatch): void {
  const of = `service/${serviceId}`;
  const owner = { serviceId };
  service.list('phones').forEach((one, position) => phone(one, { owner, of, position }, run, batch));
  for (const one of service.list('languages')) language(one, { owner, of }, run, batch);
  schedules(service, { owner, of }, run, batch);
  serviceAreas(service, serviceId, run, batch);
  service.list('cost_options').forEach((one, index) =>
    batch.costOption.push({
      id: keptId(run.source, 'cost_option', one.code('id') ?? `${of}/${index}`),
      serviceId,
      option: one.text('option'),
      amount: one.number('amount', { least: 0, most: 1e7 })?.toString() ?? null,
      currency: one.code('currency'),
      amountDescription: one.text('amount_description'),
    }),
  );
  for (const one of service.list('capacities')) capacity(one, serviceId, run, batch);
}

function capacity(one: Reading, serviceId: string, run: Run, batch: DirectoryBatch): void {
  const available = one.number('available', { least: 0, most: 1e6 });
  const updated = one.date('updated', true);
  if (available === null || updated === null) return one.refused('available', 'capacity-incomplete', 'A capacity needs a number and the date it was told.');
  const unit = one.one('unit')?.text('name') ?? one.text('unit') ?? 'people';
  const maximum = one.number('maximum', { least: 0, most: 1e6 });
  batch.serviceCapacity.push({ id: keptId(run.source, 'service_capacity', one.code('id') ?? `${serviceId}/${unit}`), serviceId, unit, available: Math.floor(available), maximum: maximum && Math.floor(maximum), description: one.text('description'), updated });
}

/** Taxonomy by its short field, else by the nested taxonomy's name. */
function termOf(attribute: Reading): { taxonomy: string; code: string } {
  const term = attribute.one('taxonomy_term');
  return { taxonomy: term?.code('taxonomy') ?? term?.one('taxonomy_detail')?.code('name') ?? '', code: term?.code('code') ?? '' };
}

/** Terms as given; a service without terms of a taxonomy gets suggestions from its own words, for a steward to confirm. */
function terms(service: Reading, row: DirectoryBatch['service'][number], run: Run, batch: DirectoryBatch): void {
  const given = new Set<string>();
  service.list('attributes').forEach((attribute, position) => {
    const { taxonomy, code } = termOf(attribute);
    if (!run.terms.has(`${taxonomy}/${code}`)) return attribute.refused('taxonomy_term', 'term-unknown', `${taxonomy}/${code} is not in the vocabulary.`);
    given.add(taxonomy);
    batch.attribute.push({ id: keptId(run.source, 'attribute', attribute.code('id') ?? `${row.id}/${taxonomy}/${code}`), serviceId: row.id, taxonomyTermId: termId(taxonomy, code), linkType: attribute.code('link_type'), position, suggested: false, weight: null });
  });
  if (given.has('need')) return;
  const suggested = suggestTerms({ name: `${row.name ?? ''}. ${row.alternateName ?? ''}`, description: row.description ?? '', eligibility: row.eligibilityDescription ?? '' });
  suggested
    .filter(({ taxonomy }) => SUGGESTED.includes(taxonomy) && !given.has(taxonomy))
    .forEach(({ taxonomy, code, weight }, position) =>
      batch.attribute.push({ id: stableId(run.source, 'attribute', `${row.id}/${taxonomy}/${code}`), serviceId: row.id, taxonomyTermId: termId(taxonomy, code), linkType: null, position, suggested: true, weight }),
    );
}
