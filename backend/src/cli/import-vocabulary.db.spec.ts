import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, type Outcome } from '../../test/a-command.js';
import { aCountyDesk } from '../../test/a-county-desk.js';
import type { TestDesk } from '../../test/test-database.js';

let desk: TestDesk;
let folder: string;
beforeAll(async () => {
  desk = await aCountyDesk();
  folder = join(desk.config.DATA_DIR, 'vocabularies');
  mkdirSync(folder, { recursive: true });
}, 90_000);
afterAll(() => desk.stop());

const run = (...args: string[]): Promise<Outcome> => command(['import-vocabulary', ...args], { DATABASE_URL: desk.url, DATA_DIR: desk.config.DATA_DIR, DEMO: '1', LOG_LEVEL: 'silent' });
const file = (name: string, ...lines: string[]): string => {
  writeFileSync(join(folder, name), lines.join('\n'));
  return join(folder, name);
};
const terms = () => desk.sql<{ code: string; name: string; parent: string | null }>(`select t.code, t.name, p.code as parent from directory.taxonomy_term t join directory.taxonomy x on x.id = t.taxonomy_id left join directory.taxonomy_term p on p.id = t.parent_id where x.code = 'alder-list' order by 1`);
const all = () => desk.sql(`select t.* from directory.taxonomy_term t order by id`);

const GOOD = ['code,name,description,parent_code', 'A,Food,Things to eat,', 'B,Pantry,A room of food,A', 'C,,no name,'];

it('looks first: a dry run says what it would do, names the field of a bad row, and writes nothing', async () => {
  const before = await all();
  const { code, text } = await run(file('alder.csv', ...GOOD), '--name', 'Alder list', '--edition', '1', '--dry-run');
  expect([code, text]).toEqual([0, expect.stringContaining('Nothing was written. This is what loading it would do:')]);
  expect(text).toContain('Alder list, version 1, licence not known, not shown by the open API: 2 terms, 2 added, 0 changed, 0 retired, 0 taken up again.');
  expect(text).toMatch(/Repaired: \d+\. Refused: 1\.[^]*name-missing[^]*column name, row 4/);
  expect(await all()).toEqual(before);
});

it('loads it, with the licence that was said; the same again changes nothing', async () => {
  const given = [file('alder.csv', ...GOOD), '--name', 'Alder list', '--edition', '1', '--licence', 'CC0 1.0', '--publish'];
  const { code, text } = await run(...given);
  expect([code, text]).toEqual([0, expect.stringContaining('Alder list, version 1, CC0 1.0, shown by the open API: 2 terms, 2 added')]);
  expect(await terms()).toEqual([{ code: 'A', name: 'Food', parent: null }, { code: 'B', name: 'Pantry', parent: 'A' }]);
  const before = await all();
  const again = await run(...given);
  expect([again.code, again.text]).toEqual([0, expect.stringContaining('Nothing has changed: all of it was here already.')]);
  expect(await all()).toEqual(before);
});

it.each([
  ['a table without the columns', () => file('words.csv', 'word,meaning', 'Food,Things to eat'), 1, /a table needs the columns code and name[^]*It has word, meaning\.[^]*Nothing was loaded\./],
  ['a table that nobody named', () => file('nameless.csv', ...GOOD), 1, /does not say what the vocabulary is called\. Give it a name\. Nothing was loaded\./],
  ['a folder without terms', () => (mkdirSync(join(folder, 'empty'), { recursive: true }), join(folder, 'empty')), 1, /There is no taxonomy_terms\.csv in the folder\. Nothing was loaded\./],
  ['a path to nothing', () => join(folder, 'nowhere.csv'), 64, /There is nothing at .*nowhere\.csv/],
])('refuses %s with a sentence and without a stack', async (_, path, exit, sentence) => {
  const before = await all();
  const { code, text } = await run(path());
  expect([code, text]).toEqual([exit, expect.stringMatching(sentence)]);
  expect(text).not.toMatch(/^\s+at /m);
  expect(await all()).toEqual(before);
});

it("does not take the name of one of the product's own taxonomies", async () => {
  const { code, text } = await run(file('need.csv', ...GOOD), '--name', 'Need');
  expect([code, text]).toEqual([1, expect.stringContaining("is a taxonomy of the product's own vocabulary")]);
});
