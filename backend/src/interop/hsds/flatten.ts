import { keptId, stableId, suggestTerms, termId, type DirectoryBatch, type Gazetteer } from '../../directory/index.js';
import { isConfidential } from './domain/confidentiality.js';
import type { Report } from './domain/report.js';
import { STATES } from './domain/us-states.js';
import { flattenLocation } from './flatten-location.js';
import { foreignTerm, history, idOfTerm, marks, termOf } from './flatten-marks.js';
import { capacity, contacts, documents, funding, program, urls } from './flatten-more.js';
import { flattenOrganization } from './flatten-organization.js';
import { language, phone, schedules, serviceAreas } from './flatten-parts.js';
import { type Raw, Reading } from './reading.js';

/** What flattening needs to know of its run. */
export interface Run {
  source: string;
  /** File named in findings of JSON services. */
  file: string;
  report: Report;
  /** Terms the vocabulary has, as `taxonomy/code`, by each way to name them. */
  terms: ReadonlyMap<string, string>;
  /** Source ids of locations that some service marks as confidential. */
  hidden: Set<string>;
  /** Ids of shared rows (organizations, programs, locations, units) that were written in this run already. */
  seen: { has(id: string): boolean; add(id: string): unknown };
  /** Towns and counties by name. */
  places: Gazetteer;
  /** The one state of the addresses of the service that is being read, two letters; null when there is none, or several. */
  state: string | null;
}

const STATUSES = ['active', 'inactive', 'defunct', 'temporarily closed'];
const AGES = { least: 0, most: 130 };
/** Letters of a name or a description in which signs of a confidential place are looked for. */
const LONGEST_WORDS = 5_000_000;
const SUGGESTED = ['need', 'service-type', 'population'];

/** Codes of the terms that hang on a service, whatever the report would say of them. */
const codesOf = (service: Reading): string[] => service.list('attributes').flatMap((attribute) => attribute.one('taxonomy_term')?.code('code') ?? []);

/** First pass: a place is hidden for all services when one of them is confidential. */
export function markHidden(raw: Raw, run: Run): void {
  const service = new Reading(raw, run.report, { file: run.file, row: 0 });
  const words = ['name', 'description'].map((column) => service.code(column, LONGEST_WORDS) ?? '').join(' ');
  for (const placement of service.list('service_at_locations')) {
    const location = placement.one('location');
    if (location) markPlace(location, { words, terms: codesOf(service) }, run);
  }
}

/** The same for places that only their organization names. */
export function markHiddenPlaces(raw: Raw, run: Run): void {
  const organization = new Reading(raw, run.report, { file: run.file, row: 0 });
  for (const location of organization.list('locations')) markPlace(location, { words: '', terms: [] }, run);
}

/** A place is known by its own words as well as by its services'. One of which nothing can be found has nothing to hide: so it arrives when its source withholds it already. */
function markPlace(location: Reading, signs: { words: string; terms: string[] }, run: Run): void {
  const streets = location.list('addresses').map((address) => address.code('address_1') ?? '');
  const columns = ['latitude', 'url', 'transportation', ...(location.code('location_type') === 'virtual' ? [] : ['name'])];
  const telling = columns.some((column) => location.code(column)) || ['addresses', 'phones', 'contacts', 'accessibility'].some((column) => location.list(column).length);
  const words = [signs.words, ...['name', 'description'].map((column) => location.code(column, LONGEST_WORDS) ?? '')].join(' ');
  if (telling && (location.raw['confidential'] === true || isConfidential({ terms: signs.terms, words, streets }))) run.hidden.add(location.code('id') ?? '');
}

/** Adds one nested HSDS 3 service to the batch. */
export function flattenService(service: Reading, all: Run, batch: DirectoryBatch): void {
  const run: Run = { ...all, state: stateOf(service) };
  const sourceId = service.code('id');
  if (!sourceId || !service.code('name')) {
    return service.refused(sourceId ? 'name' : 'id', 'service-nameless', 'A service needs an id and a name.');
  }
  const id = keptId(run.source, 'service', sourceId);
  const organizationId = flattenOrganization(service.one('organization'), run, batch);
  const programId = program(service.one('program'), organizationId, run, batch);
  const row_ = { ...serviceRow(service), foreignCodes: foreignCodes(service, run), id, sourceId, organizationId, programId, metadata: history(service, `service/${id}`, run) };
  batch.service.push(row_);
  parts(service, id, run, batch);
  for (const placement of service.list('service_at_locations')) flattenLocation(placement, { serviceId: id, organizationId }, run, batch);
  terms(service, row_, run, batch);
}

/** The one state in which all its places have their addresses. */
function stateOf(service: Reading): string | null {
  const states = service.list('service_at_locations').flatMap((placement) => placement.one('location')?.list('addresses') ?? []).map((address) => address.code('state_province')?.toUpperCase());
  const [state] = states;
  return state && STATES[state] && states.every((other) => other === state) ? state : null;
}

function serviceRow(service: Reading): Omit<DirectoryBatch['service'][number], 'id'> {
  const name = service.text('name') ?? '';
  const [minimumAge, maximumAge] = ages(service);
  const assurerEmail = service.email('assurer_email');
  return {
    name,
    alternateName: service.text('alternate_name'),
    description: service.described('service', name),
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
    fees: service.text('fees'),
    licenses: service.text('licenses'),
    assurerEmail,
    assuredDate: service.date('assured_date'),
    assuredBy: assurerEmail,
    lastModified: service.date('last_modified', true),
    sourceVerifiedOn: service.date('source_verified_on'),
  };
}

/** Codes of a taxonomy that is not ours stay with the desk (decision 24). */
function foreignCodes(service: Reading, run: Run): string[] | null {
  const codes = [...new Set([...service.texts('foreign_codes'), ...service.list('attributes').flatMap((attribute) => foreignTerm(attribute, run) ?? [])])];
  return codes.length ? codes : null;
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
  const [least, most] = [service.whole('minimum_age', AGES), service.whole('maximum_age', AGES)];
  if (least === null || most === null || least <= most) return [least, most];
  service.refused('minimum_age', 'ages-reversed', 'The lowest age is above the highest; both were left out.');
  return [null, null];
}

function parts(service: Reading, serviceId: string, run: Run, batch: DirectoryBatch): void {
  const of = `service/${serviceId}`;
  const owner = { serviceId };
  service.list('phones').forEach((one, position) => phone(one, { owner, of, position }, run, batch));
  for (const one of service.list('languages')) language(one, { owner, of }, run, batch);
  schedules(service, { owner, of }, run, batch);
  serviceAreas(service, owner, run, batch);
  contacts(service, { owner, of }, run, batch);
  funding(service, { owner, of }, run, batch);
  urls(service.list('additional_urls'), { owner, of }, run, batch);
  documents(service, serviceId, run, batch);
  service.list('cost_options').forEach((one, index) => cost(one, { serviceId, of: `${of}/${index}` }, run, batch));
  for (const one of service.list('capacities')) capacity(one, serviceId, run, batch);
}

function cost(one: Reading, { serviceId, of }: { serviceId: string; of: string }, run: Run, batch: DirectoryBatch): void {
  const id = keptId(run.source, 'cost_option', one.code('id') ?? of);
  batch.costOption.push({
    id,
    serviceId,
    option: one.text('option'),
    amount: one.number('amount', { least: 0, most: 1e7 })?.toString() ?? null,
    currency: one.code('currency'),
    amountDescription: one.text('amount_description'),
    validFrom: one.date('valid_from'),
    validTo: one.date('valid_to'),
    ...marks(one, `cost_option/${id}`, run),
  });
}

/** The terms that the source gives, each once. */
function givenTerms(service: Reading, serviceId: string, run: Run, batch: DirectoryBatch): string[] {
  const given: string[] = [];
  service.list('attributes').forEach((attribute, position) => {
    const foreign = foreignTerm(attribute, run);
    if (foreign) return attribute.repaired('taxonomy_term', 'term-foreign', `${foreign} is a term of another vocabulary: it was kept for the mapping of vocabularies and is not published.`);
    const term = termOf(attribute, run);
    if (!term) return;
    if (given.includes(term)) return attribute.refused('taxonomy_term', 'term-twice', `${term} stands on the service already.`);
    given.push(term);
    const id = keptId(run.source, 'attribute', attribute.code('id') ?? `${serviceId}/${term}`);
    batch.attribute.push({ id, serviceId, taxonomyTermId: idOfTerm(term), linkType: attribute.code('link_type'), value: attribute.text('value'), label: attribute.text('label'), metadata: history(attribute, `attribute/${id}`, run), position, suggested: false, weight: null });
  });
  return given;
}

/** Terms as given; a service without terms of a taxonomy gets suggestions from its own words, for a steward to confirm. */
function terms(service: Reading, row: DirectoryBatch['service'][number], run: Run, batch: DirectoryBatch): void {
  const given = new Set(givenTerms(service, row.id, run, batch).map((term) => term.split('/')[0]));
  if (given.has('need')) return;
  const suggested = suggestTerms({ name: `${row.name ?? ''}. ${row.alternateName ?? ''}`, description: row.description ?? '', eligibility: row.eligibilityDescription ?? '' });
  suggested
    .filter(({ taxonomy, code }) => SUGGESTED.includes(taxonomy) && !given.has(taxonomy) && run.terms.has(`${taxonomy}/${code}`)) // a desk that never started has no vocabulary yet
    .forEach(({ taxonomy, code, weight }, position) =>
      batch.attribute.push({ id: stableId(run.source, 'attribute', `${row.id}/${taxonomy}/${code}`), serviceId: row.id, taxonomyTermId: termId(taxonomy, code), linkType: null, position, suggested: true, weight }),
    );
}
