#!/usr/bin/env node
// Prints the directory as HSDS 3.2 JSON {services: [...]}; with --truth, what each service really helps with by the service's id.
// --today YYYY-MM-DD: the day from which the age of a record is counted back (2026-11-01 unless told).
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { LINE_OF, records, vocabulary, zipCodes } from './read.mjs';

export const TODAY = '2026-11-01';
const LANGUAGES = { en: 'English', es: 'Spanish', vi: 'Vietnamese', zh: 'Mandarin Chinese', ar: 'Arabic', hmn: 'Hmong', so: 'Somali', ase: 'American Sign Language' };
const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];

/** A UUID (version 5 by form) that depends on the kind of object and its key alone. */
export function idOf(table, key) {
  const hex = createHash('sha1').update(`metro/${table}/${key}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `${((parseInt(hex[16], 16) & 3) | 8).toString(16)}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

const daysBefore = (today, days) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
const daysAgo = (text) => Number(/^(\d+) days ago$/.exec(text ?? '')?.[1] ?? NaN);
/** Members without a value are left out: HSDS knows no null. */
const present = (members) => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== '' && !Number.isNaN(value)));

function clock(text) {
  const [hour, minute = '00'] = text.split(':');
  return hour === '24' ? '23:59' : `${hour.padStart(2, '0')}:${minute}`;
}

/** `mo-fr` as MO,TU,WE,TH,FR; `1tu` as 1TU of a month. */
function days(text) {
  const [from, to] = text.split('-');
  if (/^\d/.test(from)) return { freq: 'MONTHLY', byday: from.toUpperCase() };
  const week = to ? DAYS.slice(DAYS.indexOf(from), DAYS.indexOf(to) + 1) : [from];
  return { freq: 'WEEKLY', byday: week.join(',').toUpperCase() };
}

/** `mo-th 9-17:30; sa 10-14` as schedules. */
export function schedules({ key, hours }) {
  return (hours ?? '').split(';').map((part) => part.trim()).filter(Boolean).map((part, index) => {
    const [day, time] = part.split(' ');
    const [opens, closes] = time.split('-');
    return { id: idOf('schedule', `${key}-${index}`), ...days(day), opens_at: clock(opens), closes_at: clock(closes) };
  });
}

function areas({ key, area }, zips) {
  return (area ?? '').split(',').map((part) => part.trim()).filter(Boolean).map((name) => {
    const id = idOf('service_area', `${key}-${name}`);
    if (name === 'California') return { id, name, extent_type: 'state', extent: 'US-CA' };
    const inside = [...zips].filter(([, { county }]) => county === name).map(([zip]) => zip);
    return { id, name: `${name} County`, extent_type: 'county', extent: `${name}, CA`, description: inside.join(' ') };
  });
}

/** A shelter's place is `not published`: nobody who looks for a person may read it. */
function places({ key, organization, ways, place }, zips) {
  if (place === 'not published' || !ways.some((way) => way === 'in-person' || way === 'home-visit') || !organization.street) return [];
  const { key: house, name, street, zip, wheelchair } = organization;
  const access = { yes: 'Wheelchair accessible', no: 'Not wheelchair accessible' }[wheelchair];
  const address = { id: idOf('address', house), address_1: street, city: zips.get(zip).town, state_province: 'CA', postal_code: zip, country: 'US', address_type: 'physical' };
  const location = { id: idOf('location', house), location_type: 'physical', name, addresses: [address], ...(access ? { accessibility: [{ id: idOf('accessibility', house), description: access }] } : {}) };
  return [{ id: idOf('service_at_location', key), location }];
}

/** `3 of 24 bed` and the day it was said. */
function capacities({ key, room, checked }, today) {
  const [, available, maximum, unit] = /^(\d+) of (\d+) (.+)$/.exec(room ?? '') ?? [];
  if (!unit) return [];
  const updated = daysBefore(today, Math.min(daysAgo(checked) || 30, 45));
  return [{ id: idOf('service_capacity', key), unit: { id: idOf('unit', unit), name: unit }, available: Number(available), maximum: Number(maximum), updated: `${updated}T12:00:00Z` }];
}

function attributes(one, terms) {
  const service = idOf('service', one.key);
  const [state] = (one.intake ?? '').split(',');
  const codes = [...Object.entries(LINE_OF).flatMap(([taxonomy, label]) => one[label].map((code) => [taxonomy, code])), ...(state ? [['intake-status', state]] : [])];
  return codes.map(([taxonomy, code]) => {
    const { name, definition } = terms[taxonomy].get(code) ?? { name: code, definition: code };
    const term = { id: idOf('taxonomy_term', `${taxonomy}/${code}`), code, name, description: definition, taxonomy };
    return { id: idOf('attribute', `${service}/${taxonomy}/${code}`), link_id: service, link_entity: 'service', link_type: taxonomy, taxonomy_term: term };
  });
}

/** `18-64`, `18-` or `-5` as HSDS ages. */
function ages(text) {
  const [, least, most] = /^(\d*)-(\d*)$/.exec(text ?? '') ?? [];
  return { minimum_age: least ? Number(least) : undefined, maximum_age: most ? Number(most) : undefined };
}

function organizationOf({ organization: { key, name, about } }) {
  return { id: idOf('organization', key), name, description: about, website: `https://${key}.example.org`, email: `hello@${key}.example.org` };
}

function texts(one) {
  const interpreters = one.features.includes('interpreter-phone') ? 'Interpreters by telephone' : undefined;
  return { name: one.name, description: one.text, url: `https://${one.organization.key}.example.org/${one.key.split('/')[1]}`, eligibility_description: one.who, application_process: one.apply, fees_description: one.fees, interpretation_services: interpreters };
}

function life({ status, intake, checked }, today) {
  const looked = Number.isNaN(daysAgo(checked)) ? undefined : daysBefore(today, daysAgo(checked));
  const [, wait] = (intake ?? '').split(/, ?/);
  return { status: status ?? 'active', wait_time: wait, assured_date: looked, last_modified: `${looked ?? daysBefore(today, 500)}T15:00:00Z` };
}

function service(one, { today, terms, zips }) {
  return present({
    id: idOf('service', one.key),
    organization: organizationOf(one),
    ...texts(one),
    ...life(one, today),
    ...ages(one.ages),
    phones: [{ id: idOf('phone', one.key), number: one.phone ?? one.organization.phone, type: 'voice' }],
    languages: one.languages.map((code) => ({ id: idOf('language', `${one.key}-${code}`), code, name: LANGUAGES[code] })),
    schedules: schedules(one),
    service_areas: areas(one, zips),
    service_at_locations: places(one, zips),
    capacities: capacities(one, today),
    attributes: attributes(one, terms),
  });
}

/** The whole directory as nested HSDS 3.2 JSON; the same files and day give the same services. */
export function metroServices({ today = TODAY } = {}) {
  const context = { today, terms: vocabulary(), zips: zipCodes() };
  return records().map((one) => service(one, context));
}

/** What each service really helps with, by the id of the service: {needs: {code: 1..3}, kinds: {code: 1..3}, populations: [code]}. */
export function metroTruth() {
  return Object.fromEntries(records().map(({ key, truth: { needs, kinds, people } }) => [idOf('service', key), { needs, kinds, populations: people }]));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, today] = /--today[ =](\d{4}-\d\d-\d\d)/.exec(process.argv.join(' ')) ?? [];
  const answer = process.argv.includes('--truth') ? metroTruth() : { services: metroServices({ today }) };
  process.stdout.write(`${JSON.stringify(answer, null, 1)}\n`);
}
