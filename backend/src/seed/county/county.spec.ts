import { VOCABULARY } from '../../../test/vocabulary.js';
import { countyServices } from './county.js';

interface Service {
  id: string;
  name: string;
  description: string;
  organization: { id: string; name: string };
  phones: { number: string }[];
  schedules: { byday: string }[];
  attributes: { taxonomy_term: { taxonomy: string; code: string } }[];
}
const county = countyServices({ seed: 1, today: '2026-11-24' }) as Service[];

it('is the same for the same seed and day', () => expect(countyServices({ seed: 1, today: '2026-11-24' })).toEqual(county));

it('has about 300 services of 120 organizations, and no id twice', () => {
  expect(county.length).toBeGreaterThan(290);
  expect(county.length).toBeLessThan(340);
  expect(new Set(county.map(({ id }) => id)).size).toBe(county.length);
  expect(new Set(county.map(({ organization }) => organization.id)).size).toBe(120);
});

it('uses fictitious numbers and example addresses only', () => {
  for (const { phones } of county) for (const { number } of phones) expect(number).toMatch(/^\((203|475)\) 555-01\d\d$/);
  const hosts = JSON.stringify(county).match(/https:\/\/[^/"]+|@[a-z0-9.-]+/g) ?? [];
  expect(hosts.filter((host) => !host.endsWith('example.org'))).toEqual([]);
});

it('offers something for every need', () => {
  const offered = new Set(county.flatMap(({ attributes }) => attributes.filter(({ taxonomy_term }) => taxonomy_term.taxonomy === 'need').map(({ taxonomy_term }) => taxonomy_term.code)));
  expect(VOCABULARY[0]?.terms.filter(({ since }) => since === '1').map(({ code }) => code).filter((code) => !offered.has(code))).toEqual([]);
});

it('reads as written by people', () => {
  expect(county.filter(({ name, description }) => /[{}]|undefined|with living with/.test(name + description))).toEqual([]);
  expect(new Set(county.map(({ description }) => description)).size).toBeGreaterThan(county.length * 0.85);
  expect(county.some(({ schedules }) => schedules.some(({ byday }) => /^2(..),4\1$/.test(byday)))).toBe(true);
});
