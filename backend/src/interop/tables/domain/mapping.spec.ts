import { VOCABULARY } from '../../../../test/vocabulary.js';
import { mappingFaults, type Mapping } from './mapping.js';
import { PRESETS, presetFor } from './presets.js';

const VENDORS: Readonly<Record<string, readonly string[]>> = {
  icarol: ['ResourceAgencyNum', 'PublicName', 'OfficialName', 'TaxonomyLevelName', 'ParentAgencyNum', 'PhysicalAddress1', 'PhysicalAddressIsPrivate', 'ConnectsToSiteNum', 'ExcludeFromWebsite', 'LastVerifiedOn'],
  wellsky: ['PROVIDER_SERVICE_CODE_ID', 'SERVICE_CODE_ID', 'ORGANIZATION_ID', 'LOCATION_ID', 'NAME', 'ALTERNATE_NAME', 'DESCRIPTION', 'TAXONOMY_DEFINITION', 'EMAIL', 'STATUS', 'APPLICATION_PROCESS', 'FEES'],
  visionlink: ['Agency_Id', 'Service_Id', 'Service_Status', 'ServiceSystem_Name', 'ServiceSystem_Description', 'ServiceTaxonomy_ModuleServicepost'],
};

describe('presets', () => {
  it.each(Object.entries(PRESETS))('%s can be used, and knows its own columns', (name, { mapping }) => {
    expect(mappingFaults(mapping)).toEqual([]);
    expect(presetFor([...(mapping.columns ?? []), 'Another'])).toBe(name);
  });

  it.each(Object.entries(VENDORS))('%s is known by its columns, and is said not to have been tried', (name, columns) => {
    expect([presetFor(columns), PRESETS[name]?.tried]).toEqual([name, false]);
  });

  it('name only terms that the vocabulary has', () => {
    const terms = VOCABULARY.flatMap(({ code, terms: all }) => all.map(({ code: term }) => `${code}/${term}`));
    expect(Object.values(PRESETS).flatMap(({ mapping }) => mapping.terms ?? []).filter((term) => !terms.includes(term))).toEqual([]);
  });

  it('take no day of a source for a check of the desk, and read no named person and no internal note', () => {
    const text = JSON.stringify(PRESETS);
    expect(text).not.toMatch(/assured|ContactName|SeniorWorker|InternalNotes|StaffNotes|Confidential(?:Mailing)?Address|CONTACTS/);
    expect(text).not.toContain('"verified"');
  });

  it('of something else: none', () => {
    expect(presetFor(['name', 'phone'])).toBeUndefined();
  });
});

it.each([
  ['no object', [], ['A mapping is a JSON object.']],
  ['nothing', {}, ['fields must say where the name of a service stands.']],
  ['an unknown field', { fields: { name: 'a', nam: 'b' } }, [expect.stringContaining('fields: nam is not known')]],
  ['an unknown form', { fields: { name: { column: 'a', as: 'roman' } } }, ['fields: name: as takes zip, date, list, python.']],
  ['a join that is not there', { fields: { name: { column: 'a', from: 'agency' } } }, ['fields: name: from names none of the joins.']],
  ['a rule that takes nothing', { fields: { name: { as: 'zip' } } }, ['fields: name: say column, join or constant.']],
  ['a telephone without a number', { fields: { name: 'a' }, phones: [{}] }, ['phones: number 1: a column, several columns or an object was expected.']],
  ['a word that nobody knows', { fields: { name: 'a' }, script: 'x' }, [expect.stringContaining('script is not known')]],
])('of %s it says what is wrong', (_, json, faults) => {
  expect(mappingFaults(json)).toEqual(faults);
});

it('a mapping of one line is enough', () => {
  expect(mappingFaults({ name: 'Ours', fields: { name: 'Program' } } satisfies Mapping)).toEqual([]);
});
