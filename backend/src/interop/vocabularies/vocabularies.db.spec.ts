import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import type { TestDesk } from '../../../test/test-database.js';
import { Directory } from '../../directory/index.js';
import { SYSTEM } from '../../platform/index.js';
import { HsdsImport } from '../hsds/hsds-import.service.js';
import { NoVocabulary } from './read-vocabulary.js';
import { VocabularyImport } from './vocabulary-import.service.js';

let desk: TestDesk;
let mei: Colleague;
let folder: string;
beforeAll(async () => {
  desk = await aCountyDesk();
  mei = await aColleague(desk, 'Mei Tan', ['STW']);
  folder = join(desk.config.DATA_DIR, 'vocabularies');
  mkdirSync(folder, { recursive: true });
});
afterAll(() => desk.stop());

const file = (name: string, ...lines: string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
};
const take = (path: string, said = {}) => desk.get(VocabularyImport).run(SYSTEM, path, said);
const counts = async (path: string, said = {}) => {
  const { vocabularies: [one], refused } = await take(path, said);
  return { added: one?.added, changed: one?.changed, retired: one?.retired, back: one?.back, refused };
};
const termsOf = (code: string) => desk.sql<{ code: string; name: string; retired_in: string | null; parent: string | null }>(`select t.code, t.name, t.retired_in, p.code as parent from directory.taxonomy_term t join directory.taxonomy x on x.id = t.taxonomy_id left join directory.taxonomy_term p on p.id = t.parent_id where x.code = $1 order by t.position, t.code`, [code]);

describe('a vocabulary of somebody else', () => {
  const HEAD = 'code,name,description,parent_code';
  const FIRST = ['A,Food,Things to eat,', 'B,Pantry,A room of food,A', 'C,Coats,,'];

  it('is looked at first, loaded, and the same again changes nothing', async () => {
    const path = file('alder.csv', HEAD, ...FIRST);
    expect(await counts(path, { name: 'Alder list', dryRun: true })).toEqual({ added: 3, changed: 0, retired: 0, back: 0, refused: 0 });
    expect(await termsOf('alder-list')).toEqual([]);
    expect(await counts(path, { name: 'Alder list', version: '1', licence: 'ours' })).toMatchObject({ added: 3 });
    const before = await termsOf('alder-list');
    expect(before.map(({ code, parent }) => [code, parent])).toEqual([['A', null], ['B', 'A'], ['C', null]]);
    expect(await counts(path, { name: 'Alder list 1.0', version: '1', licence: 'ours' })).toEqual({ added: 0, changed: 0, retired: 0, back: 0, refused: 0 });
    expect(await termsOf('alder-list')).toEqual(before);
  });

  it('a newer file adds, changes, retires and takes up again; nothing is deleted, and a row that cannot be read is not gone', async () => {
    const newer = file('alder.csv', HEAD, 'A,Food and drink,Things to eat,', 'C,,no name,', 'D,Beds,,', 'D,Beds again,,', ',Nameless code,,', 'E,Lost,,Z', 'F,Round,,G', 'G,About,,F');
    const { vocabularies: [one], groups } = await take(newer, { name: 'Alder list', version: '2' });
    expect(one).toMatchObject({ added: 4, changed: 1, retired: 1, back: 0, vanished: ['Pantry'] });
    expect(groups.map(({ action, code, column, rows }) => [action, code, column, rows])).toEqual(expect.arrayContaining([
      ['refused', 'name-missing', 'name', [3]], ['refused', 'code-twice', 'code', [5]], ['refused', 'code-missing', 'code', [6]], ['repaired', 'parent-unknown', 'parent_code', [7]], ['repaired', 'parent-circle', 'parent_code', [8]],
    ]));
    expect((await termsOf('alder-list')).filter(({ retired_in: over }) => over).map(({ code, retired_in: over }) => [code, over])).toEqual([['B', '2']]);
    expect(await counts(file('alder.csv', HEAD, ...FIRST), { name: 'Alder list', version: '3' })).toMatchObject({ back: 1, retired: 4 });
  });

  it('is shown by the open API only where its licence is known to be open, or somebody says so', async () => {
    const shown = async () => (await desk.app.inject('/hsds/taxonomies?search=Alder')).json<{ contents: object[] }>().contents;
    expect(await shown()).toEqual([]);
    expect((await desk.app.inject('/hsds/taxonomy_terms?search=Pantry')).body).not.toContain('A room of food');
    await take(join(folder, 'alder.csv'), { name: 'Alder list', version: '3', uri: 'https://example.org/alder', publish: true });
    expect(await shown()).toEqual([expect.objectContaining({ name: 'Alder list', version: '3', uri: 'https://example.org/alder' })]);
    expect((await desk.app.inject('/hsds/taxonomy_terms?search=Pantry')).body).toContain('A room of food');
  });

  it('hostile text is text, and what is no vocabulary is refused', async () => {
    const path = file('hostile.csv', HEAD, `"'; drop table directory.taxonomy; --",<script>alert(1)</script>Bread,=1+1,`, `X,\u0000${'y'.repeat(400)},,`);
    expect(await counts(path, { name: 'Hostile' })).toMatchObject({ added: 1, refused: 1 });
    const [term] = await termsOf('hostile');
    expect(term).toMatchObject({ code: "'; drop table directory.taxonomy; --", name: expect.not.stringContaining('<script>') as string });
    await expect(take(file('people.csv', 'first,last', 'Ruth,Adler'))).rejects.toThrow(NoVocabulary);
    await expect(take(file('empty.csv', ''))).rejects.toThrow(NoVocabulary);
    await expect(take(file('bomb.xml', '<!DOCTYPE a [<!ENTITY b "&c;&c;">]><a>&b;</a>'))).rejects.toThrow(NoVocabulary);
    await expect(take(file('nameless.csv', HEAD, ...FIRST))).rejects.toThrow('Give it a name');
    await expect(take(join(folder, 'alder.csv'), { name: 'Need' })).rejects.toMatchObject({ code: 'vocabulary.own' });
  });

  it('HSDS tables are read with their taxonomies, parents and addresses', async () => {
    const package_ = join(folder, 'package');
    mkdirSync(package_, { recursive: true });
    writeFileSync(join(package_, 'taxonomies.csv'), 'id,name,description,uri,version\nt1,County words,Words of a county,https://example.org/words,7\n');
    writeFileSync(join(package_, 'taxonomy_terms.csv'), 'id,code,name,description,parent_id,taxonomy_id,term_uri\n1,AA,Help,All help,,t1,https://example.org/words/aa\n2,AB,Beds,Where to sleep,1,t1,\n');
    const { vocabularies: [one] } = await take(package_, { publish: true });
    expect(one).toMatchObject({ name: 'County words', version: '7', added: 2 });
    expect(await termsOf('county-words')).toMatchObject([{ code: 'AA', parent: null }, { code: 'AB', parent: 'AA' }]);
    expect((await desk.app.inject('/hsds/taxonomy_terms?search=All%20help')).body).toContain('https://example.org/words/aa');
  });
});

const PUBLIC_FILES = join(__dirname, '../../../../../shared/data/taxonomies');
const withFiles = existsSync(PUBLIC_FILES) ? describe : describe.skip;
withFiles('the public vocabularies', () => {
  it.each([
    ['open-eligibility-2.0.csv', 'open-eligibility', 384, 'CC BY-SA 3.0'],
    ['samhsa-service-codes.csv', 'samhsa-services', 90, 'CC0 1.0 (US Government work)'],
    ['gravity-sdoh-categories.csv', 'gravity-sdoh', 24, 'CC0 1.0'],
  ])('%s', async (name, code, terms, licence) => {
    const { vocabularies: [one] } = await take(join(PUBLIC_FILES, name));
    expect(one).toMatchObject({ added: terms, licence, published: true });
    expect(await termsOf(code)).toHaveLength(terms);
    expect(await counts(join(PUBLIC_FILES, name))).toMatchObject({ added: 0, changed: 0, retired: 0 });
  });

  it('the XML of Open Eligibility says what its table says', async () => {
    const { vocabularies: [one] } = await take(join(PUBLIC_FILES, 'open-eligibility-2.0.xml'), { dryRun: true });
    expect(one).toMatchObject({ name: 'Open Eligibility', terms: 384, added: 0, retired: 0 });
  });
});

describe('what a foreign term means', () => {
  const service = (id: string, code: string) => ({ id, name: `Harbor ${code}`, status: 'active', description: 'A house by the water', organization: { id: 'harbor', name: 'Harbor House', description: 'x' }, attributes: [{ taxonomy_term: { code, name: code, taxonomy: 'Harbor words' } }] });
  const suggested = async () => desk.sql<{ name: string; term: string; weight: number }>(`select s.name, t.code as term, a.weight from directory.attribute a join directory.service s on s.id = a.service_id join directory.taxonomy_term t on t.id = a.taxonomy_term_id where a.source = '(crosswalk)' and s.source = 'harbor' order by 1, 2`);
  const ours = async (search: string) => (await mei.ask<{ id: string; code: string }[]>('GET', `/api/vocabularies/search?search=${encodeURIComponent(search)}`))[0];
  const terms = async (open = false) => {
    const [vocabulary] = (await mei.ask<{ id: string; code: string; openTerms: number; openListings: number; listings: number }[]>('GET', '/api/vocabularies')).filter(({ code }) => code === 'harbor-words');
    const page = await mei.ask<{ items: { id: string; code: string; relation: string; termName: string | null; listings: number; decidedBy: string | null }[] }>('GET', `/api/vocabularies/${vocabulary?.id}/terms${open ? '?open=true' : ''}`);
    return { vocabulary, items: page.items, at: (code: string) => `/api/vocabularies/terms/${page.items.find((one) => one.code === code)?.id}/meaning` };
  };

  beforeAll(async () => {
    const result = await desk.get(HsdsImport).load([service('h1', 'BEDS'), service('h2', 'BEDS'), service('h3', 'TALK')], { source: 'harbor' });
    expect(result.findings).toMatchObject({ 'term-foreign': 3 });
    await take(file('harbor.csv', 'code,name', 'BEDS,Beds', 'TALK,Talks', 'REST,Rest'), { name: 'Harbor words' });
  });

  it('codes that listings kept join the vocabulary when it is there; those that mean nothing yet come first', async () => {
    const { vocabulary, items } = await terms();
    expect(vocabulary).toMatchObject({ listings: 3, openTerms: 2, openListings: 3 });
    expect(items.map(({ code, listings, relation }) => [code, listings, relation])).toEqual([['BEDS', 2, 'open'], ['TALK', 1, 'open'], ['REST', 0, 'open']]);
    expect((await terms(true)).items.map(({ code }) => code)).toEqual(['BEDS', 'TALK']);
    expect((await desk.app.inject('/hsds/services?search=Harbor&full=true')).body.toLowerCase().includes('harbor-words') || (await desk.app.inject('/hsds/taxonomies')).body.includes('Harbor words')).toBe(false);
  });

  it('a mapping suggests our term to its listings, and taken back takes it away; never what a person confirmed', async () => {
    const { at } = await terms();
    const shelter = await ours('nowhere to sleep tonight');
    expect(shelter?.code).toBe('shelter-tonight');
    await mei.ask('POST', at('BEDS'), { relation: 'exact', termId: shelter?.id });
    expect(await suggested()).toEqual([{ name: 'Harbor BEDS', term: 'shelter-tonight', weight: expect.closeTo(0.9) as number }, { name: 'Harbor BEDS', term: 'shelter-tonight', weight: expect.closeTo(0.9) as number }]);
    expect((await desk.get(Directory).candidates(SYSTEM, { needs: ['shelter-tonight'], place: null })).filter(({ needs, needsSuggested }) => needsSuggested.includes('shelter-tonight') && !needs.includes('shelter-tonight'))).toHaveLength(2);
    const [one] = await desk.sql<{ id: string; service: string }>(`select a.id, a.service_id as service from directory.attribute a where source = '(crosswalk)' limit 1`);
    await mei.ask('POST', `/api/directory/services/${one?.service}/terms`, { confirm: [one?.id], reject: [] });
    await desk.get(HsdsImport).load([service('h1', 'BEDS'), service('h2', 'BEDS'), service('h3', 'TALK')], { source: 'harbor' });
    expect(await suggested()).toHaveLength(2); // read again, nothing moved
    await mei.ask('POST', `${at('BEDS')}/undo`);
    expect(await desk.sql(`select id from directory.attribute where source = '(crosswalk)'`)).toEqual([{ id: one?.id }]);
    const steps = await mei.ask<{ relation: string; by: string }[]>('GET', at('BEDS'));
    expect(steps.map(({ relation, by }) => [relation, by])).toEqual([['open', 'Mei Tan'], ['exact', 'Mei Tan']]);
  });

  it('that it means none is a decision, too; what cannot be is refused', async () => {
    const { at } = await terms();
    await mei.ask('POST', at('TALK'), { relation: 'none' });
    expect((await terms(true)).items.map(({ code }) => code)).toEqual(['BEDS']);
    expect((await mei.send('POST', at('TALK'), { relation: 'exact' })).statusCode).toBe(422);
    expect((await mei.send('POST', at('TALK'), { relation: 'exact', termId: (await terms()).items[0]?.id })).statusCode).toBe(404);
    const lonely = await ours('I have no friends');
    await mei.ask('POST', at('TALK'), { relation: 'broader', termId: lonely?.id });
    await mei.ask('POST', `${at('TALK')}/undo`);
    expect((await terms()).items.find(({ code }) => code === 'TALK')).toMatchObject({ relation: 'none', decidedBy: 'Mei Tan' });
    expect((await mei.send('POST', `${at('REST')}/undo`)).statusCode).toBe(409);
  });

  it('a person gives a term that was only suggested: the source does, and it is confirmed', async () => {
    const { at } = await terms();
    await mei.ask('POST', at('REST'), { relation: 'exact', termId: (await ours('I can\'t sleep'))?.id });
    await desk.get(HsdsImport).load([service('h4', 'REST')], { source: 'harbor' });
    expect((await suggested()).map(({ term }) => term)).toContain('sleep');
    await desk.get(HsdsImport).load([{ ...service('h4', 'REST'), attributes: [{ taxonomy_term: { taxonomy: 'need', code: 'sleep' } }] }], { source: 'harbor' });
    expect(await desk.sql(`select a.source, a.suggested from directory.attribute a join directory.service s on s.id = a.service_id join directory.taxonomy_term t on t.id = a.taxonomy_term_id where s.source_id = 'h4' and t.code = 'sleep'`)).toEqual([{ source: 'harbor', suggested: false }]);
  });
});
