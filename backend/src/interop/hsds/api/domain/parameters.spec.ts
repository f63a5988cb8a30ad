import { KINDS, LISTS, readParameters, type ListName, type Name } from './parameters.js';

const ALL = Object.keys(KINDS) as Name[];
const ID = '6f1c2a52-9d0b-5a55-8f0e-3f5b7c1f9e21';

describe('what a parameter may say', () => {
  it.each<[Name, string, unknown]>([
    ['search', ' food  50% ', ['%food%', '%50\\%%']],
    ['page', '7', 7],
    ['per_page', '100000', 100_000],
    ['format', 'ndjson', 'ndjson'],
    ['taxonomy_id', ID, ID],
    ['full', 'false', false],
    ['minimal', 'true', true],
    ['postcode', '06854', '06854'],
    ['modified_after', '2026-02-28', '2026-02-28T00:00Z'],
    ['modified_after', '2026-02-28T10:00:00', '2026-02-28T10:00:00Z'],
    ['modified_after', '2026-02-28T10:00:00.123456 00:00', '2026-02-28T10:00:00.123456+00:00'],
    ['modified_after', '2026-02-28T10:00-05:00', '2026-02-28T10:00-05:00'],
  ])('%s=%s', (name, text, value) => {
    expect(readParameters(ALL, { [name]: text })).toEqual({ values: { [name]: value }, faults: [] });
  });

  it.each<[Name, unknown]>([
    ['search', '   '], ['search', 'a '.repeat(13)], ['search', 'x'.repeat(201)], ['search', 'a\0b'], ['search', ['a', 'b']],
    ['page', '0'], ['page', '-1'], ['page', '1.5'], ['page', 'two'], ['page', ''], ['page', '99999999999999999999'],
    ['per_page', '0'], ['format', 'xml'], ['full', 'yes'], ['full', ''], ['taxonomy_term_id', 'food'], ['organization_id', `${ID}0`], ['parent_id', ''],
    ['modified_after', 'yesterday'], ['modified_after', '2026-13-01'], ['modified_after', '2026-02-30'], ['modified_after', '2026-02-28T25:00'], ['modified_after', '2026'],
    ['postcode', '6854'], ['postcode', 'ABCDE'], ['top_only', '1'],
  ])('%s=%p makes no sense', (name, text) => {
    expect(readParameters(ALL, { [name]: text }).faults).toEqual([{ field: name, code: 'parameter.senseless', detail: KINDS[name].says }]);
  });

  it('proximity means nothing without a postcode, and is named once', () => {
    expect(readParameters(ALL, { proximity: '500' }).faults).toMatchObject([{ field: 'proximity' }]);
    expect(readParameters(ALL, { proximity: '500', postcode: 'x' }).faults).toMatchObject([{ field: 'postcode' }]);
    expect(readParameters(ALL, { proximity: '500', postcode: '06854' }).faults).toEqual([]);
  });

  it('all faults are told at once', () => {
    expect(readParameters(LISTS.taxonomies, { page: '0', per_page: 'x', everything: '1', full: 'true' }).faults.map(({ field, code }) => `${field} ${code}`)).toEqual(['page parameter.senseless', 'per_page parameter.senseless', 'everything parameter.unknown', 'full parameter.unknown']);
  });

  it.each(Object.keys(LISTS) as ListName[])('%s takes only parameters that have a kind, and pages', (list) => {
    expect(LISTS[list].filter((name) => !(name in KINDS))).toEqual([]);
    expect(LISTS[list]).toEqual(expect.arrayContaining(['search', 'page', 'per_page', 'format']));
  });
});
