import fs from 'node:fs';
import { aCountyDesk } from '../../../test/a-county-desk.js';
import type { TestDesk } from '../../../test/test-database.js';
import { ReferenceSeed } from './reference.js';
import { files, VERSION } from './vocabulary.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await aCountyDesk();
});
afterAll(() => desk.stop());
afterEach(() => jest.restoreAllMocks());

/** Files of the vocabulary that a start reads. */
async function readAtStart(): Promise<string[]> {
  const reading = jest.spyOn(fs, 'readFileSync');
  await desk.get(ReferenceSeed).run();
  return reading.mock.calls.map(([file]) => String(file)).filter((file) => file.includes('reference/vocabulary/'));
}
const version = async () => (await desk.sql(`select distinct version from directory.taxonomy where own`));

it('a start whose database has the vocabulary looks at one number and reads none of its files', async () => {
  expect(await version()).toEqual([{ version: VERSION }]);
  expect(await readAtStart()).toEqual([]);
});

it('an older database is brought up from all of them', async () => {
  await desk.sql(`update directory.taxonomy set version = '1' where own`);
  expect(await readAtStart()).toHaveLength(files().length);
  expect(await version()).toEqual([{ version: VERSION }]);
});
