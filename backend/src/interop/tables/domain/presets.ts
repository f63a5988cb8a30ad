import type { Mapping, PhoneRule, Rule } from './mapping.js';
import { ICAROL, VISIONLINK, WELLSKY } from './vendor-presets.js';

const STALE = 'From a public list of 2020, not checked since. Call before you send anybody.';

/** The lists of one office share their columns; the second name is the service's where there is one. */
const samhsa = (what: string): Mapping['fields'] => ({
  id: { join: ['name1', 'name2', 'street1', 'street2', 'city', 'state', 'zip'], with: '|' },
  name: ['name2', 'name1'],
  description: { constant: what },
  status: { constant: 'active' },
  alert: { constant: STALE },
  'organization.id': 'name1',
  'organization.name': 'name1',
  'location.latitude': 'latitude',
  'location.longitude': 'longitude',
  'address.address_1': 'street1',
  'address.address_2': 'street2',
  'address.city': 'city',
  'address.state_province': 'state',
  'address.postal_code': { join: ['zip', 'zip4'], with: '-', as: 'zip' },
});
const numbers = (...columns: readonly Rule[]): PhoneRule[] => columns.map((number) => ({ number, type: { constant: 'voice' } }));

const MENTAL_HEALTH: Mapping = {
  name: "SAMHSA's list of mental health facilities",
  columns: ['name1', 'name2', 'street1', 'city', 'state', 'zip', 'intake1', 'website', 'type_facility'],
  nothing: ['NA'],
  fields: { ...samhsa('A mental health facility.'), url: 'website' },
  phones: [...numbers('phone'), { number: 'intake1', type: { constant: 'voice' }, description: { constant: 'Intake' } }, { number: 'intake2', type: { constant: 'voice' }, description: { constant: 'Intake' } }],
};
const SUBSTANCE_USE: Mapping = { name: "SAMHSA's list of substance use facilities", columns: ['name1', 'name2', 'street1', 'street2', 'city', 'state', 'zip', 'zip4', 'county'], nothing: ['NA'], fields: samhsa('A substance use treatment facility.') };
const OPIOIDS: Mapping = {
  name: "SAMHSA's directory of opioid treatment programs",
  columns: ['ID', 'ADDRESS', 'CITY', 'STATE', 'POSTAL', 'Latitude', 'Longitude'],
  fields: {
    id: { join: ['ID', 'ADDRESS', 'CITY', 'STATE', 'POSTAL'], with: '|' },
    name: 'ID',
    description: { constant: 'An opioid treatment program.' },
    status: { constant: 'active' },
    alert: { constant: STALE },
    'organization.id': 'ID',
    'organization.name': 'ID',
    'location.latitude': 'Latitude',
    'location.longitude': 'Longitude',
    'address.address_1': 'ADDRESS',
    'address.city': 'CITY',
    'address.state_province': 'STATE',
    'address.postal_code': { column: 'POSTAL', as: 'zip' },
  },
  terms: ['service-type/mat', 'need/opioids'],
};
const HEALTH_CENTERS: Mapping = {
  name: "HRSA's list of health centers",
  columns: ['name', 'st_abbr', 'city', 'address', 'phone', 'testing_status', 'lon', 'lat'],
  nothing: ['NA'],
  fields: {
    id: { join: ['name', 'address', 'city', 'st_abbr', 'phone'], with: '|' },
    name: 'name',
    description: { constant: 'A health center.' },
    status: { constant: 'active' },
    alert: { constant: STALE },
    'organization.id': 'name',
    'organization.name': 'name',
    'location.latitude': 'lat',
    'location.longitude': 'lon',
    'address.address_1': 'address',
    'address.city': 'city',
    'address.state_province': 'st_abbr',
  },
  phones: numbers('phone'),
};

/** A mapping that comes with the product. `tried` is false where only the column names were at hand. */
export interface Preset {
  mapping: Mapping;
  tried: boolean;
}

/** By the name that is typed. */
export const PRESETS: Readonly<Record<string, Preset>> = {
  'samhsa-mental-health': { mapping: MENTAL_HEALTH, tried: true },
  'samhsa-substance-use': { mapping: SUBSTANCE_USE, tried: true },
  'samhsa-opioid-programs': { mapping: OPIOIDS, tried: true },
  'hrsa-health-centers': { mapping: HEALTH_CENTERS, tried: true },
  icarol: { mapping: ICAROL, tried: false },
  wellsky: { mapping: WELLSKY, tried: false },
  visionlink: { mapping: VISIONLINK, tried: false },
};
export const UNTRIED = 'made from their column names, not tried on their data';

/** The preset whose columns the table has all of; the one with the most, where several fit. */
export function presetFor(columns: readonly string[]): string | undefined {
  const asked = ({ mapping }: Preset): readonly string[] => mapping.columns ?? [];
  const fitting = Object.entries(PRESETS).filter(([, preset]) => asked(preset).every((column) => columns.includes(column)));
  return fitting.sort((a, b) => asked(b[1]).length - asked(a[1]).length)[0]?.[0];
}
