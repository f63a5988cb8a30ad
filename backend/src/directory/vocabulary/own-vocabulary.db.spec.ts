import { aColleague } from '../../../test/a-colleague.js';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import type { TestDesk } from '../../../test/test-database.js';
import { SYSTEM } from '../../platform/index.js';
import { Vocabulary } from '../../matching/vocabulary.service.js';
import { VOCABULARY } from '../../../test/vocabulary.js';
import { VERSION } from '../../seed/reference/vocabulary.js';
import { Directory } from '../directory.service.js';
import { OwnVocabulary, type TaxonomySeed, type TermSeed } from './own-vocabulary.js';

const NEXT = String(Number(VERSION) + 1);
/** A newer program: panic became a part of anxiety, ocd a new term, and hoarding is gone from the file without a word. */
const newer: TaxonomySeed[] = VOCABULARY.map((taxonomy) => {
  const terms = taxonomy.terms.flatMap((term): TermSeed[] => {
    if (term.code === 'panic') return [{ ...term, retiredIn: NEXT, replacedBy: 'anxiety' }];
    if (term.code === 'ocd') return [{ ...term, retiredIn: NEXT, replacedBy: 'thoughts' }, { ...term, code: 'thoughts', name: 'Thoughts that stay', since: NEXT, crosswalk: [] }];
    return term.code === 'hoarding' ? [] : [term];
  });
  return { ...taxonomy, version: NEXT, terms: taxonomy.code === 'need' ? terms : taxonomy.terms };
});

let desk: TestDesk;
beforeAll(async () => {
  desk = await aCountyDesk();
});
afterAll(() => desk.stop());

const own = () => desk.get(OwnVocabulary);
const terms = async () => desk.sql(`select t.* from directory.taxonomy_term t order by id`);
const withTerm = (code: string) => desk.sql<{ id: string }>(`select a.service_id as id from directory.attribute a join directory.taxonomy_term t on t.id = a.taxonomy_term_id join directory.taxonomy x on x.id = t.taxonomy_id join directory.service s on s.id = a.service_id and s.status = 'active' where x.code = 'need' and t.code = $1 and not a.suggested order by 1`, [code]);
const needsOf = async (ids: readonly string[]) => (await desk.get(Directory).listingsOf(SYSTEM, ids)).map(({ needs }) => needs);

it('holds what the files say, and the same again or an older program changes nothing', async () => {
  expect(await own().version()).toBe(Number(VERSION));
  expect(await desk.sql(`select count(*)::int as n from directory.taxonomy_term where name_es is not null and cardinality(phrases_en) > 0 and since is not null`)).toEqual([{ n: VOCABULARY.flatMap((taxonomy) => taxonomy.terms).length }]);
  const before = await terms();
  expect(await own().load(VOCABULARY)).toBe(false);
  expect(await own().load(VOCABULARY.map((taxonomy) => ({ ...taxonomy, version: '1', terms: [] })))).toBe(false);
  expect(await terms()).toEqual(before);
});

describe('a newer program', () => {
  let panic: string[];
  let ocd: string[];
  let hoarding: string[];
  beforeAll(async () => {
    [panic = [], ocd = [], hoarding = []] = await Promise.all(['panic', 'ocd', 'hoarding'].map(async (code) => (await withTerm(code)).map(({ id }) => id)));
    expect(panic.length * ocd.length * hoarding.length).toBeGreaterThan(0);
    expect(await Promise.all([own().load(newer), own().load(newer)])).toEqual(expect.arrayContaining([true, false])); // of two that start at once one writes
  });

  it('brings all of it up, and its former version does not bring it down', async () => {
    expect(await desk.sql('select distinct version from directory.taxonomy where own')).toEqual([{ version: NEXT }]);
    expect(await own().load(VOCABULARY)).toBe(false);
  });

  it('a record keeps its term, which stays readable', async () => {
    expect((await withTerm('panic')).map(({ id }) => id)).toEqual(panic);
    expect(await desk.sql(`select t.name, t.since, t.retired_in, r.code as replaced_by from directory.taxonomy_term t left join directory.taxonomy_term r on r.id = t.replaced_by where t.retired_in is not null order by t.code`)).toEqual([
      { name: 'Hoarding', since: '1', retired_in: NEXT, replaced_by: null },
      { name: 'OCD and intrusive thoughts', since: '1', retired_in: NEXT, replaced_by: 'thoughts' },
      { name: 'Panic attacks and phobias', since: '1', retired_in: NEXT, replaced_by: 'anxiety' },
    ]);
    const answer = await desk.app.inject(`/hsds/taxonomy_terms?search=phobias`);
    expect(answer.json()).toMatchObject({ total_items: 1 });
  });

  it('a listing with a retired term counts as having what took its place, once; without one it keeps the old word', async () => {
    for (const needs of await needsOf(panic)) expect([needs.includes('panic'), needs.filter((need) => need === 'anxiety')]).toEqual([false, ['anxiety']]);
    for (const needs of await needsOf(ocd)) expect([needs.includes('ocd'), needs.includes('thoughts')]).toEqual([false, true]);
    for (const needs of await needsOf(hoarding)) expect(needs).toContain('hoarding');
    expect((await desk.get(Directory).candidates(SYSTEM, { needs: ['thoughts'], place: null })).map(({ id }) => id)).toEqual(expect.arrayContaining(ocd));
  });

  it('a request with the old word asks for the new one, and nobody is offered the old one', async () => {
    const vocabulary = desk.get(Vocabulary);
    expect(await vocabulary.current(SYSTEM, ['panic', 'anxiety', 'ocd', 'hoarding'])).toEqual(['anxiety', 'thoughts', 'hoarding']);
    const offered = (await vocabulary.view(SYSTEM)).needs.map(({ code }) => code);
    expect(['panic', 'ocd', 'hoarding', 'thoughts', 'anxiety'].map((code) => offered.includes(code))).toEqual([false, false, false, true, true]);
    expect((await vocabulary.names(SYSTEM)).get('need/panic')).toBe('Panic attacks and phobias');
  });

  it('what came with the product gives way to what comes now, and what a person decided does not', async () => {
    const mei = await aColleague(desk, 'Mei Tan', ['STW']);
    await desk.sql(`update directory.crosswalk set superseded_at = now() where vocabulary = 'open-eligibility' and code = '1186'`);
    await desk.sql(`insert into directory.crosswalk (id, vocabulary, code, term_id, relation, decided_by) select gen_random_uuid(), 'open-eligibility', '1186', id, 'broader', $1 from directory.taxonomy_term where code = 'thoughts'`, [mei.id]);
    await own().load(newer.map((taxonomy) => ({ ...taxonomy, version: String(Number(NEXT) + 1), terms: taxonomy.terms.map((term) => ({ ...term, crosswalk: term.code === 'opioids' ? [{ vocabulary: 'open-eligibility', code: '1178', relation: 'narrower' }] : term.code === 'drugs' ? [] : term.crosswalk })) })));
    const standing = (code: string) => desk.sql(`select t.code, c.relation from directory.crosswalk c join directory.taxonomy_term t on t.id = c.term_id where c.vocabulary = 'open-eligibility' and c.code = $1 and c.superseded_at is null`, [code]);
    expect(await standing('1178')).toEqual([{ code: 'opioids', relation: 'narrower' }]);
    expect(await standing('1186')).toEqual([{ code: 'thoughts', relation: 'broader' }]);
  });
});
