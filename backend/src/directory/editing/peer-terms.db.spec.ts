import { aColleague, type Colleague } from '../../../test/a-colleague.js';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import type { TestDesk } from '../../../test/test-database.js';
import { OneListOfWords1764000000036 } from '../../migrations/1764000000036-one-list-of-words.js';
import { VOCABULARY } from '../../../test/vocabulary.js';
import { VERSION } from '../../seed/reference/vocabulary.js';
import { OwnVocabulary } from '../vocabulary/own-vocabulary.js';
import type { EditablePeer } from './peer.dto.js';

let desk: TestDesk;
let mei: Colleague;
let id = '';
beforeAll(async () => {
  desk = await aCountyDesk();
  mei = await aColleague(desk, 'Mei Tan', ['STW']);
  [{ id } = { id: '' }] = await desk.sql<{ id: string }>(`select service_id as id from directory.listing where status = 'active' and service_id not in (select service_id from directory.peer) order by 1 limit 1`);
}, 90_000);
afterAll(() => desk.stop());

const NONE = { certified: null, credential: null, credentialState: null, openTo: null, joining: null, size: null, trainedBy: null, line: null, dispatch: null, callsADay: null };
const read = (): Promise<EditablePeer> => mei.ask('GET', `/api/directory/services/${id}/peer`);
const write = async (kinds: string[], lived: string[]) => mei.send('POST', `/api/directory/services/${id}/peer`, { ...NONE, kinds, lived, mark: (await read()).mark });
const lines = async () => (await mei.ask<{ peerLines: { name: string; text: string }[] }>('GET', `/api/directory/services/${id}`)).peerLines;
const page = async (language: string): Promise<string> => (await desk.app.inject(`/${language}/find/${id}`)).body;

it('offers the terms of the vocabulary, and says them by their names there, in both languages', async () => {
  const { kindsOffered, livedOffered } = await read();
  const codes = (taxonomy: string) => VOCABULARY.find(({ code }) => code === taxonomy)?.terms.map(({ code }) => code);
  expect([kindsOffered.map(({ code }) => code), livedOffered.map(({ code }) => code)]).toEqual([codes('peer-kind'), codes('lived-experience')]);
  expect((await write(['warmline-peer', 'one-to-one'], ['psychosis-voices'])).statusCode).toBe(200);
  expect(await lines()).toEqual([{ name: 'Peer support', text: 'One to one, Peer warmline' }, { name: 'They have lived through', text: 'Psychosis and voices' }]);
  expect(await page('en')).toMatch(/One to one.*Peer warmline.*Psychosis and voices/s);
  expect(await page('es')).toMatch(/De persona a persona, Línea atendida por pares.*Psicosis y voces/s);
});

it('refuses a word that is no term, by the name of the field; a term of the other taxonomy is none either', async () => {
  const refused = await write(['guess'], ['warmline-peer']);
  expect([refused.statusCode, refused.json<{ errors: { field: string; code: string }[] }>().errors.map(({ field, code }) => [field, code])]).toEqual([422, [['kinds', 'peer.term-unknown'], ['lived', 'peer.term-unknown']]]);
  await expect(desk.sql(`update directory.peer set lived = '{warmline-peer}' where service_id = $1`, [id])).rejects.toThrow(/peer_terms: lived-experience\/warmline-peer/);
});

it('keeps a term that is in use, and lets one go that is not', async () => {
  await expect(desk.sql(`delete from directory.taxonomy_term where code = 'warmline-peer'`)).rejects.toThrow(/peer_terms_stay/);
  await expect(desk.sql(`update directory.taxonomy_term set code = 'other' where code = 'psychosis-voices'`)).rejects.toThrow(/peer_terms_stay/);
  await desk.sql(`insert into directory.taxonomy_term (id, taxonomy_id, code, name, description) select gen_random_uuid(), id, 'unused', 'Unused', 'Nobody declares it.' from directory.taxonomy where code = 'peer-kind'`);
  expect(await desk.sql(`delete from directory.taxonomy_term where code = 'unused' returning code`)).toEqual([{ code: 'unused' }]);
});

it('waits neither for the order of rows nor for a backup that puts them back: it looks when the transaction ends', async () => {
  await desk.sql(`begin; update directory.peer set kinds = '{later}' where service_id = '${id}'; insert into directory.taxonomy_term (id, taxonomy_id, code, name, description) select gen_random_uuid(), id, 'later', 'Later', 'It came later.' from directory.taxonomy where code = 'peer-kind'; commit`);
  await desk.sql(`begin; update directory.peer set kinds = '{warmline-peer,one-to-one}' where service_id = '${id}'; delete from directory.taxonomy_term where code = 'later'; commit`);
  expect((await read()).kinds).toEqual(['one-to-one', 'warmline-peer']);
});

it('renames what was declared, and what a publishing would put back, there and back again', async () => {
  const migration = new OneListOfWords1764000000036();
  const run = { query: (text: string) => desk.sql(text) } as never;
  const all = () => desk.sql<{ kinds: string[]; lived: string[]; before: unknown }>(`select p.service_id, array(select unnest(kinds) order by 1) as kinds, array(select unnest(lived) order by 1) as lived from directory.peer p order by 1`);
  await write(['group', 'forensic', 'family-peer'], ['hospitalization', 'veteran', 'bipolar', 'suicide-bereaved']);
  const before = await all();
  await migration.down(run);
  expect(await desk.sql('select array(select unnest(kinds) order by 1) as kinds, array(select unnest(lived) order by 1) as lived from directory.peer where service_id = $1', [id])).toEqual([{ kinds: ['family', 'group', 'reentry'], lived: ['hospital', 'mood', 'suicide-loss', 'veteran'] }]);
  expect(await desk.sql(`select before->'peer'->0->'kinds' as kinds from directory.publishing where service_id = $1 order by published_at desc, id desc limit 1`, [id])).toEqual([{ kinds: ['one-to-one', 'warmline'] }]);
  await migration.up(run);
  expect(await all()).toEqual(before.map((row) => ({ ...row, lived: row.lived.flatMap((code) => (code === 'bipolar' ? (row.lived.includes('mood') ? [] : ['mood']) : [code])).sort() })));
  const { last } = await mei.ask<{ last: { id: string } }>('GET', `/api/directory/services/${id}/own`);
  expect((await mei.send('POST', `/api/directory/publishings/${last.id}/revert`)).statusCode).toBe(204);
  expect((await read()).kinds.sort()).toEqual(['one-to-one', 'warmline-peer']);
});

it('shows what took the place of a term that is over, and writes it so from then on', async () => {
  await write(['recovery-coach', 'workplace'], []);
  const next = String(Number(VERSION) + 1);
  await desk.get(OwnVocabulary).load(VOCABULARY.map((taxonomy) => ({ ...taxonomy, version: next, terms: taxonomy.terms.map((term) => (taxonomy.code !== 'peer-kind' ? term : term.code === 'recovery-coach' ? { ...term, retiredIn: next, replacedBy: 'one-to-one' } : term.code === 'workplace' ? { ...term, retiredIn: next } : term)) })));
  expect(await lines()).toEqual([{ name: 'Peer support', text: 'One to one, Peers at work' }]);
  const { kinds, kindsOffered } = await read();
  expect([kinds, kindsOffered.map(({ code }) => code).filter((code) => ['recovery-coach', 'workplace'].includes(code))]).toEqual([['one-to-one', 'workplace'], ['workplace']]);
  await write(['recovery-coach'], []);
  expect(await desk.sql('select kinds from directory.peer where service_id = $1', [id])).toEqual([{ kinds: ['one-to-one'] }]);
  expect((await read()).kindsOffered.map(({ code }) => code)).not.toContain('workplace');
});
